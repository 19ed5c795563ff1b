/** What a load measured: figures by name, one value for each round, and what was promised of them. */
import { percentile } from "../statistics";
import type { Name } from "./contestants";

export type Unit = "ms" | "%" | "bytes" | "bytes/s" | "/s";

/** One round's figures of one server. */
export type Figures = Record<string, number>;

/** Something that must hold of the medians. */
export type Promised =
  /** At most (or, with `least`, at least) this much. */
  | { what: string; atMost: number }
  | { what: string; atLeast: number }
  /** At most this multiple of stock Hocuspocus in the same run. */
  | { what: string; timesStock: number };

export interface LoadResult {
  title: string;
  /** The unit of each figure; only figures named here are shown, in this order. */
  units: Record<string, Unit>;
  promises: Promised[];
  rounds: Map<Name, Figures[]>;
}

export interface Summary {
  median: number;
  least: number;
  most: number;
}

/** The figure over all rounds; null when the server doesn't have it. */
export function summaryOf(rounds: readonly Figures[] | undefined, what: string): Summary | null {
  const values = (rounds ?? []).flatMap((round) => round[what] ?? []);
  if (values.length === 0) return null;
  return { median: percentile(values, 0.5), least: Math.min(...values), most: Math.max(...values) };
}

/** Median and 99th percentile of times, as figures called `name p50` and `name p99`. */
export function times(name: string, values: readonly number[]): Figures {
  return { [`${name}, p50`]: percentile(values, 0.5), [`${name}, p99`]: percentile(values, 0.99) };
}

/** How a promise stands. */
export interface Verdict {
  promised: Promised;
  measured: number;
  bound: number;
  holds: boolean;
}

/** Judges the promises of a load. One whose figures are missing is left out. */
export function verdictsOf({ promises, rounds }: LoadResult): Verdict[] {
  return promises.flatMap((promised): Verdict[] => {
    const measured = summaryOf(rounds.get("Rejoinder"), promised.what)?.median;
    if (measured === undefined) return [];
    if ("atMost" in promised)
      return [{ promised, measured, bound: promised.atMost, holds: measured <= promised.atMost }];
    if ("atLeast" in promised)
      return [{ promised, measured, bound: promised.atLeast, holds: measured >= promised.atLeast }];
    const stock = summaryOf(rounds.get("Hocuspocus"), promised.what)?.median;
    if (stock === undefined) return [];
    const bound = stock * promised.timesStock;
    return [{ promised, measured, bound, holds: measured <= bound }];
  });
}
