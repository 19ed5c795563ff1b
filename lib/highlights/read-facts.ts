/** Reads what rebuttals and threads say about an article's highlights (database). */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { readableBy } from "@/lib/threads/visibility";

export interface FactRows {
  /** Ids of highlights that a rebuttal answers; one that was withdrawn doesn't. */
  answered: string[];
  /** How many comments the reader can read; only where there are some. */
  comments: { highlightId: string; count: number }[];
}

export async function readFacts(articleId: string, reader: Member): Promise<FactRows> {
  const highlight = { articleId, deletedAt: null };
  const [answers, threads] = await Promise.all([
    db().rebuttalAnswer.findMany({
      where: { highlight, rebuttal: { status: { not: "withdrawn" }, state: "visible" } },
      select: { highlightId: true },
      distinct: ["highlightId"],
    }),
    db().thread.findMany({
      where: { highlight },
      select: { highlightId: true, _count: { select: { comments: { where: readableBy(reader) } } } },
    }),
  ]);
  return {
    answered: answers.map(({ highlightId }) => highlightId),
    comments: threads.flatMap(({ highlightId, _count }) =>
      highlightId !== null && _count.comments > 0 ? [{ highlightId, count: _count.comments }] : [],
    ),
  };
}
