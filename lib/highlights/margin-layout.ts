/** Where the margin's cards stand: in order, never overlapping, each as near its passage as can be. Pure. */

export interface MarginCard {
  /** Where the card would stand if it were alone: its passage's top, in px. */
  level: number;
  /** In px. */
  height: number;
}

interface MarginOptions {
  /** Space between two cards, in px. */
  gap: number;
  /** No card stands above this, in px, unless those before a pinned card need the room. */
  top: number;
  /** Index of the card that must stand exactly level with its passage: the active one. */
  pinned?: number;
}

/**
 * Top of each card in px, in the order given.
 *
 * Minimises the sum of squared distances from the levels. With the heights above a card taken off its level, "never
 * overlapping" reads "never decreasing", so the optimum is an isotonic regression, found by pooling adjacent violators
 * (Ayer et al. 1955) in O(n). A pinned card splits it into two bounded regressions, whose optimum is the unbounded one
 * clamped to the bound.
 */
export function marginLayout(cards: readonly MarginCard[], { gap, top, pinned }: MarginOptions): number[] {
  const above: number[] = [];
  let sum = 0;
  for (const card of cards) {
    above.push(sum);
    sum += card.height + gap;
  }
  const wanted = cards.map((card, index) => card.level - (above[index] ?? 0));
  const pin = pinned === undefined ? undefined : wanted[pinned];

  const places =
    pinned === undefined || pin === undefined
      ? nonDecreasing(wanted).map((place) => Math.max(place, top))
      : [
          ...nonDecreasing(wanted.slice(0, pinned)).map((place) => Math.min(Math.max(place, top), pin)),
          pin,
          ...nonDecreasing(wanted.slice(pinned + 1)).map((place) => Math.max(place, pin)),
        ];
  return places.map((place, index) => place + (above[index] ?? 0));
}

/** The never-decreasing sequence nearest to `values` in least squares. */
function nonDecreasing(values: readonly number[]): number[] {
  const pools: { mean: number; count: number }[] = [];
  for (const value of values) {
    let pool = { mean: value, count: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ mean, count }) => Array<number>(count).fill(mean));
}
