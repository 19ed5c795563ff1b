/** A workspace's saved replies (database). Every moderator of it reads, writes and deletes them. */
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { mostReplies, type ReplyDraft, type SavedReply } from "./saved-reply.schema";

const select = {
  id: true,
  title: true,
  measure: true,
  reason: true,
  rule: { select: { id: true, retiredAt: true } },
  law: true,
  facts: true,
} as const satisfies Prisma.SavedReplySelect;

type Row = Prisma.SavedReplyGetPayload<{ select: typeof select }>;

/** The replies by title. */
export async function listReplies(workspaceId: string): Promise<SavedReply[]> {
  const rows = await db().savedReply.findMany({
    where: { workspaceId },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select,
  });
  return rows.map(viewOf);
}

function viewOf({ id, title, measure, reason, rule, law, facts }: Row): SavedReply {
  const byRule = rule && rule.retiredAt === null ? ({ kind: "rule", ruleId: rule.id } as const) : null;
  return {
    id,
    title,
    measure: measure === "remove" ? "remove" : "hide",
    reason,
    ground: law === "" ? byRule : { kind: "law", law },
    facts,
  };
}

/**
 * Saves one more reply.
 * @throws AppError `conflict` when there are as many as there can be, `invalid-input` when the rule doesn't hold
 */
export function createReply(workspaceId: string, draft: ReplyDraft): Promise<SavedReply> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.savedReply.count({ where: { workspaceId } })) >= mostReplies)
      throw new AppError("conflict", `There are ${mostReplies} saved replies already. Delete one first.`);
    const data = { workspaceId, ...(await rowOf(tx, workspaceId, draft)) };
    return viewOf(await tx.savedReply.create({ data, select }));
  });
}

/**
 * Changes a reply. Decisions made with it before keep their words.
 * @throws AppError `not-found`, `invalid-input` when the rule doesn't hold
 */
export function changeReply(workspaceId: string, id: string, draft: ReplyDraft): Promise<SavedReply> {
  return db().$transaction(async (tx) => {
    const data = await rowOf(tx, workspaceId, draft);
    const [changed] = await tx.savedReply.updateManyAndReturn({ where: { id, workspaceId }, data, select });
    if (!changed) throw notFound("saved reply");
    return viewOf(changed);
  });
}

/** Deletes a reply. Deleting twice is deleting once. */
export async function deleteReply(workspaceId: string, id: string): Promise<void> {
  await db().savedReply.deleteMany({ where: { id, workspaceId } });
}

async function rowOf(tx: Tx, workspaceId: string, { ground, ...draft }: ReplyDraft) {
  if (ground?.kind !== "rule") return { ...draft, ruleId: null, law: ground?.law ?? "" };
  const rule = await tx.rule.findFirst({
    where: { id: ground.ruleId, workspaceId, retiredAt: null },
    select: { id: true },
  });
  if (!rule)
    throw new AppError("invalid-input", "The workspace has no such rule any more. Nothing was saved; choose again.");
  return { ...draft, ruleId: rule.id, law: "" };
}
