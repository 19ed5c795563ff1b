/** Looks up what the database knows of highlights that a frame names (database). */
import { db } from "@/lib/db/client";
import { coverOf } from "@/lib/moderation/cover";
import type { Answers } from "./guard";

export async function lookUpHighlights(ids: readonly string[]): Promise<Answers> {
  const rows = await db().highlight.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      createdAt: true,
      deletedAt: true,
      noteState: true,
      _count: { select: { answers: true, citations: true } },
    },
  });
  const known = rows.map(
    ({ id, articleId, authorId, createdAt, deletedAt, noteState, _count }) =>
      [
        id,
        {
          articleId,
          authorId,
          createdAt: createdAt.getTime(),
          stands: deletedAt === null,
          cited: _count.answers + _count.citations > 0,
          noteCover: coverOf(noteState),
        },
      ] as const,
  );
  return new Map([...ids.map((id) => [id, null] as const), ...known]);
}
