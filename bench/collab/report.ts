/** Writes what was measured: tables for the terminal and the page docs/performance-collab.md. */
import { writeFile } from "node:fs/promises";
import { duration } from "../result";
import { type Name, names } from "./contestants";
import {
  type LoadResult,
  type Promised,
  type Summary,
  summaryOf,
  type Unit,
  type Verdict,
  verdictsOf,
} from "./figures";

interface Report {
  machine: string;
  /** How busy the machine was before. */
  load: string;
  date: Date;
  loads: LoadResult[];
}

function inUnit(value: number, unit: Unit): string {
  switch (unit) {
    case "ms":
      return duration(value);
    case "%":
      return `${value.toFixed(1)} %`;
    case "/s":
      return `${Math.round(value).toLocaleString("en")}/s`;
    case "bytes":
      return `${(value / 1000).toFixed(1)} KB`;
    case "bytes/s":
      return `${(value / 1000).toFixed(0)} KB/s`;
  }
}

/** The median, and the least and most of the rounds behind it. */
function inWords(summary: Summary | null, unit: Unit): string {
  if (!summary) return "";
  const { median, least, most } = summary;
  const spread = least === most ? "" : ` (${inUnit(least, unit)}–${inUnit(most, unit)})`;
  return inUnit(median, unit) + spread;
}

function promiseIn(promised: Promised, unit: Unit): string {
  if ("atMost" in promised) return `at most ${inUnit(promised.atMost, unit)}`;
  if ("atLeast" in promised) return `at least ${inUnit(promised.atLeast, unit)}`;
  return `at most ${promised.timesStock} × Hocuspocus`;
}

type Line = [what: string, ...Record<Name, string>[Name][], promised: string, holds: string];

function linesOf(load: LoadResult): Line[] {
  const verdicts = verdictsOf(load);
  return Object.entries(load.units).map(([what, unit]) => {
    const verdict = verdicts.find(({ promised }) => promised.what === what);
    return [
      what,
      ...names.map((name) => inWords(summaryOf(load.rounds.get(name), what), unit)),
      verdict ? promiseIn(verdict.promised, unit) : "",
      verdict ? (verdict.holds ? "yes" : "NO") : "",
    ];
  });
}

/** Promises that don't hold, a sentence each. */
export function missed(loads: readonly LoadResult[]): string[] {
  return loads.flatMap((load) => {
    const inLoad = ({ promised, measured, bound }: Verdict) => {
      const unit = load.units[promised.what] ?? "ms";
      return `${load.title}: ${promised.what} is ${inUnit(measured, unit)}, promised ${promiseIn(promised, unit)} (${inUnit(bound, unit)}).`;
    };
    return verdictsOf(load)
      .filter(({ holds }) => !holds)
      .map(inLoad);
  });
}

const head = ["", ...names, "promised", "holds"];

/** The tables, their columns aligned. */
export function asText({ machine, load, loads }: Report): string {
  const tables = loads.map((each) => {
    const cells = [head, ...linesOf(each)];
    const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
    const rows = cells.map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
    return [each.title, ...rows].join("\n");
  });
  return [`${machine}\nload before: ${load}`, ...tables].join("\n\n");
}

/** Writes the page. */
export async function writePage(file: string, report: Report): Promise<void> {
  const { machine, load, date, loads } = report;
  const sections = loads.flatMap((each) => [
    `## ${each.title}`,
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...linesOf(each).map((line) => `| ${line.join(" | ")} |`),
    "",
  ]);
  const unkept = missed(loads);
  const page = [
    "# Performance of the realtime server",
    "",
    "Written by `npm run bench:collab`: Rejoinder's realtime server as it ships (PostgreSQL log, validation,",
    "acknowledgements), stock `@hocuspocus/server` 4.7.0 in memory, and the server that comes with `y-websocket` 2.1.0. Each runs",
    "in a process of its own, with the same raw clients in one other process, all on one machine over loopback. Each load is",
    "run in rounds that take turns; a cell shows the median of the rounds, and the least and most of them. Memory is the heap",
    "and what hangs on it after collecting garbage. PostgreSQL's own share of the processor is not in “server CPU”.",
    "Don't edit it: run the command again.",
    "",
    `- Date: ${date.toISOString().slice(0, 10)}`,
    `- Machine: ${machine}`,
    `- Load average of the last minute before it began: ${load}`,
    `- Promises not kept: ${unkept.length === 0 ? "none" : ""}`,
    ...unkept.map((sentence) => `  - ${sentence}`),
    "",
    ...sections,
  ].join("\n");
  await writeFile(file, page);
}
