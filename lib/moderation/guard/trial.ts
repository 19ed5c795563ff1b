/** Tries a list of watched words out on the comments that are there, before it holds (database). */
import { db } from "@/lib/db/client";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { authorSelect } from "@/lib/threads/view";
import { matcherOf } from "../watched/matcher";
import { linksIn } from "./links";
import type { Trial, WatchedWord } from "./schema";
import { requireUsable } from "./words";

/** How many comments are looked at, the newest first. */
const mostComments = 5000;
/** Few at a time: while they are read, this process answers nobody else. */
const page = 50;
/** How many of those that are hit are shown. */
const mostExamples = 20;

/**
 * What the list would have found.
 * @throws AppError `invalid-input` for a word that can't be watched
 */
export async function tryWatchedWords(workspaceId: string, words: readonly WatchedWord[]): Promise<Trial> {
  requireUsable(words);
  const matcher = matcherOf(words);
  const counts = new Map<string, number>();
  const trial: Trial = { looked: 0, isAll: false, hit: 0, words: [], examples: [] };
  for await (const { id, body, text, author } of commentsOf(workspaceId)) {
    trial.looked += 1;
    const hits = matcher.find(text);
    const parsed = commentBodySchema.safeParse(body);
    const inLinks = parsed.success ? matcher.find(linksIn(parsed.data).join("\n")) : [];
    const found = [...new Set([...hits, ...inLinks].map(({ pattern }) => pattern.word))];
    if (found.length === 0) continue;
    trial.hit += 1;
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (trial.examples.length < mostExamples) {
      const ranges = hits.map(({ start, end }) => ({ start, end }));
      trial.examples.push({ commentId: id, author: author?.name ?? null, text, ranges, words: found });
    }
  }
  trial.isAll = trial.looked < mostComments;
  trial.words = [...counts].map(([word, comments]) => ({ word, comments })).sort((a, b) => b.comments - a.comments);
  return trial;
}

/** What members read now or may read soon, the newest first. */
async function* commentsOf(workspaceId: string) {
  let after: string | null = null;
  for (let read = 0; read < mostComments; read += page) {
    const rows: Awaited<ReturnType<typeof pageOf>> = await pageOf(workspaceId, after);
    yield* rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < page) return;
  }
}

function pageOf(workspaceId: string, after: string | null) {
  return db().comment.findMany({
    where: {
      state: { in: ["visible", "pending"] },
      thread: { article: { workspaceId, deletedAt: null } },
      ...(after !== null && { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: page,
    select: { id: true, body: true, text: true, author: { select: authorSelect } },
  });
}
