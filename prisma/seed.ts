/** The demo workspace: made on the very first start, in the embedded database only. */
import type { Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { demoPassword } from "@/lib/people/demo";
import { hashPassword } from "@/lib/people/password";
import { createUser } from "@/lib/people/users";

const people: readonly { name: string; email: string; role: Role }[] = [
  { name: "Olive Okafor", email: "olive@demo.example", role: "owner" },
  { name: "Edgar Lindqvist", email: "edgar@demo.example", role: "editor" },
  { name: "Ana Ribeiro", email: "ana@demo.example", role: "annotator" },
];

/** Makes the demo workspace unless the database has, or ever had, people in it. */
export async function seedDemo(): Promise<void> {
  if ((await db().user.count()) > 0) return;
  const passwordHash = await hashPassword(demoPassword);
  await db().$transaction((tx) => seed(tx, passwordHash));
}

/** How the demo people who are still there sign in. */
export async function demoSignIns(): Promise<{ role: Role; email: string; password: string }[]> {
  const present = await db().user.findMany({ where: { demo: true }, select: { email: true } });
  return people
    .filter(({ email }) => present.some((user) => user.email === email))
    .map(({ role, email }) => ({ role, email, password: demoPassword }));
}

async function seed(tx: Tx, passwordHash: string): Promise<void> {
  const workspace = await tx.workspace.create({ data: { name: "Demo" } });
  for (const { name, email, role } of people) {
    const { id: userId } = await createUser(tx, { name, email, emailVerified: null, passwordHash });
    await tx.user.update({ where: { id: userId }, data: { demo: true } });
    await tx.membership.create({ data: { workspaceId: workspace.id, userId, role } });
  }
}
