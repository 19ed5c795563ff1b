/** Lists an article's highlights for the API (database). */
import type { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { coverOf } from "@/lib/moderation/cover";
import { isPlaced } from "./anchor-state";
import type { listHighlights as endpoint } from "./endpoints";
import { noteSchema } from "./note.schema";
import { byPlace } from "./order";
import { readFacts } from "./read-facts";

type Listed = z.input<typeof endpoint.response>["highlights"][number];

/** The standing highlights, in the order of the text; those without a place in the current revision last. */
export async function listHighlights(articleId: string, reader: Member): Promise<Listed[]> {
  const [rows, facts] = await Promise.all([
    db().highlight.findMany({
      where: { articleId, deletedAt: null },
      include: { author: { select: { id: true, name: true } } },
    }),
    readFacts(articleId, reader),
  ]);
  const answered = new Set(facts.answered);
  const comments = new Map(facts.comments.map(({ highlightId, count }) => [highlightId, count]));
  const isWithout = ({ anchorState }: (typeof rows)[number]) => Number(!isPlaced(anchorState));
  return rows
    .sort((a, b) => isWithout(a) - isWithout(b) || byPlace(a, b))
    .map((row) => ({
      ...row,
      noteCover: coverOf(row.noteState),
      note: row.note === null ? null : noteSchema.parse(row.note),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      answered: answered.has(row.id),
      comments: comments.get(row.id) ?? 0,
    }));
}
