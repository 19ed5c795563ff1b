/** Who is looking at a page, and whether they may: what every page asks first. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { isShutOut, memberOf } from "@/lib/access/membership";
import type { Member } from "@/lib/access/policies";
import type { Person } from "@/lib/people/actor";
import { authenticate } from "@/lib/people/authenticate";
import { noticesPlace } from "@/lib/places";

const currentSession = cache(async () => {
  const actor = await authenticate(await headers());
  return actor?.via.type === "session" ? { person: actor.user, signInId: actor.via.signInId } : null;
});

/** The signed-in person; null for a stranger. Asked once per request. */
export async function currentPerson(): Promise<Person | null> {
  return (await currentSession())?.person ?? null;
}

/** The id of this browser's sign-in; undefined for a stranger. */
export async function currentSignInId(): Promise<string | undefined> {
  return (await currentSession())?.signInId;
}

/** The signed-in person; a stranger is sent to sign in and comes back afterwards. */
export async function requirePerson(here: string): Promise<Person> {
  const person = await currentPerson();
  if (!person) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  return person;
}

/** The signed-in person as a member of the workspace; to anybody else the workspace doesn't exist. */
export async function requireMember(workspaceId: string, here: string): Promise<{ person: Person; member: Member }> {
  const person = await requirePerson(here);
  const member = isUuid(workspaceId) ? await memberOf(person.id, workspaceId) : null;
  if (!member) {
    // Whoever is shut out finds out why, and how to appeal.
    if (isUuid(workspaceId) && (await isShutOut(person.id, workspaceId))) redirect(noticesPlace);
    notFound();
  }
  return { person, member };
}

/** Whether a path's part can be an id at all; PostgreSQL refuses what can't. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
