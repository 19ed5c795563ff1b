/** The demo's rebuttals: one published, one still being written. */
import type { DemoHighlightName } from "./highlights";
import type { DemoPerson } from "./people";

/** A paragraph (what stands between asterisks is emphasised), a heading, a list, or an evidence card. */
export type DemoBlock = string | { heading: string } | { list: readonly string[] } | { cite: DemoHighlightName };

export interface DemoRebuttal {
  title: string;
  by: DemoPerson;
  /** Who writes in it beside its author. */
  with: readonly DemoPerson[];
  answers: readonly DemoHighlightName[];
  /** Null while it is a draft. */
  publishedBy: DemoPerson | null;
  body: readonly DemoBlock[];
}

export const demoRebuttals = {
  assaults: {
    title: "What nine percent can and cannot say",
    by: "edgar",
    with: ["ana"],
    answers: ["assaults"],
    publishedBy: "olive",
    body: [
      "The section on Calder Point ends with the hardest sentence of the article:",
      { cite: "assaults" },
      "There is a mystery about the cause, and it is an ordinary one. A rise of 9 percent at one hospital in one year is well within what such figures do by themselves. To say more we would need at least three things that the article does not give:",
      {
        list: [
          "the years before, so that one can see whether 9 percent is unusual;",
          "the hours in which buses ran in both years, so that the change is looked for where it could have happened;",
          "a city nearby that kept its buses, to see what the year did there.",
        ],
      },
      "We do not say that the buses made no difference. Waiting 19 minutes in the dark is a good reason to think that they did, and that figure *was* measured:",
      { cite: "waiting" },
      "The argument would be stronger without the hospital. It asks the council to answer for a promise it can check, instead of a cause that nobody has shown.",
    ],
  },
  elevenPassengers: {
    title: "Eleven passengers are not a city",
    by: "ana",
    with: ["olive"],
    answers: ["elevenPassengers", "smartphone"],
    publishedBy: null,
    body: [
      "The author asked the people who were on the bus. Nobody on the bus had already given up on it.",
      { cite: "elevenPassengers" },
      { heading: "What would be enough" },
      "A short survey at the stops *and* at the doors of the places where the night shift ends would do. The annex shows that the committee knows how to run one:",
      { cite: "paidWork" },
      "Still to write: what follows for people without a smartphone.",
    ],
  },
} as const satisfies Record<string, DemoRebuttal>;

export type DemoRebuttalName = keyof typeof demoRebuttals;
