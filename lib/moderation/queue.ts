/** Lists the moderators' queue and lets them claim what they look at (database). */
import type { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { Prisma } from "@/lib/db/generated/client";
import { excerptOf } from "@/lib/threads/excerpt";
import { authorSelect } from "@/lib/threads/view";
import type { listReviews } from "./endpoints";
import { claimantOf } from "./review";
import type { QueueEntry } from "./schema";
import { snapshotText } from "./statement";
import { lockTarget, reviewOf, step } from "./target";
import { targetOf } from "./target-ref";

/** How long a claim counts unless it is renewed, in ms. */
const claimPeriod = 2 * 60 * 1000;

export const entrySelect = {
  id: true,
  workspaceId: true,
  commentId: true,
  highlightId: true,
  rebuttalId: true,
  status: true,
  version: true,
  score: true,
  openedAt: true,
  claimedById: true,
  claimedUntil: true,
  claimedBy: { select: authorSelect },
  comment: { select: { text: true, state: true, author: { select: authorSelect } } },
  highlight: {
    select: {
      noteText: true,
      noteState: true,
      heldNote: { select: { text: true } },
      author: { select: authorSelect },
      noteAuthors: { select: { user: { select: authorSelect } }, orderBy: { since: "asc" } },
    },
  },
  rebuttal: { select: { title: true, text: true, state: true, createdBy: { select: authorSelect } } },
  flags: { where: { withdrawnAt: null }, select: { reason: true }, orderBy: { createdAt: "asc" } },
  detections: { where: { decisionId: null }, select: { kind: true } },
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
  const kept = await readKeptWords(rows);
  const memberAppeals = restricted.flatMap(({ affected }) =>
    affected ? [{ userId: affected.id, name: affected.name }] : [],
  );
  return {
    entries: rows.map((row) => entryOf(row, reader, now, kept.get(row.id))),
    memberAppeals,
    counts: { pending, appeals: appeals + memberAppeals.length },
  };
}

/** What covered rebuttals said, by their items' ids: their rows hold nothing, but decisions do. */
async function readKeptWords(rows: readonly EntryRow[]): Promise<Map<string, string>> {
  const covered = rows.filter(({ rebuttal }) => rebuttal && rebuttal.state !== "visible").map(({ id }) => id);
  if (covered.length === 0) return new Map();
  const decisions = await db().decision.findMany({
    where: { itemId: { in: covered } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { itemId: true, snapshot: true },
  });
  return new Map(decisions.flatMap(({ itemId, snapshot }) => (itemId ? [[itemId, snapshotText(snapshot) ?? ""]] : [])));
}

/** What the item is about, as the list shows it. */
function contentOf(
  { comment, highlight, rebuttal }: EntryRow,
  kept = "",
): Pick<QueueEntry, "author" | "contentState"> & { text: string } {
  if (comment) return { author: comment.author, contentState: comment.state, text: comment.text };
  if (highlight) {
    const { noteAuthors, author, heldNote, noteText, noteState } = highlight;
    const isOwn = noteAuthors.length === 0 || noteAuthors.some(({ user }) => user.id === author?.id);
    const writer = isOwn ? author : (noteAuthors[0]?.user ?? null);
    return { author: writer, contentState: noteState, text: heldNote?.text ?? noteText };
  }
  if (!rebuttal) throw new Error("A review item is about nothing.");
  const { createdBy, state, title, text } = rebuttal;
  return { author: createdBy, contentState: state, text: state === "visible" ? `${title}\n${text}` : kept };
}

/**
 * The entry as its row says.
 * @param kept what a covered rebuttal said
 */
export function entryOf(row: EntryRow, reader: Member, now: Date, kept?: string): QueueEntry {
  const { id, status, version, score, openedAt, flags, detections, decisions, claimedBy } = row;
  const { text, ...content } = contentOf(row, kept);
  const claimant = claimantOf(reviewOf(row), now);
  return {
    id,
    kind: targetOf(row).kind,
    status,
    version,
    score,
    openedAt: openedAt.toISOString(),
    ...content,
    excerpt: excerptOf(text),
    reasons: [...new Set(flags.map(({ reason }) => reason))],
    flags: flags.length,
    detected: [...new Set(detections.map(({ kind }) => kind))],
    hasOpenAppeal: decisions.length > 0,
    claimedBy: claimant !== null && claimant !== reader.userId ? claimedBy : null,
  };
}

/**
 * Tells the others that one looks at the item, and at no other any more.
 * @throws AppError `conflict` when somebody else does already
 */
export function claim(itemId: string, moderator: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const { item } = await lockTarget(tx, itemId);
    const until = new Date(now.getTime() + claimPeriod);
    await step(tx, item, { type: "claim", by: moderator.userId, until }, now);
    await releaseOthers(tx, itemId, moderator, now);
    const isNews = claimantOf(reviewOf(item), now) !== moderator.userId;
    if (isNews) await announce(tx, { type: "queue.changed", workspaceId: item.workspaceId });
  });
}

/** One that is being changed just now is passed over: its claim runs out by itself, and nobody waits for anybody. */
async function releaseOthers(tx: Tx, itemId: string, { userId }: Member, now: Date): Promise<void> {
  const left = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "ReviewItem" WHERE "claimedById" = ${userId}::uuid AND "id" <> ${itemId}::uuid
    FOR UPDATE SKIP LOCKED`;
  const items = await tx.reviewItem.findMany({ where: { id: { in: left.map(({ id }) => id) } } });
  for (const item of items) await step(tx, item, { type: "release", by: userId }, now);
}
