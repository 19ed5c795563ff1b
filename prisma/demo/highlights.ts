/** The demo's highlights: passages of the sample article, quoted, and what the demo's people note on them. */
import type { Label } from "@/lib/highlights/labels";
import type { DemoPerson } from "./people";

export interface DemoHighlight {
  /** The passage's words. Few words need to be told by what stands directly before them, too. */
  quote: string;
  after?: string;
  label: Label;
  by: DemoPerson;
  /** Paragraphs; what stands between asterisks is emphasised. */
  note: readonly string[];
}

export const demoHighlights = {
  thesis: {
    quote: "That line is wrong about the buses, and it is wrong about what a bus is for.",
    label: "claim",
    by: "olive",
    note: [
      "The whole article in one sentence, and it is really two claims: one about numbers, one about purpose.",
      "The first is argued with care. The second rests mostly on images. Let us not treat them as one when we answer.",
    ],
  },
  cost: {
    quote: "nearly three times what a boarding costs at noon",
    label: "evidence",
    by: "edgar",
    note: [
      "Credit where it is due: the other side’s best number comes first. The correction at the foot matters, the first edition had 6.10.",
    ],
  },
  timetable: {
    quote: "A timetable is a promise made in advance to people who have no room for error.",
    label: "definition",
    by: "ana",
    note: [
      "Everything later depends on this definition. Once a timetable is a *promise*, any change to it is a promise broken.",
    ],
  },
  twoThirds: {
    quote: "Buses leaving the centre between one and three are two-thirds full.",
    label: "evidence",
    by: "ana",
    note: [
      "No source. From the operator, from Annex C, or counted on three nights? We should ask before leaning on it.",
    ],
  },
  returnLeg: {
    quote: "as though a bus could pick people up at the far end without first driving there",
    label: "assumption",
    by: "olive",
    note: ["Assumes that the same vehicle has to make both legs. Smaller vehicles are her own proposal further down."],
  },
  occupancy: {
    quote:
      "Occupancy is a measure of how evenly demand is spread. It is not a measure of whether anyone needs the service.",
    label: "claim",
    by: "edgar",
    note: [
      "The strongest step of the argument, and it holds without the anecdotes. If we answer anything here, we answer this.",
    ],
  },
  paidWork: {
    quote: "71 percent of night passengers were travelling to or from paid work",
    label: "evidence",
    by: "ana",
    note: [
      "The only figure that speaks about *need*. It comes from the committee’s own survey, so both sides should accept it.",
    ],
  },
  elevenPassengers: {
    quote:
      "I asked eleven passengers whether they would use Lantern. Nine said no, one laughed, and one did not have a smartphone. It could hardly be clearer that the people of this city do not want it.",
    label: "fallacy",
    by: "edgar",
    note: [
      "Hasty generalisation. Eleven people, on one line, chosen by sitting near the author, become “the people of this city”.",
      "They were also asked *on the bus that would be cut*. Whoever already left for the car is not in the sample.",
    ],
  },
  smartphone: {
    quote: "one did not have a smartphone",
    after: "Nine said no, one laughed, and ",
    label: "evidence",
    by: "ana",
    note: [
      "One in eleven proves nothing, but it is a fair question for Lantern: how does one call it without a phone?",
    ],
  },
  voss: {
    quote:
      "a person who goes home by car at six in the evening can have nothing useful to say about how others get home at four",
    label: "fallacy",
    by: "ana",
    note: ["Against the person. Where Ms. Voss sits at six o’clock says nothing about whether her figures are right."],
  },
  waiting: {
    quote: "In the first year the average wait was 19 minutes, against the 7 that had been promised.",
    label: "evidence",
    by: "olive",
    note: [
      "Good evidence: measured, in a comparable city, and against what was promised. This is what the council must answer.",
    ],
  },
  assaults: {
    quote: "The change in transport came first and the injuries came after; there is no mystery about the cause.",
    label: "fallacy",
    by: "edgar",
    note: [
      "After this, therefore because of this. A rise of 9 percent in one hospital in one year may be many things.",
    ],
  },
  noTransport: {
    quote: "within a decade the people on the Tannery estate will have no public transport at all",
    label: "fallacy",
    by: "olive",
    note: ["A slippery slope: three steps, one example for the first, none for the others."],
  },
  inWriting: {
    quote: "The operator has offered that in writing.",
    after: "It can be extended for a year at its present price. ",
    label: "question",
    by: "ana",
    note: ["Has anybody seen the letter? If it exists, the deadline is no argument at all."],
  },
  measureMendTest: {
    quote: "measure it properly, mend it cheaply, and test the replacement before throwing away what works",
    label: "note",
    by: "olive",
    note: ["A line to keep. It is also the test to hold the article itself to: does it measure properly?"],
  },
  eitherOr: {
    quote: "Either the city runs buses through the night, or it tells its nurses that it does not want them.",
    label: "assumption",
    by: "edgar",
    note: ["Only two ways out, a few lines after listing three others."],
  },
} as const satisfies Record<string, DemoHighlight>;

export type DemoHighlightName = keyof typeof demoHighlights;
