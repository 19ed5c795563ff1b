/** A member as moderators know them: standing, history, notes (database). */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { authorSelect } from "@/lib/threads/view";
import { conflictOverAppeal, conflictWords } from "./conflicts";
import { readBroughtIn, readInviters } from "./inviters";
import { record } from "./log";
import { currentStanding } from "./member";
import { readHistory } from "./member-history";
import type { MemberRecord } from "./schema";
import { standingOf } from "./standing";
import { appealView, statementOf } from "./statement";
import { moderatorsOf } from "./target";

/** Longest lists of decisions and of notes. */
const most = 200;

/**
 * The member's record.
 * @throws AppError `not-found`
 */
export async function readMemberRecord(
  workspaceId: string,
  userId: string,
  reader: Member,
  now: Date,
): Promise<MemberRecord> {
  const membership = await db().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    include: { user: { select: authorSelect } },
  });
  if (!membership) throw notFound("member");
  const [broughtInBy, broughtIn, comments, flags, history, decisions, notes, moderatorIds] = await Promise.all([
    readInviters(workspaceId, userId, now),
    readBroughtIn(workspaceId, userId, now),
    db().comment.count({ where: { authorId: userId, thread: { article: { workspaceId } } } }),
    db().flag.groupBy({ by: ["agreed"], where: { userId, withdrawnAt: null, item: { workspaceId } }, _count: true }),
    readHistory(workspaceId, userId),
    db().decision.findMany({
      where: { workspaceId, affectedId: userId },
      include: { decidedBy: { select: authorSelect }, appeal: { include: { author: { select: authorSelect } } } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: most,
    }),
    db().memberNote.findMany({
      where: { workspaceId, memberId: userId },
      include: { author: { select: authorSelect } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: most,
    }),
    moderatorsOf(db(), workspaceId, now),
  ]);
  const flagsThat = (agreed: boolean | null) => flags.find((group) => group.agreed === agreed)?._count ?? 0;
  const standing = currentStanding(standingOf(membership), now);
  const conflictOf = (appellantId: string | null, deciderId: string | null) => {
    const conflict = conflictOverAppeal({ moderatorId: reader.userId, appellantId, deciderId, moderatorIds });
    return conflict && conflictWords[conflict];
  };
  return {
    member: { ...membership.user, role: membership.role, joinedAt: membership.createdAt.toISOString() },
    standing: { state: standing.state, until: "until" in standing ? standing.until.toISOString() : null },
    broughtInBy,
    broughtIn,
    comments,
    flags: { agreed: flagsThat(true), disagreed: flagsThat(false), open: flagsThat(null) },
    history,
    decisions: decisions.map((decision) => ({
      ...statementOf(decision),
      decidedBy: decision.decidedBy,
      reviewId: decision.itemId,
      appeal: decision.appeal && { ...appealView(decision.appeal), author: decision.appeal.author },
      appealConflict:
        decision.appeal?.status === "pending" ? conflictOf(decision.appeal.authorId, decision.decidedById) : null,
    })),
    notes: notes.map(({ id, author, text, createdAt }) => ({
      id,
      by: author,
      text,
      createdAt: createdAt.toISOString(),
    })),
  };
}

/**
 * Leaves a note about the member for the other moderators.
 * @throws AppError `not-found`
 */
export function writeNote(workspaceId: string, memberId: string, text: string, author: Member): Promise<void> {
  return db().$transaction(async (tx) => {
    const membership = { workspaceId_userId: { workspaceId, userId: memberId } };
    if (!(await tx.membership.findUnique({ where: membership, select: { userId: true } }))) throw notFound("member");
    const { id: noteId } = await tx.memberNote.create({
      data: { workspaceId, memberId, authorId: author.userId, text },
    });
    await record(tx, workspaceId, author.userId, { action: "member.noted", data: { noteId, memberId } });
  });
}
