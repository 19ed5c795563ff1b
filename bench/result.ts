/** What a measure found: rows of the table. */
export interface Row {
  /** What was measured, in words that need no other page. */
  what: string;
  /** With its unit. */
  value: string;
  /** What was promised, with its unit; null where nothing was. */
  bound: string | null;
  holds: boolean | null;
}

/** "12.3 ms", and "1.2 s" from two seconds on. */
export function duration(ms: number): string {
  return ms < 2000 ? `${ms.toFixed(ms < 100 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** "123.4 KB", of 1,000 bytes: the stricter of the two readings. */
export function size(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** A row without a promise. */
export function found(what: string, value: string): Row {
  return { what, value, bound: null, holds: null };
}

/** A row with a promise: the number must not exceed the bound, in the same unit. */
export function promised(what: string, measured: number, bound: number, write: (value: number) => string): Row {
  return { what, value: write(measured), bound: `at most ${write(bound)}`, holds: measured <= bound };
}
