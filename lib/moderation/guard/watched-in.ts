/** The workspace's watched words in what somebody wrote (database). */
import type { Tx } from "@/lib/db/client";
import type { Watched } from "./verdict";
import { watchedMatcher } from "./words";

interface Written {
  /** What places are told of. */
  text: string;
  /** What is searched too, and how the findings name it. */
  elsewhere: { in: "address" | "text"; text: string };
}

/**
 * The words that are found, each once with all its places.
 * @param version of the workspace's list
 */
export async function watchedIn(
  tx: Tx,
  workspaceId: string,
  version: number,
  { text, elsewhere }: Written,
): Promise<Watched[]> {
  if (version === 0) return [];
  const matcher = await watchedMatcher(tx, workspaceId, version);
  const found = new Map<string, Watched>();
  const detailsOf = ({ word, action, note }: { word: string; action: Watched["action"]; note: string }) => {
    const known = found.get(word) ?? {
      action,
      details: { kind: "watched_word", word, note, ranges: [], alsoIn: null },
    };
    found.set(word, known);
    return known.details;
  };
  for (const { pattern, start, end } of matcher.find(text)) detailsOf(pattern).ranges.push({ start, end });
  for (const { pattern } of matcher.find(elsewhere.text)) detailsOf(pattern).alsoIn = elsewhere.in;
  return [...found.values()];
}
