/** The order in which the desk shows the queue: nothing moves under whoever reads it. Pure. */

interface Arranged {
  /** The ids to be shown, in order. */
  ids: string[];
  /** How many came that would stand among these: they are held back until they are asked for. */
  arrivals: number;
}

/**
 * What stays keeps its place, what has left the queue goes, and what came below goes to the end.
 * @param shown the ids as they stand
 * @param ranked the ids as the queue ranks them now
 * @param current what is being read: it stays though it has left the queue
 */
export function arrange(shown: readonly string[], ranked: readonly string[], current: string | null): Arranged {
  const rankOf = new Map(ranked.map((id, rank) => [id, rank]));
  const kept = shown.filter((id) => rankOf.has(id) || id === current);
  const isKept = new Set(kept);
  const last = Math.max(-1, ...kept.map((id) => rankOf.get(id) ?? -1));
  const came = ranked.filter((id) => !isKept.has(id));
  const below = came.filter((id) => (rankOf.get(id) ?? 0) > last);
  return { ids: [...kept, ...below], arrivals: came.length - below.length };
}
