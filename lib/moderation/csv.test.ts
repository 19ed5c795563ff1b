import { expect, it } from "vitest";
import { logAsCsv } from "./csv";
import type { LogEntry } from "./schema";

const entry = {
  number: 1,
  at: "2026-01-01T12:00:00.000Z",
  actor: "Ana",
  byHand: true,
  action: "decision.made",
  about: "comment",
  outcome: null,
  decision: { measure: "hide", reason: "spam", groundWords: "1. Be kind", facts: "", automatic: false },
  hash: "b",
  previousHash: "a",
} satisfies LogEntry;
const withFacts = (facts: string): LogEntry => ({ ...entry, decision: { ...entry.decision, facts } });
const lastRow = (facts: string) =>
  logAsCsv([withFacts(facts)])
    .split("\r\n")
    .slice(1)
    .join("\r\n");

it("has a row of names and one for each entry", () => {
  expect(logAsCsv([entry, { ...entry, decision: null, actor: null }]).split("\r\n")).toEqual([
    "number,at,actor,action,outcome,measure,reason,ground,facts,automatic,hash,previousHash",
    "1,2026-01-01T12:00:00.000Z,Ana,decision.made,,hide,spam,1. Be kind,,false,b,a",
    "1,2026-01-01T12:00:00.000Z,,decision.made,,,,,,,b,a",
  ]);
});

it("keeps commas, quotes and line breaks in their cell", () => {
  expect(lastRow('He said "no", twice\nor so')).toContain(',"He said ""no"", twice\nor so",');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)"])("lets no spreadsheet run %s", (facts) => {
  expect(lastRow(facts)).toContain(`,'${facts},`);
});
