/** Reads one item of the queue with all that a moderator needs to judge it (database). */
import { type Member, may } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { notFound } from "@/lib/errors";
import { fromPlainText } from "@/lib/threads/body";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { authorSelect } from "@/lib/threads/view";
import { readableBy } from "@/lib/threads/visibility";
import { conflictOver, conflictOverAppeal, conflictWords } from "./conflicts";
import { readInviters } from "./inviters";
import { entryOf, entrySelect } from "./queue";
import type { Review } from "./schema";
import { appealView, statementOf } from "./statement";
import { moderatorsOf } from "./target";

/** How much of the thread stands around the comment. */
const before = 4;
const after = 2;

const select = {
  ...entrySelect,
  comment: {
    select: {
      ...entrySelect.comment.select,
      authorId: true,
      body: true,
      createdAt: true,
      editedAt: true,
      threadId: true,
      thread: {
        select: {
          article: { select: { id: true, title: true } },
          highlight: { select: { exact: true } },
          rebuttal: { select: { title: true } },
        },
      },
    },
  },
  flags: {
    select: {
      id: true,
      reason: true,
      words: true,
      createdAt: true,
      withdrawnAt: true,
      agreed: true,
      userId: true,
      user: { select: authorSelect },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  decisions: {
    include: { decidedBy: { select: authorSelect }, appeal: { include: { author: { select: authorSelect } } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  },
} as const satisfies Prisma.ReviewItemSelect;

type Row = Prisma.ReviewItemGetPayload<{ select: typeof select }>;

/**
 * The item as the moderator sees it.
 * @throws AppError `not-found`
 */
export async function readReview(itemId: string, reader: Member, now: Date): Promise<Review> {
  const row = await db().reviewItem.findUnique({ where: { id: itemId }, select });
  if (!row) throw notFound("item");
  const { comment, workspaceId, flags, decisions } = row;
  const standing = flags.filter(({ withdrawnAt }) => withdrawnAt === null);
  const openAppeals = decisions.filter(({ appeal }) => appeal?.status === "pending");
  const [around, history, conflicts] = await Promise.all([
    readAround(row, reader),
    readHistory(workspaceId, comment.authorId),
    readConflicts(row, reader, now),
  ]);
  const body = commentBodySchema.safeParse(comment.body);
  return {
    ...entryOf({ ...row, flags: standing, decisions: openAppeals }, reader, now),
    commentId: row.commentId,
    body: body.success ? body.data : fromPlainText(comment.text),
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    place: placeOf(comment.thread),
    around,
    flagList: flags.map(({ id, user, reason, words, createdAt, withdrawnAt, agreed }) => ({
      id,
      by: user,
      reason,
      words,
      createdAt: createdAt.toISOString(),
      withdrawn: withdrawnAt !== null,
      agreed,
    })),
    decisions: decisions.map((decision) => ({
      ...statementOf(decision),
      decidedBy: decision.decidedBy,
      appeal: decision.appeal && { ...appealView(decision.appeal), author: decision.appeal.author },
    })),
    history,
    mayPurge: may(reader, "content.purge") && comment.state !== "purged",
    ...conflicts,
  };
}

function placeOf({ article, highlight, rebuttal }: Row["comment"]["thread"]): Review["place"] {
  return {
    articleId: article.id,
    articleTitle: article.title,
    on: highlight ? highlight.exact : rebuttal ? rebuttal.title : null,
  };
}

/** The comment among those around it, whose words stand there only where every reader may see them. */
async function readAround({ commentId, comment }: Row, reader: Member): Promise<Review["around"]> {
  const { threadId, createdAt } = comment;
  const others = { threadId, id: { not: commentId }, ...readableBy(reader) };
  const what = { id: true, text: true, createdAt: true, author: { select: authorSelect } } as const;
  const [earlier, later] = await Promise.all([
    db().comment.findMany({
      where: { ...others, createdAt: { lte: createdAt } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: before,
      select: what,
    }),
    db().comment.findMany({
      where: { ...others, createdAt: { gt: createdAt } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: after,
      select: what,
    }),
  ]);
  const target = { id: commentId, text: comment.text, createdAt, author: comment.author };
  return [...earlier.reverse(), target, ...later].map((each) => ({
    ...each,
    createdAt: each.createdAt.toISOString(),
    isTarget: each.id === commentId,
  }));
}

async function readHistory(workspaceId: string, authorId: string | null): Promise<Review["history"]> {
  if (authorId === null) return { comments: 0, restricted: 0, overturned: 0, memberSince: null, broughtInBy: [] };
  const restrictions = { workspaceId, affectedId: authorId, appealUntil: { not: null } };
  const [membership, comments, restricted, overturned, broughtInBy] = await Promise.all([
    db().membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: authorId } },
      select: { createdAt: true },
    }),
    db().comment.count({ where: { authorId, thread: { article: { workspaceId } } } }),
    db().decision.count({ where: { ...restrictions, undoneAt: null, overturnedAt: null } }),
    db().decision.count({ where: { ...restrictions, overturnedAt: { not: null } } }),
    readInviters(workspaceId, authorId),
  ]);
  return { comments, restricted, overturned, memberSince: membership?.createdAt.toISOString() ?? null, broughtInBy };
}

async function readConflicts(
  { workspaceId, comment, flags, decisions }: Row,
  { userId: moderatorId }: Member,
  now: Date,
): Promise<Pick<Review, "conflict" | "appealConflict">> {
  const moderatorIds = await moderatorsOf(db(), workspaceId, now);
  const flaggerIds = flags.flatMap(({ userId, withdrawnAt, agreed }) =>
    userId && withdrawnAt === null && agreed === null ? [userId] : [],
  );
  const conflict = conflictOver({ moderatorId, authorId: comment.authorId, flaggerIds, moderatorIds });
  const appealed = decisions.find(({ appeal }) => appeal?.status === "pending");
  const over =
    appealed &&
    conflictOverAppeal({
      moderatorId,
      appellantId: appealed.appeal?.authorId ?? null,
      deciderId: appealed.decidedById,
      moderatorIds,
    });
  return { conflict: conflict && conflictWords[conflict], appealConflict: over ? conflictWords[over] : null };
}
