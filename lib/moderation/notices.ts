/** Tells people about decisions (database). A notice holds no words; they are read when it is, by what may be seen then. */
import { db, type Tx } from "@/lib/db/client";
import type { NoticeKind, Prisma } from "@/lib/db/generated/client";
import type { Notice } from "./schema";
import { appealView, isFixable, mayAppeal, snapshotText, statementOf } from "./statement";

/** Longest list of notices. */
const most = 100;

/** Tells each of them; who was told the same before is told anew. */
export async function giveNotice(
  tx: Tx,
  { id: decisionId, workspaceId }: { id: string; workspaceId: string },
  kind: NoticeKind,
  recipientIds: readonly string[],
): Promise<void> {
  await tx.notice.deleteMany({ where: { decisionId, kind, recipientId: { in: [...recipientIds] } } });
  await tx.notice.createMany({
    data: recipientIds.map((recipientId) => ({ recipientId, workspaceId, kind, decisionId })),
  });
}

/** Takes back what people were told about the decision. */
export async function withdrawNotices(tx: Tx, decisionId: string): Promise<void> {
  await tx.notice.deleteMany({ where: { decisionId } });
}

const itemSelect = { status: true, commentId: true, comment: { select: { state: true, editedAt: true } } } as const;

const select = {
  id: true,
  kind: true,
  createdAt: true,
  readAt: true,
  recipientId: true,
  workspace: { select: { id: true, name: true } },
  decision: { include: { appeal: true, item: { select: itemSelect } } },
} as const satisfies Prisma.NoticeSelect;

/** What the person was told, newest first. */
export async function listNotices(recipientId: string, now: Date): Promise<{ notices: Notice[]; unread: number }> {
  const [rows, unread] = await Promise.all([
    db().notice.findMany({
      where: { recipientId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: most,
      select,
    }),
    countUnread(recipientId),
  ]);
  return { notices: rows.map((row) => viewOf(row, now)), unread };
}

/** How many of them the person hasn't read. */
export function countUnread(recipientId: string): Promise<number> {
  return db().notice.count({ where: { recipientId, readAt: null } });
}

/** Marks all of them as read. */
export async function markRead(recipientId: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { recipientId, readAt: null }, data: { readAt: now } });
}

type Row = Prisma.NoticeGetPayload<{ select: typeof select }>;

function viewOf({ id, kind, createdAt, readAt, recipientId, workspace, decision }: Row, now: Date): Notice {
  const isAuthor = decision.affectedId === recipientId && kind !== "flag_decided";
  const { appeal } = decision;
  const holds = decision.undoneAt === null && decision.overturnedAt === null;
  return {
    id,
    kind,
    workspace,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
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
