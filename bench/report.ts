/** Writes what was measured: a table for the terminal and the page docs/performance.md. */
import { writeFile } from "node:fs/promises";
import type { Row } from "./result";

interface Report {
  machine: string;
  /** How busy the machine was before. */
  load: string;
  date: Date;
  rows: Row[];
}

const verdict = ({ holds }: Row) => (holds === null ? "" : holds ? "yes" : "NO");

/** The table, its columns aligned. */
export function asText({ machine, load, rows }: Report): string {
  const cells = [
    ["", "measured", "promised", "holds"],
    ...rows.map((row) => [row.what.replaceAll("`", ""), row.value, row.bound ?? "", verdict(row)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [machine, `load before: ${load}`, "", ...lines].join("\n");
}

/** Writes the page. */
export async function writePage(file: string, { machine, load, date, rows }: Report): Promise<void> {
  const table = rows.map((row) => `| ${row.what} | ${row.value} | ${row.bound ?? ""} | ${verdict(row)} |`);
  const page = [
    "# Performance",
    "",
    "Written by `npm run bench`, which measures the built server and real Chromium pages on one machine, over loopback.",
    "Don't edit it: run the command again.",
    "",
    `- Date: ${date.toISOString().slice(0, 10)}`,
    `- Machine: ${machine}`,
    `- Load average of the last minute before it began: ${load}`,
    "",
    "| what | measured | promised | holds |",
    "| --- | --- | --- | --- |",
    ...table,
    "",
  ].join("\n");
  await writeFile(file, page);
}
