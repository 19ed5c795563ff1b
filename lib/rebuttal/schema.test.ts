/** What a rebuttal's schema keeps and what it refuses. */
import { describe, expect, it } from "vitest";
import { isAllowedLink } from "@/lib/links";
import { bodySchema } from "./body.schema";
import { rebuttalSchema } from "./schema";
import { bodyText, citationsIn } from "./text";

const card = {
  id: "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
  highlightId: "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e10",
  quote: "Allies agreed on nothing.",
};
const paragraph = (text: string, ...marks: object[]) => ({
  type: "paragraph",
  content: [{ type: "text", text, ...(marks.length > 0 && { marks }) }],
});
const parse = (...content: object[]) => {
  const body = rebuttalSchema.nodeFromJSON({ type: "doc", content });
  body.check();
  return body;
};

describe("the rebuttal schema", () => {
  it("keeps what people write with", () => {
    expect(Object.keys(rebuttalSchema.nodes).sort()).toEqual(
      [
        "blockquote",
        "bulletList",
        "citation",
        "codeBlock",
        "doc",
        "hardBreak",
        "heading",
        "horizontalRule",
        "listItem",
        "orderedList",
        "paragraph",
        "text",
      ].sort(),
    );
    expect(Object.keys(rebuttalSchema.marks).sort()).toEqual(["bold", "code", "italic", "link", "strike"]);
  });

  it.each([1, 4, "2", null])("refuses a heading of level %s", (level) => {
    expect(() => parse({ type: "heading", attrs: { level } })).toThrow(RangeError);
  });

  it.each(["3", 1.5, null])("refuses a list that starts at %j", (start) => {
    const items = [{ type: "listItem", content: [paragraph("x")] }];
    expect(() => parse({ type: "orderedList", attrs: { start }, content: items })).toThrow(RangeError);
    expect(() => parse({ type: "orderedList", attrs: { start: 3 }, content: items })).not.toThrow();
  });

  it("refuses a link that runs code, stored or not", () => {
    expect(() => parse(paragraph("here", { type: "link", attrs: { href: "javascript:alert(1)" } }))).toThrow(
      RangeError,
    );
    expect(() => parse(paragraph("here", { type: "link", attrs: { href: "https://example.org/" } }))).not.toThrow();
  });

  it.each([
    ["https://example.org/a?b#c", true],
    ["mailto:desk@example.org", true],
    ["HTTP://example.org", true],
    ["//example.org", false],
    ["/w/1", false],
    ["java\nscript:alert(1)", false],
    ["https://example.org/ onclick", false],
    ["data:text/html,x", false],
    ["https:example.org", false],
    [null, false],
  ])("judges the link %j: %s", (href, allowed) => {
    expect(isAllowedLink(href)).toBe(allowed);
  });

  it.each([{ id: "" }, { highlightId: "h1" }, { quote: " " }, { quote: 3 }])("refuses a card with %j", (wrong) => {
    expect(() => parse({ type: "citation", attrs: { ...card, ...wrong } })).toThrow(RangeError);
  });

  it("lets every pair of marks meet, since people format the same words at once", () => {
    const { bold, code, link } = rebuttalSchema.marks;
    expect(bold && code?.excludes(bold)).toBe(false);
    expect(link && code?.excludes(link)).toBe(false);
    expect(code?.excludes(code)).toBe(true);
    expect(() => parse(paragraph("x", { type: "bold" }, { type: "code" }))).not.toThrow();
  });
});

describe("what is pasted", () => {
  it("comes down to two levels of heading", () => {
    const levels = rebuttalSchema.nodes.heading?.spec.parseDOM?.map(({ tag, attrs }) => `${tag}→${attrs?.level}`);
    expect(levels).toEqual(["h1→2", "h2→2", "h3→3", "h4→3", "h5→3", "h6→3"]);
  });
});

describe("a body as it is stored", () => {
  it("is read back whole", () => {
    const words = [{ type: "text", text: "words", marks: [{ type: "bold" }, { type: "code" }] }];
    const list = [{ type: "listItem", content: [{ type: "paragraph", content: words }] }];
    const body = parse(
      { type: "heading", attrs: { level: 3 }, content: words },
      { type: "bulletList", content: list },
      { type: "orderedList", attrs: { start: 4 }, content: list },
      { type: "blockquote", content: [{ type: "paragraph" }] },
      { type: "codeBlock", content: [{ type: "text", text: "x = 1" }] },
      { type: "horizontalRule" },
      { type: "citation", attrs: card },
      paragraph("here", { type: "link", attrs: { href: "https://example.org/" } }),
    );
    const stored = bodySchema.parse(JSON.parse(JSON.stringify(body.toJSON())));
    expect(rebuttalSchema.nodeFromJSON(stored).eq(body)).toBe(true);
  });
});

describe("a body's plain words", () => {
  it("sets blocks apart, reads cards as quotations, and finds them", () => {
    const body = parse(
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Not so" }] },
      { type: "blockquote", content: [{ type: "citation", attrs: card }] },
      {
        type: "paragraph",
        content: [{ type: "text", text: "First," }, { type: "hardBreak" }, { type: "text", text: "then." }],
      },
    );
    expect(bodyText(body)).toBe("Not so\n\n“Allies agreed on nothing.”\n\nFirst,\nthen.");
    expect(citationsIn(body)).toEqual([card]);
  });
});
