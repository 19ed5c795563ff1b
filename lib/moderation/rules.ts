/** A workspace's numbered rules (database). Decisions cite them, so one that is changed or dropped keeps its row. */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { record } from "./log";
import type { Rule } from "./schema";

/** The rules that hold, in order. */
export function listRules(workspaceId: string): Promise<Rule[]> {
  return db().rule.findMany({
    where: { workspaceId, retiredAt: null },
    orderBy: { number: "asc" },
    select: { id: true, number: true, title: true, text: true },
  });
}

/** Makes these the workspace's rules, numbered from 1. A rule that stays word for word at its number stays the same rule. */
export function changeRules(
  workspaceId: string,
  rules: readonly { title: string; text: string }[],
  owner: Member,
  now: Date,
): Promise<Rule[]> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.rule.findMany({ where: { workspaceId, retiredAt: null } });
    const wanted = rules.map((rule, index) => ({ ...rule, number: index + 1 }));
    const isSame = (a: (typeof wanted)[number], b: (typeof wanted)[number]) =>
      a.number === b.number && a.title === b.title && a.text === b.text;
    const retired = before.filter((rule) => !wanted.some((each) => isSame(rule, each)));
    const added = wanted.filter((rule) => !before.some((each) => isSame(rule, each)));
    await tx.rule.updateMany({ where: { id: { in: retired.map(({ id }) => id) } }, data: { retiredAt: now } });
    await tx.rule.createMany({ data: added.map((rule) => ({ workspaceId, ...rule })) });
    if (added.length + retired.length > 0)
      await record(tx, workspaceId, owner.userId, {
        action: "rules.changed",
        data: { standing: wanted.length, added: added.length, retired: retired.length },
      });
    return tx.rule.findMany({
      where: { workspaceId, retiredAt: null },
      orderBy: { number: "asc" },
      select: { id: true, number: true, title: true, text: true },
    });
  });
}
