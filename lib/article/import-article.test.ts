import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { longestContent } from "./import/limits";
import { wordsOf } from "./import/shapes";
import { importArticle } from "./import-article";
import type { Block, ImportResult } from "./schema";

const root = new URL("../../", import.meta.url);
const demo = readFileSync(new URL("prisma/demo/night-buses.txt", root), "utf8");
const reportedArticle = new URL("../shared/articles/nato-summit-reckoning.txt", root);

/** Everything the result holds, in the order of the source, in words. */
function wordsHeld({ blocks, setAside }: ImportResult): string[] {
  const asideBefore = (id: string | null) => setAside.filter(({ before }) => before === id).map(({ text }) => text);
  const textOf = (block: Block) => {
    if (block.type === "caption") return `${block.text} ${block.credit ?? ""}`;
    return block.type === "footnote" ? `${block.mark} ${block.text}` : block.text;
  };
  const texts = [...blocks.flatMap((block) => [...asideBefore(block.id), textOf(block)]), ...asideBefore(null)];
  return texts.flatMap(wordsOf);
}

function asideTexts({ setAside }: ImportResult, reason: string): string[] {
  return setAside.filter((line) => line.reason === reason).map(({ text }) => text);
}

const blocksOf = <T extends Block["type"]>({ blocks }: ImportResult, type: T) =>
  blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);

const typesOf = ({ blocks }: ImportResult) => blocks.map(({ type }) => type).join(" ");

test("the demo article is recognised exactly", async () => {
  const result = await importArticle({ kind: "text", content: demo });
  expect(result.metadata).toEqual({
    title: "Port Selwyn’s Night Buses Are Not Empty—They Are Early",
    publisher: "The Harbour Review",
    publishedOn: "2026-03-04",
    updatedOn: "2026-03-09",
    authors: [{ name: "Ines Calloway", role: "Senior Fellow, Cities and Mobility" }],
    standfirst:
      "The council calls its plan for the night a modernisation. The people who ride at four in the morning will call it a walk home.",
    captions: [{ text: expect.stringMatching(/^A driver waits/), credit: "Harbour Review/Tomas Adeyemi" }],
    corrections: [expect.stringMatching(/^Correction, /)],
  });
  expect(typesOf(result)).toBe(
    "caption paragraph paragraph paragraph heading paragraph paragraph pull-quote heading paragraph pull-quote " +
      "paragraph paragraph heading paragraph paragraph paragraph heading paragraph list-item list-item list-item " +
      "paragraph paragraph footnote",
  );
  expect(blocksOf(result, "heading").map(({ text, level }) => `${level} ${text}`)).toEqual([
    "2 A number that does the work of an argument",
    "2 Who is on the bus",
    "2 What happened in Calder Point",
    "2 What the council should do instead",
  ]);
  expect(blocksOf(result, "caption")).toEqual([
    {
      id: "b1",
      type: "caption",
      marks: [],
      text: "A driver waits at the Quayside interchange in Port Selwyn shortly after three in the morning on February 12, 2026.",
      credit: "Harbour Review/Tomas Adeyemi",
    },
  ]);
  const [after, before] = blocksOf(result, "pull-quote");
  expect([after?.id, after?.repeats, before?.id, before?.repeats]).toEqual(["b8", "b7", "b11", "b12"]);
  expectLinkedFootnote(result, "5.80 euros,*");
  expect(blocksOf(result, "list-item").every(({ ordered, text }) => ordered && !/^\d/.test(text))).toBe(true);

  expect(asideTexts(result, "form-field")).toHaveLength(40);
  expect(new Set(asideTexts(result, "form-field"))).toEqual(
    new Set(["Hidden input: please leave this field blank", "Topic Opt-Ins", "District Opt-Ins"]),
  );
  expect(asideTexts(result, "consent")).toEqual([expect.stringMatching(/^By submitting this form/)]);
  expect(asideTexts(result, "legal")).toEqual([expect.stringMatching(/^The opinions expressed/)]);
  expect(asideTexts(result, "repeated-title")).toEqual([result.metadata.title]);
  expect(result.setAside).toHaveLength(40 + 1 + 1 + 1 + 10);
  expect(result.warnings).toEqual([]);
  expect(result.raw).toBe(demo);
});

test.skipIf(!existsSync(reportedArticle))("the article that people reported is recognised exactly", async () => {
  const content = readFileSync(reportedArticle, "utf8");
  const result = await importArticle({ kind: "text", content });
  expect(result.metadata).toEqual({
    title: "NATO’s 76th Summit Is a Reckoning—Not a Celebration",
    publisher: "Center for American Progress",
    updatedOn: "2025-06-23",
    authors: [{ name: "Robert Benson", role: expect.stringMatching(/^Associate Director, National Security/) }],
    standfirst: expect.stringMatching(/^President Donald Trump’s second term .* existential threat yet\.$/),
    captions: [{ text: expect.stringMatching(/^Delegates attend/), credit: "Getty/Omar Havana" }],
    corrections: [expect.stringMatching(/^Correction, June 23, 2025: /)],
  });
  expect(blocksOf(result, "caption").map(({ credit }) => credit)).toEqual(["Getty/Omar Havana"]);
  expect(blocksOf(result, "heading").map(({ text }) => text)).toEqual([
    "Confusion, obstruction, and no strategy for Russia",
    "Russia is watching—and planning",
    "The summit must deliver a political firewall",
    "Conclusion",
  ]);
  const quotes = blocksOf(result, "pull-quote");
  expect(quotes).toHaveLength(2);
  for (const quote of quotes) {
    expect(result.blocks.find(({ id }) => id === quote.repeats)?.text).toContain(quote.text);
  }
  expectLinkedFootnote(result, "included)*");
  expect(asideTexts(result, "form-field").filter((text) => text.startsWith("This field is hidden"))).toHaveLength(54);
  expect(asideTexts(result, "form-field").filter((text) => text.endsWith("Opt Ins"))).toHaveLength(4);
  expect(asideTexts(result, "consent")).toEqual([expect.stringContaining("reCAPTCHA")]);
  expect(result.blocks.some(({ text }) => /This field is hidden|Opt Ins|reCAPTCHA|\s{2}|\u00A0/.test(text))).toBe(
    false,
  );
  expect(result.blocks.filter(({ text }) => text === result.metadata.title)).toEqual([]);
  expect(result.warnings).toEqual([]);
  expectEverySentenceKept(content, result);
});

