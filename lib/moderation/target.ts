/** Locks a comment with its place in the queue, for everything that flags, decides and appeals change (database). */
import { may } from "@/lib/access/policies";
import { memberAs } from "@/lib/access/standing";
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { ContentState, Prisma, ReviewItem } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { giveOfComment } from "@/lib/notices/give";
import { nextReview, type Review, type ReviewEvent, type ReviewRefusal } from "./review";

const commentSelect = {
  id: true,
  state: true,
  authorId: true,
  body: true,
  text: true,
  thread: {
    select: {
      id: true,
      articleId: true,
      highlightId: true,
      rebuttalId: true,
      article: { select: { workspaceId: true } },
    },
  },
} as const satisfies Prisma.CommentSelect;

export type LockedComment = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

/** A comment and its item, kept from changing until the transaction ends. */
export interface Target {
  comment: LockedComment;
  item: ReviewItem;
}

/**
 * The comment, kept from changing until the transaction ends. Whoever locks an item too locks the comment first.
 * @throws AppError `not-found`
 */
export async function lockComment(tx: Tx, commentId: string): Promise<LockedComment> {
  await tx.$queryRaw`SELECT "id" FROM "Comment" WHERE "id" = ${commentId}::uuid FOR UPDATE`;
  const comment = await tx.comment.findUnique({ where: { id: commentId }, select: commentSelect });
  if (!comment) throw notFound("comment");
  return comment;
}

/**
 * The item with its comment, both kept from changing until the transaction ends.
 * @throws AppError `not-found`
 */
export async function lockTarget(tx: Tx, itemId: string): Promise<Target> {
  const place = await tx.reviewItem.findUnique({ where: { id: itemId }, select: { commentId: true } });
  if (!place) throw notFound("item");
  const comment = await lockComment(tx, place.commentId);
  await tx.$queryRaw`SELECT "id" FROM "ReviewItem" WHERE "id" = ${itemId}::uuid FOR UPDATE`;
  return { comment, item: await tx.reviewItem.findUniqueOrThrow({ where: { id: itemId } }) };
}

/** The comment's item, open: made, joined, or opened again. */
export async function openItem(tx: Tx, comment: LockedComment, now: Date): Promise<ReviewItem> {
  const { workspaceId } = comment.thread.article;
  await tx.reviewItem.createMany({
    data: { workspaceId, commentId: comment.id, openedAt: now },
    skipDuplicates: true,
  });
  const item = await tx.reviewItem.findUniqueOrThrow({ where: { commentId: comment.id } });
  if (item.status === "pending") return item;
  return step(tx, item, { type: "raise" }, now, { openedAt: now });
}

/** The row as the machine knows it. */
export function reviewOf({ status, version, claimedById, claimedUntil }: ReviewItem): Review {
  if (status !== "pending") return { status, version };
  const claim = claimedById && claimedUntil ? { by: claimedById, until: claimedUntil } : null;
  return { status, version, claim };
}

/**
 * Lets the event happen to the locked item.
 * @throws AppError `conflict` when it can't
 */
export async function step(
  tx: Tx,
  item: ReviewItem,
  event: ReviewEvent,
  now: Date,
  also: Prisma.ReviewItemUncheckedUpdateInput = {},
): Promise<ReviewItem> {
  const next = nextReview(reviewOf(item), event, now);
  if ("refusal" in next) throw new AppError("conflict", refusalWords[next.refusal]);
  const { review } = next;
  const claim = review.status === "pending" ? review.claim : null;
  return tx.reviewItem.update({
    where: { id: item.id },
    data: {
      ...also,
      status: review.status,
      version: review.version,
      claimedById: claim?.by ?? null,
      claimedUntil: claim?.until ?? null,
    },
  });
}

const refusalWords: Record<ReviewRefusal, string> = {
  outdated:
    "This changed while you looked at it: somebody decided, or its author edited it. Nothing was done; look again.",
  "not-pending": "Somebody has decided this already. Nothing was done; look again.",
  "not-decided": "This is undecided again already. Nothing was done.",
  "not-rejected": "The decision doesn't hold any more. Nothing was done.",
  claimed: "Another moderator is looking at this just now.",
};

/** Writes the comment's state, and tells everyone who reads its thread. */
export async function setState(tx: Tx, { id, thread, ...before }: LockedComment, state: ContentState): Promise<void> {
  await tx.comment.update({ where: { id }, data: { state } });
  // Nobody was told of it while it waited.
  if (before.state === "pending" && state === "visible") await giveOfComment(tx, id);
  const { id: threadId, articleId, highlightId, rebuttalId } = thread;
  await announce(tx, { type: "thread.changed", articleId, threadId, highlightId, rebuttalId, commentId: id });
}

/** Everybody who may moderate in the workspace now. */
export async function moderatorsOf(tx: Tx, workspaceId: string, now: Date): Promise<string[]> {
  const members = await tx.membership.findMany({
    where: { workspaceId, role: { in: ["owner", "moderator"] } },
    select: { userId: true, role: true, standing: true, standingUntil: true },
  });
  return members.flatMap((row) => {
    const member = memberAs(row, now);
    return member && may(member, "moderation.work") ? [member.userId] : [];
  });
}
