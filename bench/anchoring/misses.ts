/** Shows which passages a way of anchoring misses: by what happened to the text and by how long they are. */
import type { Case } from "./cases";
import type { Outcome } from "./judge";
import { half } from "./summary";

/** What can go wrong: a range that isn't the passage's, or no range for a passage of which half is left. */
const kinds: { name: string; isIn(one: Case, outcome: Outcome): boolean }[] = [
  { name: "wrong", isIn: (_, outcome) => outcome === "wrong" },
  { name: "in doubt", isIn: ({ survival }, outcome) => outcome === "ambiguous" && survival >= half },
  { name: "called gone", isIn: (_, outcome) => outcome === "wrongly orphaned" },
];

/** A table with a line for each mutation and kind of miss, a column for each length. */
export function missesTable(cases: readonly Case[], way: "anchor" | "reanchor"): string[] {
  const lengths = [...new Set(cases.map(({ length }) => length))];
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  const mutations = [...new Set(cases.map(({ mutation }) => mutation))];
  return [
    line(["", "miss", ...lengths, "of these undecidable"]),
    `| --- | --- |${" ---: |".repeat(lengths.length + 1)}`,
    ...mutations.flatMap((mutation) =>
      kinds.flatMap(({ name, isIn }) => {
        const missed = cases.filter((one) => one.mutation === mutation && isIn(one, one.outcomes[way]));
        if (missed.length === 0) return [];
        const counts = lengths.map((length) => missed.filter((one) => one.length === length).length || "");
        return line([mutation, name, ...counts, missed.filter((one) => one.isUndecidable).length || ""]);
      }),
    ),
  ];
}
