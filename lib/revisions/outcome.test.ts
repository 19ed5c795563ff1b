import { expect, test } from "vitest";
import { describe } from "@/lib/anchoring";
import { candidatesIn } from "./candidates";
import { outcomesIn, type Stand } from "./outcome";

const lamps = "Every lamp along the river was paid for by the harbour board in nineteen thirty.";
const trams = "Night trams carry eleven thousand people a week through the sleeping city.";
const texts: Record<string, string> = { first: `${trams}\n\n${lamps}`, second: trams };

function standOn(revisionId: string, words: string): Stand {
  const text = texts[revisionId] ?? "";
  const start = text.indexOf(words);
  return { revisionId, ...describe(text, start, start + words.length) };
}

const outcomeIn = (text: string, ...stands: Stand[]) =>
  outcomesIn(text, [{ id: "h", stands }], (revisionId) => texts[revisionId] ?? "")[0];

test("a highlight is looked for by where it last stood", () => {
  const found = outcomeIn(`Put in before.\n\n${texts.first}`, standOn("first", "harbour board"));
  expect(found).toMatchObject({
    state: "anchored",
    passage: { exact: "harbour board" },
    from: { revisionId: "first" },
  });
});

test("one that is lost is looked for by where it once stood, and only a sure find counts", () => {
  const now = standOn("second", "sleeping city");
  const once = standOn("first", "paid for by the harbour board");
  expect(outcomeIn(lamps, now, once)).toMatchObject({ state: "anchored", from: { revisionId: "first" } });
  expect(outcomeIn("Nothing of either.", now, once)).toMatchObject({
    state: "orphaned",
    from: { revisionId: "second" },
  });
});

test("where it stands now goes before where it once stood", () => {
  const now = standOn("second", "sleeping city");
  const once = standOn("first", "harbour board");
  expect(outcomeIn(texts.first ?? "", now, once)).toMatchObject({ passage: { exact: "sleeping city" } });
});

test("an orphan keeps the passage that it stood on", () => {
  const stand = standOn("first", "harbour board");
  expect(outcomeIn(trams, stand)).toEqual({
    id: "h",
    state: "orphaned",
    confidence: 0,
    margin: 0,
    passage: null,
    from: stand,
  });
});

test("candidates are the best guess and the other places with the same words, in the text's order", () => {
  const text = "One lamp. Two lamps. One lamp more.";
  const guess = describe(text, 10, 19);
  expect(candidatesIn(text, "One lamp", guess).map(({ start, exact }) => [start, exact])).toEqual([
    [0, "One lamp"],
    [10, "Two lamps"],
    [21, "One lamp"],
  ]);
  expect(candidatesIn("lamp ".repeat(40), "lamp", describe("lamp ".repeat(40), 0, 4))).toHaveLength(6);
});
