/** The demo workspace: made on the very first start, in the embedded database only. */
import type { Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { demoPassword } from "@/lib/people/demo";
import { hashPassword } from "@/lib/people/password";
import { createUser } from "@/lib/people/users";
import { type DemoPerson, demoPeople } from "./demo/people";
import { demoRules } from "./demo/rules";
import { writeSample } from "./demo/write-article";
import { writeThreads } from "./demo/write-comments";
import { writeLayer } from "./demo/write-layer";
import { writeRebuttals } from "./demo/write-rebuttals";

/** On a slow disk the whole of it may take longer than Prisma's five seconds. */
const patience = 60_000; // ms

/** Makes the demo workspace, whole or not at all, unless the database has, or ever had, people in it. */
export async function seedDemo(now = new Date()): Promise<void> {
  if ((await db().user.count()) > 0) return;
  const passwordHash = await hashPassword(demoPassword);
  await db().$transaction((tx) => seed(tx, passwordHash, now), { timeout: patience });
}

/** How the demo people who are still there sign in. */
export async function demoSignIns(): Promise<{ role: Role; email: string; password: string }[]> {
  const present = await db().user.findMany({ where: { demo: true }, select: { email: true } });
  return Object.values(demoPeople)
    .filter(({ email }) => present.some((user) => user.email === email))
    .map(({ role, email }) => ({ role, email, password: demoPassword }));
}

async function seed(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const { id: workspaceId } = await tx.workspace.create({ data: { name: "Demo" }, select: { id: true } });
  const join = async (who: DemoPerson): Promise<string> => {
    const { name, email, role } = demoPeople[who];
    const { id: userId } = await createUser(tx, { name, email, emailVerified: null, passwordHash });
    await tx.user.update({ where: { id: userId }, data: { demo: true } });
    await tx.membership.create({ data: { workspaceId, userId, role } });
    return userId;
  };
  const userIds = { olive: await join("olive"), edgar: await join("edgar"), ana: await join("ana") };
  await tx.rule.createMany({ data: demoRules.map((rule, index) => ({ workspaceId, number: index + 1, ...rule })) });
  const revision = await writeSample(tx, workspaceId, userIds.olive);
  const { articleId } = revision;
  const highlights = await writeLayer(tx, revision, userIds, now);
  const rebuttals = await writeRebuttals(tx, { articleId, userIds, highlights }, now);
  await writeThreads(tx, { articleId, userIds, highlights, rebuttals }, now);
}
