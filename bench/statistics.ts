/** Sums up many measured times in a few numbers. Pure. */

/**
 * The value that `share` of the values don't exceed (nearest rank).
 * @param share from 0 to 1
 * @throws RangeError without values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError("Nothing was measured.");
  return value;
}
