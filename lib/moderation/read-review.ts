/** Reads one item of the queue with all that a moderator needs to judge it (database). */
import { type Member, may } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { notFound } from "@/lib/errors";
import { authorSelect } from "@/lib/threads/view";
import { conflictOver, conflictOverAppeal, conflictWords } from "./conflicts";
import { detailsSchema } from "./guard/details";
import { readInviters } from "./inviters";
import { entryOf, entrySelect } from "./queue";
import { readTarget } from "./read-target";
import type { Review } from "./schema";
import { appealView, statementOf } from "./statement";
import { moderatorsOf } from "./target";
import { targetOf } from "./target-ref";

const select = {
  ...entrySelect,
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
  detections: { orderBy: [{ at: "asc" }, { id: "asc" }] },
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
  const { workspaceId, flags, detections, decisions } = row;
  const context = await readTarget(targetOf(row), reader);
  const authorIds = context.authors.map(({ id }) => id);
  const standing = flags.filter(({ withdrawnAt }) => withdrawnAt === null);
  const openDetections = detections.filter(({ decisionId }) => decisionId === null);
  const openAppeals = decisions.filter(({ appeal }) => appeal?.status === "pending");
  const [history, conflicts] = await Promise.all([
    readHistory(workspaceId, authorIds[0] ?? null, now),
    readConflicts(row, authorIds, reader, now),
  ]);
  const { target } = context;
  const kept = target.kind === "rebuttal" ? target.title : "";
  const entry = entryOf(
    { ...row, flags: standing, detections: openDetections, decisions: openAppeals },
    reader,
    now,
    kept,
  );
  return {
    ...entry,
    ...context,
    flagList: flags.map(({ id, user, reason, words, createdAt, withdrawnAt, agreed }) => ({
      id,
      by: user,
      reason,
      words,
      createdAt: createdAt.toISOString(),
      withdrawn: withdrawnAt !== null,
      agreed,
    })),
    detections: detections.map(({ id, at, decisionId, details }) => ({
      id,
      at: at.toISOString(),
      isDecided: decisionId !== null,
      details: detailsSchema.parse(details),
    })),
    decisions: decisions.map((decision) => ({
      ...statementOf(decision),
      decidedBy: decision.decidedBy,
      appeal: decision.appeal && { ...appealView(decision.appeal), author: decision.appeal.author },
    })),
    history,
    mayPurge: may(reader, "content.purge") && entry.contentState !== "purged",
    ...conflicts,
  };
}

async function readHistory(workspaceId: string, authorId: string | null, now: Date): Promise<Review["history"]> {
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
    readInviters(workspaceId, authorId, now),
  ]);
  return { comments, restricted, overturned, memberSince: membership?.createdAt.toISOString() ?? null, broughtInBy };
}

async function readConflicts(
  { workspaceId, flags, decisions }: Row,
  authorIds: readonly string[],
  { userId: moderatorId }: Member,
  now: Date,
): Promise<Pick<Review, "conflict" | "appealConflict">> {
  const moderatorIds = await moderatorsOf(db(), workspaceId, now);
  const flaggerIds = flags.flatMap(({ userId, withdrawnAt, agreed }) =>
    userId && withdrawnAt === null && agreed === null ? [userId] : [],
  );
  const conflict = conflictOver({ moderatorId, authorIds, flaggerIds, moderatorIds });
  const appealed = decisions.find(({ appeal }) => appeal?.status === "pending");
  const over =
    appealed &&
    conflictOverAppeal({
      moderatorId,
      appellantId: appealed.appeal?.authorId ?? null,
      deciderId: appealed.decidedById,
      authorIds,
      moderatorIds,
    });
  return { conflict: conflict && conflictWords[conflict], appealConflict: over ? conflictWords[over] : null };
}
