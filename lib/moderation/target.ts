/** What moderation is about, and its place in the queue: made, opened, locked and moved on (database). */
import { may } from "@/lib/access/policies";
import { memberAs } from "@/lib/access/standing";
import type { Tx } from "@/lib/db/client";
import type { Prisma, ReviewItem } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { type LockedContent, lockContent } from "./locked";
import { nextReview, type Review, type ReviewEvent, type ReviewRefusal } from "./review";
import { columnsOf, targetOf } from "./target-ref";

/** Content and its item, kept from changing until the transaction ends. */
export interface Target {
  content: LockedContent;
  item: ReviewItem;
}

/**
 * The item with its content, both kept from changing until the transaction ends.
 * @throws AppError `not-found`
 */
export async function lockTarget(tx: Tx, itemId: string): Promise<Target> {
  const place = await tx.reviewItem.findUnique({ where: { id: itemId } });
  if (!place) throw notFound("item");
  const content = await lockContent(tx, targetOf(place));
  await tx.$queryRaw`SELECT "id" FROM "ReviewItem" WHERE "id" = ${itemId}::uuid FOR UPDATE`;
  return { content, item: await tx.reviewItem.findUniqueOrThrow({ where: { id: itemId } }) };
}

/** The content's item, open: made, joined, or opened again. */
export async function openItem(tx: Tx, content: LockedContent, now: Date): Promise<ReviewItem> {
  const columns = columnsOf(content);
  await tx.reviewItem.createMany({
    data: { workspaceId: content.workspaceId, ...columns, openedAt: now },
    skipDuplicates: true,
  });
  const item = await tx.reviewItem.findFirstOrThrow({ where: columns });
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
