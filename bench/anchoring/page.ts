/** Writes docs/performance-anchoring.md from what was measured. */
import { writeFile } from "node:fs/promises";
import type { Row } from "../result";
import type { Case } from "./cases";
import { outcomes } from "./judge";
import { missesTable } from "./misses";
import type { Speed } from "./speed";
import { countsLine, promises, ways } from "./summary";

interface Report {
  machine: string;
  load: string;
  date: Date;
  cases: Case[];
  speed: Speed;
}

const verdict = ({ holds }: Row) => (holds === null ? "" : holds ? "yes" : "NO");

const introduction = `# Anchoring: how often passages are found again

Written by \`npm run bench:anchoring\`. Don't edit it: run the command again.

Each text is changed by each mutation, with seeds, and highlights from one word to five paragraphs are looked for in the
result, every other one where the text was changed. What is true comes from the mutation's own map of offsets
(\`bench/anchoring/truth.ts\`), the same for all three ways:

- **correct**: both offsets are the map's. Where the word at an edge was itself replaced, its replacement may count as part
  of the passage or not; spaces at the edges don't matter. A passage that was torn apart is where most of its words are.
- **wrong**: any other range, given as found. **ambiguous**: a question to a person, right or not; never counted as correct.
- **rightly orphaned**: called gone, and fewer than half of its words are left together; **wrongly** otherwise.
- **undecidable**: the same new text and the same selector also belong to another revision, in which the passage is
  elsewhere: what stands between its parts may be new, or may have come from where the selector doesn't reach. This too is
  reckoned from the map. Such cases count like all others; the figures without them stand beside.

Rules and thresholds were looked for on other seeds and other generated articles than these (\`bench/anchoring/seeds.ts\`);
the two real articles are the same.

\`reanchor\` knows the old text and the new one. \`anchor\` knows the new text and the selector. The baseline is the common
approach (\`bench/anchoring/baseline.ts\`); it is slow on long texts and so is asked about a part of the cases, chosen by the
seed. Articles are as the import leaves them.`;

/** Writes the page. */
export async function writePage(file: string, { machine, load, date, cases, speed }: Report): Promise<void> {
  const header = `| ${["", "way", "cases", ...outcomes, "found of those half left", "time each"].join(" | ")} |`;
  const rule = `| --- | --- ${"| ---: ".repeat(outcomes.length + 3)}|`;
  const names = (key: "mutation" | "text") => [...new Set(cases.map((one) => one[key]))];
  const tableBy = (key: "mutation" | "text") =>
    names(key).flatMap((name) =>
      ways.map((way) =>
        countsLine(
          name,
          cases.filter((one) => one[key] === name),
          way,
        ),
      ),
    );
  const page = [
    introduction,
    "",
    `- Date: ${date.toISOString().slice(0, 10)}`,
    `- Machine: ${machine}`,
    `- Load average of the last minute before it began: ${load}`,
    "",
    "| what | measured | promised | holds |",
    "| --- | --- | --- | --- |",
    ...promises(cases, speed).map((row) => `| ${row.what} | ${row.value} | ${row.bound ?? ""} | ${verdict(row)} |`),
    "",
    "## What `anchor` misses",
    "",
    ...missesTable(cases, "anchor"),
    "",
    "## Outcomes",
    "",
    header,
    rule,
    ...ways.map((way) => countsLine("All", cases, way)),
    ...tableBy("text"),
    ...tableBy("mutation"),
    "",
  ];
  await writeFile(file, page.join("\n"));
}
