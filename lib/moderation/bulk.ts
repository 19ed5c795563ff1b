/** Decides many items of the queue with one statement of reasons, and takes such decisions back together (database). */
import type { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { decide, undoDecision } from "./decide";
import type { decideReviews, undoDecisions } from "./desk-endpoints";
import type { Choice } from "./schema";

type Decided = z.output<typeof decideReviews.response>;
type Undone = z.output<typeof undoDecisions.response>;

/** What happened to one of many: it was done, or why it wasn't. */
type Attempt<T> = { done: T } | { refused: string };

/**
 * Decides each of the items as if it were decided alone: in a transaction of its own, with its own snapshot, log entry and
 * notices. What can't be decided so is passed over, and the others are not held up by it.
 * @param clock asked for each, since a decision can be taken back for some seconds from its own time on
 * @throws what isn't about one item: that the rule doesn't hold, say, so that nothing can be decided so
 */
export async function decideMany(
  workspaceId: string,
  items: readonly { reviewId: string; version: number }[],
  choice: Choice,
  moderator: Member,
  clock: () => Date,
): Promise<Decided> {
  const here = await idsIn(
    db().reviewItem.findMany({
      where: { workspaceId, id: { in: items.map(({ reviewId }) => reviewId) } },
      select: { id: true },
    }),
  );
  const result: Decided = { decided: [], skipped: [] };
  for (const { reviewId, version } of items) {
    const attempt = here.has(reviewId)
      ? await tryOne(() => decide(reviewId, version, choice, moderator, clock()))
      : { refused: isNowhere };
    if ("done" in attempt) result.decided.push({ reviewId, decisionId: attempt.done.decisionId });
    else result.skipped.push({ reviewId, reason: attempt.refused });
  }
  return result;
}

/** Takes each of one's own decisions back, all of them as if at this moment. */
export async function undoMany(
  workspaceId: string,
  decisionIds: readonly string[],
  moderator: Member,
  now: Date,
): Promise<Undone> {
  const here = await idsIn(
    db().decision.findMany({ where: { workspaceId, id: { in: [...decisionIds] } }, select: { id: true } }),
  );
  const result: Undone = { undone: [], skipped: [] };
  for (const decisionId of decisionIds) {
    const attempt = here.has(decisionId)
      ? await tryOne(() => undoDecision(decisionId, moderator, now))
      : { refused: isNowhere };
    if ("done" in attempt) result.undone.push(decisionId);
    else result.skipped.push({ decisionId, reason: attempt.refused });
  }
  return result;
}

const isNowhere = "This is not in this workspace. Nothing was done about it.";

/** What only concerns the one: somebody else decided, its author edited it, it is one's own, its time is over. */
const ofOne = new Set(["conflict", "forbidden", "gone", "not-found"]);

async function tryOne<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof AppError && ofOne.has(error.code)) return { refused: error.message };
    throw error;
  }
}

const idsIn = async (rows: Promise<{ id: string }[]>) => new Set((await rows).map(({ id }) => id));
