/** The ways to sign in that a page offers here and now (database). */
import type { Role } from "@/lib/access/policies";
import { config, demoSignInsAreOn } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { oauthProviders } from "./providers";

interface WaysIn {
  providers: { id: "github" | "google" | "oidc"; name: string }[];
  canMailLinks: boolean;
}

interface DemoPerson {
  name: string;
  email: string;
  color: string;
  role: Role;
}

/** What the operator set up beside passwords. */
export function waysIn(): WaysIn {
  const providers = oauthProviders(config()).map(({ id, name }) => ({ id, name }) as WaysIn["providers"][number]);
  return { providers, canMailLinks: config().mail !== null };
}

/** The demo's people with their first role, the oldest first; none where their sign-ins are off. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!demoSignInsAreOn(config())) return [];
  const people = await db().user.findMany({
    where: { demo: true },
    orderBy: { id: "asc" },
    select: {
      name: true,
      email: true,
      color: true,
      memberships: { select: { role: true }, orderBy: { createdAt: "asc" }, take: 1 },
    },
  });
  return people.flatMap(({ memberships: [first], ...person }) => (first ? [{ ...person, role: first.role }] : []));
}
