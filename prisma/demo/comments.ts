/** The demo's discussion: a thread on a passage, one on a rebuttal, one on the article as a whole. */
import type { DemoHighlightName } from "./highlights";
import type { DemoPerson } from "./people";
import type { DemoRebuttalName } from "./rebuttals";

interface DemoComment {
  by: DemoPerson;
  /** Plain words; `@edgar` calls one of the demo's people. */
  text: string;
  replies?: readonly Omit<DemoComment, "replies">[];
}

export interface DemoThread {
  on: { highlight: DemoHighlightName } | { rebuttal: DemoRebuttalName } | "article";
  comments: readonly DemoComment[];
}

export const demoThreads: readonly DemoThread[] = [
  {
    on: { highlight: "paidWork" },
    comments: [
      {
        by: "edgar",
        text: "Do we know how many people answered that survey? 71 percent of forty would worry me.",
        replies: [
          {
            by: "ana",
            text: "Annex C says 1,204, on all nine lines, over two weeks in November. So it is the better survey of the two.",
          },
          { by: "edgar", text: "Then it belongs in our answer. Thank you." },
        ],
      },
      {
        by: "olive",
        text: "@ana could you put it into the draft about the eleven passengers? It shows what asking properly looks like.",
      },
    ],
  },
  {
    on: { rebuttal: "assaults" },
    comments: [
      {
        by: "olive",
        text: "I like that it ends by making her case stronger. Published as it is.",
        replies: [{ by: "edgar", text: "The paragraph about waiting is Ana’s." }],
      },
    ],
  },
  {
    on: "article",
    comments: [
      {
        by: "olive",
        text: "The council votes on March 24. Let us have both rebuttals out a week before, and answer the strong parts first: the occupancy figure and Calder Point.",
      },
    ],
  },
];
