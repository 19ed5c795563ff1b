/** The front door: leads a member to their workspace, a stranger to sign in. */
import { redirect } from "next/navigation";
import { db } from "@/lib/db/client";
import { firstOwnerIsAwaited } from "@/lib/people/first-owner";
import { currentPerson, requirePerson } from "./session";

export default async function FrontDoor() {
  if (!(await currentPerson()) && (await firstOwnerIsAwaited())) redirect("/welcome");
  const person = await requirePerson("/");
  const first = await db().membership.findFirst({
    where: { userId: person.id },
    orderBy: { createdAt: "asc" },
    select: { workspaceId: true },
  });
  redirect(first ? `/w/${first.workspaceId}` : "/account");
}
