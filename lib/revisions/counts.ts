/** Counts highlights by what became of them. Pure. */
import type { StateCounts } from "./schema";

export function countsOf(states: readonly { state: keyof StateCounts; count: number }[]): StateCounts {
  const counts: StateCounts = { anchored: 0, moved: 0, ambiguous: 0, orphaned: 0 };
  for (const { state, count } of states) counts[state] += count;
  return counts;
}
