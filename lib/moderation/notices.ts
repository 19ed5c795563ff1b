/** Tells people about decisions (database). A notice holds no words; they are read when it is, by what may be seen then. */
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { announceNotices } from "@/lib/notices/announce";
import type { DecisionKind, DecisionNotice } from "./schema";
import { appealView, isFixable, mayAppeal, snapshotText, statementOf } from "./statement";
import { targetOf } from "./target-ref";

/** Tells each of them; who was told the same before is told anew. */
export async function giveNotice(
  tx: Tx,
  { id: decisionId, workspaceId }: { id: string; workspaceId: string },
  kind: DecisionKind,
  recipientIds: readonly string[],
): Promise<void> {
  await tx.notice.deleteMany({ where: { decisionId, kind, recipientId: { in: [...recipientIds] } } });
  await tx.notice.createMany({
    data: recipientIds.map((recipientId) => ({ recipientId, workspaceId, kind, decisionId })),
  });
  await announceNotices(tx, recipientIds);
}

/** Takes back what people were told about the decision. */
export async function withdrawNotices(tx: Tx, decisionId: string): Promise<void> {
  const told = await tx.notice.findMany({ where: { decisionId }, select: { recipientId: true } });
  await tx.notice.deleteMany({ where: { decisionId } });
  await announceNotices(
    tx,
    told.map(({ recipientId }) => recipientId),
  );
}

const itemSelect = {
  status: true,
  commentId: true,
  highlightId: true,
  rebuttalId: true,
  comment: { select: { state: true, editedAt: true } },
} as const;

/** What must be read of a decision to tell somebody of it. */
export const decisionSelect = {
  appeal: true,
  coAuthors: { select: { userId: true } },
  item: { select: itemSelect },
} as const satisfies Prisma.DecisionInclude;

/** What the recipient is told of the decision. */
export function decisionView(
  kind: DecisionKind,
  decision: Prisma.DecisionGetPayload<{ include: typeof decisionSelect }>,
  recipientId: string,
  now: Date,
): DecisionNotice {
  const authorIds = [decision.affectedId, ...decision.coAuthors.map(({ userId }) => userId)];
  const isAuthor = authorIds.includes(recipientId) && kind !== "flag_decided";
  const { appeal } = decision;
  const holds = decision.undoneAt === null && decision.overturnedAt === null;
  return {
    kind,
    about: decision.item && targetOf(decision.item).kind,
    restricted: holds && decision.appealUntil !== null,
    statement: isAuthor
      ? {
          ...statementOf(decision),
          content: snapshotText(decision.snapshot),
          appeal: appeal && appealView(appeal),
          fixableCommentId: decision.item && isFixable(decision, decision.item) ? decision.item.commentId : null,
          mayAppeal: mayAppeal(decision, decision.item?.status ?? null, now),
        }
      : null,
  };
}
