/** Chance that a seed repeats, so that a failure found by it can be looked at again. Pure. */

export interface Chance {
  /** A number from 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  /** One of these. */
  of<T>(choices: readonly [T, ...T[]]): T;
  /** Chance of its own, that doesn't depend on how often this one is asked. */
  branch(name: number): Chance;
}

/** Mulberry32 (Tommy Ettinger's generator of 32 bits of state): small, fast, and even enough for tests. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    of: (choices) => choices[below(choices.length)] ?? choices[0],
    branch: (name) => chance(Math.imul(seed ^ (name + 1), 0x9e3779b1)),
  };
}
