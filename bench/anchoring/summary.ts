/** Counts outcomes, and sets them against what was promised. */
import type { Row } from "../result";
import { duration, found, promised } from "../result";
import type { Case } from "./cases";
import { type Outcome, outcomes } from "./judge";
import { articleLength, baselineSample, editedQuotes, highlightCount, type Speed } from "./speed";

export const ways = ["anchor", "reanchor", "baseline"] as const;
type Way = (typeof ways)[number];

/** With at least this share of its words left, a passage is to be found. */
export const half = 0.5;

interface Tally {
  cases: number;
  counts: Record<Outcome, number>;
  /** Passages of which at least half is left, and how many of those were found at their place. */
  alive: number;
  aliveFound: number;
  /** Milliseconds for one. */
  time: number;
}

/** What one way made of the cases that it was asked. */
function tally(cases: readonly Case[], way: Way): Tally {
  const asked = cases.filter(({ outcomes: made }) => made[way] !== null);
  const countOf = (outcome: Outcome) => asked.filter(({ outcomes: made }) => made[way] === outcome).length;
  const alive = asked.filter(({ survival }) => survival >= half);
  return {
    cases: asked.length,
    counts: {
      correct: countOf("correct"),
      wrong: countOf("wrong"),
      "wrongly orphaned": countOf("wrongly orphaned"),
      "rightly orphaned": countOf("rightly orphaned"),
      ambiguous: countOf("ambiguous"),
    },
    alive: alive.length,
    aliveFound: alive.filter(({ outcomes: made }) => made[way] === "correct").length,
    time: asked.reduce((sum, { times }) => sum + (times[way] ?? 0), 0) / Math.max(1, asked.length),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const times = (factor: number) => `${factor.toFixed(factor < 10 ? 2 : 0)} times`;

/** A promise to reach at least so much. */
function reached(what: string, measured: number, bound: number, write: (value: number) => string): Row {
  return { what, value: write(measured), bound: `at least ${write(bound)}`, holds: measured >= bound };
}

function promisesOf(cases: readonly Case[], way: "anchor" | "reanchor"): Row[] {
  const all = tally(cases, way);
  const shared = cases.filter(({ outcomes: made }) => made.baseline !== null);
  const [own, baseline] = [tally(shared, way), tally(shared, "baseline")];
  const share = own.counts.wrong / Math.max(1, baseline.counts.wrong);
  return [
    promised(`\`${way}\`: wrong, of all cases`, all.counts.wrong / all.cases, 0.002, percent),
    promised(`\`${way}\`: wrong, against the baseline’s in the cases it was asked`, share, 0.1, percent),
    reached(`\`${way}\`: correct where at least half of the words are left`, all.aliveFound / all.alive, 0.99, percent),
  ];
}

/** What `anchor` makes of the cases that the new text and the selector decide. */
function decidableRows(cases: readonly Case[]): Row[] {
  const {
    alive,
    aliveFound,
    counts,
    cases: count,
  } = tally(
    cases.filter(({ isUndecidable }) => !isUndecidable),
    "anchor",
  );
  const undecidable = cases.filter(({ survival, isUndecidable }) => isUndecidable && survival >= half).length;
  return [
    found(`… the same without the ${undecidable} that are undecidable`, percent(aliveFound / alive)),
    found("… wrong without those", percent(counts.wrong / count)),
  ];
}

/** All promises. */
export function promises(cases: readonly Case[], speed: Speed): Row[] {
  const size = `${highlightCount.toLocaleString("en")} highlights on ${articleLength.toLocaleString("en")} characters`;
  return [
    ...promisesOf(cases, "reanchor"),
    ...promisesOf(cases, "anchor"),
    ...decidableRows(cases),
    promised(`\`reanchor\`, ${size}`, speed.reanchor, 1500, duration),
    found(`The baseline, the same (reckoned from ${baselineSample} of them)`, duration(speed.baseline)),
    reached("`reanchor`, faster than the baseline", speed.baseline / speed.reanchor, 50, times),
    promised("`reanchor`, time for twice as many highlights", speed.reanchorTwice / speed.reanchor, 2, times),
    found(`\`anchor\`, ${editedQuotes} edited quotes on as many characters`, duration(speed.anchor)),
    promised(
      `\`describe\` on ${articleLength.toLocaleString("en")} characters, median`,
      speed.describe.median,
      1,
      duration,
    ),
    found("… 99 of 100", duration(speed.describe.slow)),
  ];
}

/** A line of counts, for a table: what, cases, each outcome, found of those left, time. */
export function countsLine(what: string, cases: readonly Case[], way: Way): string {
  const { counts, alive, aliveFound, time, cases: all } = tally(cases, way);
  const cells = [what, `\`${way}\``, all, ...outcomes.map((outcome) => counts[outcome])];
  return `| ${[...cells, alive === 0 ? "" : percent(aliveFound / alive), duration(time)].join(" | ")} |`;
}
