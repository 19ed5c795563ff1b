/** Whose words a highlight's note holds (database). */
import { db, type Tx } from "@/lib/db/client";

/**
 * Everybody who wrote in the note: the highlight's author first when they did, then by when they began. A note in which
 * nobody is known to have written is its highlight's author's.
 */
export async function noteWritersOf(highlightId: string, tx: Tx = db()): Promise<string[]> {
  const highlight = await tx.highlight.findUnique({
    where: { id: highlightId },
    select: {
      authorId: true,
      noteAuthors: { select: { userId: true }, orderBy: [{ since: "asc" }, { userId: "asc" }] },
    },
  });
  const writers = highlight?.noteAuthors.map(({ userId }) => userId) ?? [];
  const author = highlight?.authorId ?? null;
  if (author === null || (writers.length > 0 && !writers.includes(author))) return writers;
  return [author, ...writers.filter((id) => id !== author)];
}