test("every sentence of the demo article is in a block, in the metadata or set aside with a reason", async () => {
  expectEverySentenceKept(demo, await importArticle({ kind: "text", content: demo }));
});

function expectLinkedFootnote(result: ImportResult, words: string): void {
  const notes = blocksOf(result, "footnote");
  expect(notes).toMatchObject([{ mark: "*", text: expect.stringMatching(/^Correction, /) }]);
  const marked = result.blocks.find(({ text }) => text.includes(words));
  const end = (marked?.text.indexOf(words) ?? 0) + words.length;
  expect(marked?.marks).toEqual([{ type: "footnote", start: end - 1, end, block: notes[0]?.id }]);
}

function expectEverySentenceKept(content: string, result: ImportResult): void {
  // A numbered item's number is drawn from its place.
  const lines = content.split("\n").map((line) => line.replace(/^\d\. /, ""));
  expect(wordsHeld(result)).toEqual(wordsOf(lines.join("\n")));
  const kept = ` ${[...result.blocks, ...result.setAside].map(({ text }) => wordsOf(text).join(" ")).join(" \n ")} `;
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  for (const line of lines) {
    for (const { segment } of segmenter.segment(line)) {
      const isCredit = result.blocks.some((block) => block.type === "caption" && segment.includes(block.credit ?? "-"));
      if (!isCredit) expect(kept).toContain(wordsOf(segment).join(" "));
    }
  }
}

const fragments = fc.constantFrom(
  "The council has a plan. Nobody has read it.",
  "The council has a plan.",
  "A heading",
  "Author",
  "Ada Stone",
  "Department",
  "This field is hidden",
  "Email address",
  "Submit",
  "Subscribe to our newsletter",
  "*A note about it.",
  "It cost nine euros,* they said, and it was paid.",
  "- one thing",
  "1. a first thing",
  "Share on Facebook",
  "Home > News > City",
  "Published 3 June 2025",
  "By Ada Stone",
  "© 2025 The Gazette",
  "(Getty/Ada Stone)",
  "A boat leaves the harbour. (Getty/Ada Stone)",
  "We use cookies on this website.",
  "===",
  "שלום עולם",
  "東京は反対した。",
);

test("no word of any text is lost, and the same text always gives the same result", async () => {
  const text = fc.array(fc.tuple(fc.oneof(fragments, fc.string()), fc.constantFrom("\n", "\n\n", "\r\n")), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(text, async (lines) => {
      const content = lines.flat().join("");
      if (wordsOf(content).length === 0) return;
      const result = await importArticle({ kind: "text", content });
      const numbers = /^\d{1,3}$/;
      expect(wordsHeld(result).filter((word) => !numbers.test(word))).toEqual(
        content
          .split(/[\n\r\u2028\u2029\v\f\u0085]/)
          .flatMap(wordsOf)
          .filter((word) => !numbers.test(word)),
      );
      expect(await importArticle({ kind: "text", content })).toEqual(result);
    }),
    { numRuns: 400 },
  );
});

test("a given title is the title, and stands in the text no more", async () => {
  const content = "The plan for the harbour\n\nThe council has a plan. Nobody has read it.";
  const given = await importArticle({ kind: "text", content, title: "The plan for the Harbour" });
  expect(given.metadata.title).toBe("The plan for the Harbour");
  expect(given.blocks.map(({ text }) => text)).toEqual(["The council has a plan. Nobody has read it."]);
  const other = await importArticle({ kind: "text", content, title: "Another name" });
  expect(other.metadata.title).toBe("Another name");
  expect(other.blocks.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
});

test("without a title the first words stand in, with a warning", async () => {
  const result = await importArticle({ kind: "text", content: "The council has a plan. Nobody has read it." });
  expect(result.metadata.title).toBe("The council has a plan. Nobody has read it.");
  expect(result.warnings).toEqual([expect.stringMatching(/^No title was recognised/)]);
  expect(result.blocks).toHaveLength(1);
});

test.each([
  ["", "invalid-input", /no words/],
  [" \n\u00A0\u200B\n—", "invalid-input", /no words/],
  ["MZ\0\u0001 a program", "invalid-input", /doesn't read as text/],
  ["caf\uFFFD na\uFFFDve r\uFFFDle words, read in a wrong encoding", "invalid-input", /doesn't read as text/],
  ["word ".repeat(400_001), "too-large", /longer than 2,000,000 characters/],
  ["word\n".repeat(20_001), "too-large", /20000 paragraphs/],
])("text that can’t be an article is refused in words that help (%#)", async (content, code, words) => {
  await expect(importArticle({ kind: "text", content })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(words),
  });
});

test("two million characters without a paragraph are read", async () => {
  const content = "word ".repeat(longestContent.text / 5);
  expect((await importArticle({ kind: "text", content })).blocks).toHaveLength(1);
});
