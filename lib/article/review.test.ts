import { expect, test } from "vitest";
import { importArticle } from "./import-article";
import { applyReview, reviewSchema } from "./review";

const content = `The harbour and its critics

By Jane Roe

Subscribe to our newsletter

It cost nine euros,* they said. The harbour was never meant to be used by so many boats at once.

The harbour was never meant to be used by so many boats at once.

*Or ten.`;
const result = await importArticle({ kind: "text", content });
const review = { restored: [], setAside: [], metadata: result.metadata };

test("a review without changes changes nothing", async () => {
  expect(applyReview(result, review)).toEqual(result);
});

test("a restored line is a paragraph at its old place", async () => {
  const newsletter = result.setAside.find(({ reason }) => reason === "newsletter")?.id ?? "";
  const reviewed = applyReview(result, { ...review, restored: [newsletter] });
  expect(reviewed.blocks.map(({ id, text }) => `${id} ${text.slice(0, 12)}`)).toEqual([
    "b1 Subscribe to",
    "b2 It cost nine",
    "b3 The harbour ",
    "b4 Or ten.",
  ]);
  expect(reviewed.blocks).toMatchObject([
    { type: "paragraph" },
    { marks: [{ type: "footnote", block: "b4" }] },
    { type: "pull-quote", repeats: "b2" },
    { type: "footnote" },
  ]);
  expect(reviewed.setAside.map(({ id, before }) => [id, before])).toEqual([
    ["s1", "b1"],
    ["s2", "b1"],
  ]);
});

test("a block set aside by hand takes its links with it", async () => {
  const withoutNote = applyReview(result, { ...review, setAside: ["b3"] });
  expect(withoutNote.blocks[0]?.marks).toEqual([]);
  expect(withoutNote.setAside.at(-1)).toEqual({ id: "s4", text: "*Or ten.", reason: "by-hand", before: null });

  const withoutBody = applyReview(result, { ...review, setAside: ["b1"] });
  expect(withoutBody.blocks.map(({ type }) => type)).toEqual(["paragraph", "footnote"]);
});

test("the person’s metadata is the article’s", async () => {
  const metadata = { title: "Another title", authors: [] };
  expect(applyReview(result, { ...review, metadata }).metadata).toEqual(metadata);
});

test("a review of another text is refused", async () => {
  expect(() => applyReview(result, { ...review, restored: ["s99"] })).toThrow(
    expect.objectContaining({ code: "conflict" }),
  );
});

test("metadata that a person typed is made plain, and a link must lead to the web", async () => {
  const metadata = { title: " A\u00A0 title ", publisher: "  ", authors: [{ name: "Ada\u200B Stone", role: "" }] };
  const parsed = reviewSchema.parse({ ...review, metadata });
  expect(parsed.metadata).toEqual({ title: "A title", authors: [{ name: "Ada Stone" }] });
  const refused = [
    { ...metadata, title: " \u200B" },
    { ...metadata, authors: [{ name: "" }] },
    { ...metadata, sourceUrl: "javascript:alert(1)" },
  ];
  for (const each of refused) expect(reviewSchema.safeParse({ ...review, metadata: each }).success).toBe(false);
});
