/** Reads the highlights that stood on a revision, as it is read later (database). */
import { db } from "@/lib/db/client";
import { isPlaced } from "@/lib/highlights/anchor-state";
import type { RoomHighlight, RoomPerson } from "@/lib/highlights/room-highlight";

interface Standing {
  highlights: RoomHighlight[];
  /** Their authors. */
  people: RoomPerson[];
}

/** Those that stand on it now, and those that did when the article left it. */
export async function readStanding(articleId: string, revisionId: string): Promise<Standing> {
  const rows = await db().highlight.findMany({
    where: { articleId, deletedAt: null, OR: [{ revisionId }, { anchors: { some: { revisionId } } }] },
    include: {
      author: { select: { id: true, name: true, color: true } },
      anchors: { where: { revisionId } },
    },
  });
  const highlights = rows.flatMap((row): RoomHighlight[] => {
    const [kept] = row.anchors;
    const passage = row.revisionId === revisionId ? row : kept && isPlaced(kept.state) ? kept : null;
    if (!passage || passage.start === null || passage.end === null) return [];
    const { id, label, authorId, createdAt } = row;
    return [
      { id, start: passage.start, end: passage.end, label, authorId, createdAt: createdAt.getTime(), note: null },
    ];
  });
  const people = new Map(rows.flatMap(({ author }) => (author ? [[author.id, author] as const] : [])));
  return { highlights, people: [...people.values()] };
}
