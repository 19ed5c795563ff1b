/** A workspace's watched words (database), and the matcher made of them, kept while they stay the same. */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { record } from "../log";
import { faultOf, type Matcher, matcherOf, type Pattern } from "../watched/matcher";
import type { WatchAction } from "./details";
import type { WatchedWord } from "./schema";

const select = { word: true, isPart: true, action: true, note: true } as const;

/** The list in alphabetical order, and the version that a change of it names. */
export async function listWatchedWords(workspaceId: string): Promise<{ words: WatchedWord[]; version: number }> {
  return db().$transaction(async (tx) => {
    const version = await versionOf(tx, workspaceId);
    const words = await tx.watchedWord.findMany({ where: { workspaceId }, select });
    return { words: words.sort((a, b) => a.word.localeCompare(b.word, "en")), version };
  });
}

/**
 * Makes this the workspace's list.
 * @param version of the list that was changed
 * @throws AppError `conflict` when it isn't that any more, `invalid-input` for a word that can't be watched
 */
export function changeWatchedWords(
  workspaceId: string,
  { words, version }: { words: readonly WatchedWord[]; version: number },
  moderator: Member,
): Promise<{ version: number }> {
  requireUsable(words);
  return db().$transaction(async (tx) => {
    await tx.postingRules.createMany({ data: { workspaceId }, skipDuplicates: true });
    const { count } = await tx.postingRules.updateMany({
      where: { workspaceId, wordsVersion: version },
      data: { wordsVersion: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError(
        "conflict",
        "Another moderator has changed the list meanwhile. Nothing was saved; what you wrote is kept on your screen. Load the page anew and make your change to their list.",
      );
    const before = await tx.watchedWord.findMany({ where: { workspaceId }, select });
    const isIn = (list: readonly WatchedWord[], { word, isPart, action, note }: WatchedWord) =>
      list.some((each) => each.word === word && each.isPart === isPart && each.action === action && each.note === note);
    const dropped = before.filter((entry) => !isIn(words, entry));
    const added = words.filter((entry) => !isIn(before, entry));
    await tx.watchedWord.deleteMany({ where: { workspaceId, word: { in: dropped.map(({ word }) => word) } } });
    await tx.watchedWord.createMany({ data: added.map((entry) => ({ workspaceId, ...entry })) });
    await record(tx, workspaceId, moderator.userId, {
      action: "watched-words.changed",
      data: { standing: words.length, added: added.length, dropped: dropped.length },
    });
    return { version: version + 1 };
  });
}

/** @throws AppError `invalid-input` */
export function requireUsable(words: readonly WatchedWord[]): void {
  const fields = words.flatMap(({ word }, index) => {
    const message = faultOf(word);
    return message === null ? [] : [{ path: `words.${index}.word`, message: `${word}: ${message}` }];
  });
  const [first] = fields;
  if (first) throw new AppError("invalid-input", `${first.message} Nothing was saved.`, { fields });
}

type Watch = Pattern & { action: WatchAction; note: string };

/** Each process keeps those of the workspaces that wrote last. */
const kept = new Map<string, { version: number; matcher: Matcher<Watch> }>();
const mostKept = 50;

/** What finds the workspace's words. It was made of the list as it is now, or as another transaction has just changed it. */
export async function watchedMatcher(tx: Tx, workspaceId: string, version: number): Promise<Matcher<Watch>> {
  const known = kept.get(workspaceId);
  const { matcher } =
    known?.version === version
      ? known
      : { matcher: matcherOf(await tx.watchedWord.findMany({ where: { workspaceId }, select })) };
  // Last used, last in the row.
  kept.delete(workspaceId);
  kept.set(workspaceId, { version, matcher });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return matcher;
}

async function versionOf(tx: Tx, workspaceId: string): Promise<number> {
  const rules = await tx.postingRules.findUnique({ where: { workspaceId }, select: { wordsVersion: true } });
  return rules?.wordsVersion ?? 0;
}
