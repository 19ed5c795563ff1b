/** Finds out whether a comment says again what was deleted or taken down not long ago (database). */
import type { Tx } from "@/lib/db/client";
import { gistOf } from "../watched/gist";
import type { Earlier } from "./verdict";

/** How long somebody is remembered to have said the same, in ms: a week. */
const memory = 7 * 24 * 60 * 60 * 1000;
/** How many of one's own deleted comments, and how many that moderators took down, a new one is compared with. */
const mostDeleted = 20;
const mostTakenDown = 50;

interface Place {
  workspaceId: string;
  authorId: string;
  /** The comment itself, when it is an edit. */
  commentId: string | null;
}

const select = { id: true, authorId: true, text: true, state: true } as const;

/** The latest of one's own deleted comments, and of any that moderators took down, that have the gist. */
export async function earlierOf(tx: Tx, gist: string, place: Place, now: Date): Promise<Earlier[]> {
  if (gist === "") return [];
  const { workspaceId, authorId, commentId } = place;
  const since = new Date(now.getTime() - memory);
  const others = commentId === null ? {} : { id: { not: commentId } };
  const deleted = await tx.comment.findMany({
    where: {
      ...others,
      authorId,
      state: "deleted",
      thread: { article: { workspaceId } },
      // What nobody had seen was deleted without a date.
      OR: [{ deletedAt: { gt: since } }, { deletedAt: null, createdAt: { gt: since } }],
    },
    orderBy: { createdAt: "desc" },
    take: mostDeleted,
    select,
  });
  // By the decisions, because a week has few of them, however many comments were ever taken down.
  const decisions = await tx.decision.findMany({
    where: {
      workspaceId,
      at: { gt: since },
      appealUntil: { not: null },
      undoneAt: null,
      overturnedAt: null,
      item: { status: "rejected", comment: { ...others, state: { in: ["hidden", "removed"] } } },
    },
    orderBy: { at: "desc" },
    take: mostTakenDown,
    select: { item: { select: { comment: { select } } } },
  });
  const takenDown = decisions.flatMap(({ item }) => item?.comment ?? []);
  const latest = [deleted, takenDown].flatMap((comments) => comments.find(({ text }) => gistOf(text) === gist) ?? []);
  return latest.flatMap(({ id, state, authorId: by }) =>
    state === "deleted" || state === "hidden" || state === "removed"
      ? [{ commentId: id, earlier: state, own: by === authorId }]
      : [],
  );
}
