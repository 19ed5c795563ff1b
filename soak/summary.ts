/** The soak's summary, as it is printed. Pure. */

export interface Row {
  what: string;
  result: string;
}

export function asText(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map(({ what, result }) => `${what.padEnd(width)}  ${result}`).join("\n");
}
