/** The moderation log as CSV (RFC 4180), for a spreadsheet. Pure. */
import type { LogEntry } from "./schema";

const columns = [
  "number",
  "at",
  "actor",
  "action",
  "outcome",
  "measure",
  "reason",
  "ground",
  "facts",
  "automatic",
  "hash",
  "previousHash",
] as const;

/** A row for each entry, under a row of names. */
export function logAsCsv(entries: readonly LogEntry[]): string {
  const rows = entries.map(({ number, at, actor, action, outcome, decision, hash, previousHash }) => [
    String(number),
    at,
    actor ?? "",
    action,
    outcome ?? "",
    decision?.measure ?? "",
    decision?.reason ?? "",
    decision?.groundWords ?? "",
    decision?.facts ?? "",
    decision ? String(decision.automatic) : "",
    hash,
    previousHash,
  ]);
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

/** A spreadsheet would run what begins like a formula, so such words get an apostrophe before them. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
