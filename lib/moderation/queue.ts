/** Lists the moderators' queue and lets them claim what they look at (database). */
import type { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { excerptOf } from "@/lib/threads/excerpt";
import { authorSelect } from "@/lib/threads/view";
import type { listReviews } from "./endpoints";
import { claimantOf } from "./review";
import type { QueueEntry } from "./schema";
import { lockTarget, reviewOf, step } from "./target";

/** How long a claim counts unless it is renewed, in ms. */
const claimPeriod = 2 * 60 * 1000;

export const entrySelect = {
  id: true,
  workspaceId: true,
  commentId: true,
  status: true,
  version: true,
  score: true,
  openedAt: true,
  claimedById: true,
  claimedUntil: true,
  claimedBy: { select: authorSelect },
  comment: { select: { text: true, state: true, author: { select: authorSelect } } },
  flags: { where: { withdrawnAt: null }, select: { reason: true }, orderBy: { createdAt: "asc" } },
  decisions: { where: { appeal: { status: "pending" } }, select: { id: true }, take: 1 },
} as const satisfies Prisma.ReviewItemSelect;

type EntryRow = Prisma.ReviewItemGetPayload<{ select: typeof entrySelect }>;

interface Page {
  show: z.output<NonNullable<typeof listReviews.query>>["show"];
  reason?: QueueEntry["reasons"][number] | undefined;
  limit: number;
}

const withAppeal = { decisions: { some: { appeal: { status: "pending" } } } } as const;

/** The most pressing entries, and how many wait in all. */
export async function listQueue(workspaceId: string, reader: Member, { show, reason, limit }: Page, now: Date) {
  const flagged = reason && { flags: { some: { reason, withdrawnAt: null } } };
  const [rows, pending, appeals, restricted] = await Promise.all([
    db().reviewItem.findMany({
      where: { workspaceId, ...(show === "appeals" ? withAppeal : { status: show }), ...flagged },
      orderBy:
        show === "pending" || show === "appeals"
          ? [{ score: "desc" }, { openedAt: "asc" }, { id: "asc" }]
          : [{ openedAt: "desc" }, { id: "asc" }],
      take: limit,
      select: entrySelect,
    }),
    db().reviewItem.count({ where: { workspaceId, status: "pending" } }),
    db().reviewItem.count({ where: { workspaceId, ...withAppeal } }),
    db().decision.findMany({
      where: { workspaceId, itemId: null, affectedId: { not: null }, appeal: { status: "pending" } },
      select: { affected: { select: { id: true, name: true } } },
      distinct: ["affectedId"],
    }),
  ]);
  const memberAppeals = restricted.flatMap(({ affected }) =>
    affected ? [{ userId: affected.id, name: affected.name }] : [],
  );
  return {
    entries: rows.map((row) => entryOf(row, reader, now)),
    memberAppeals,
    counts: { pending, appeals: appeals + memberAppeals.length },
  };
}

/** The entry as its row says. */
export function entryOf(row: EntryRow, reader: Member, now: Date): QueueEntry {
  const { id, status, version, score, openedAt, comment, flags, decisions, claimedBy } = row;
  const claimant = claimantOf(reviewOf(row), now);
  return {
    id,
    status,
    version,
    score,
    openedAt: openedAt.toISOString(),
    author: comment.author,
    excerpt: excerptOf(comment.text),
    contentState: comment.state,
    reasons: [...new Set(flags.map(({ reason }) => reason))],
    flags: flags.length,
    hasOpenAppeal: decisions.length > 0,
    claimedBy: claimant !== null && claimant !== reader.userId ? claimedBy : null,
  };
}

/**
 * Tells the others that one looks at the item.
 * @throws AppError `conflict` when somebody else does already
 */
export function claim(itemId: string, moderator: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const { item } = await lockTarget(tx, itemId);
    const until = new Date(now.getTime() + claimPeriod);
    await step(tx, item, { type: "claim", by: moderator.userId, until }, now);
  });
}
