/** What may be said in a comment, and what is read from it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CommentBody,
  type CommentInline,
  fromPlainText,
  mentionedIn,
  settleMentions,
  toPlainText,
  trimBody,
} from "./body";
import { bodyOf, saysOnce, wordsFields } from "./body.schema";

const ana = "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f";
const ben = "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e10";

const doc = (...lines: CommentInline[][]): CommentBody => ({
  type: "doc",
  content: lines.map((content) => ({ type: "paragraph", content })),
});
const says = (text: string, ...marks: unknown[]) => ({ type: "text", text, ...(marks.length > 0 && { marks }) });
const call = (userId: string, name: string): CommentInline => ({ type: "mention", attrs: { userId, name } });
const paragraph = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });

describe("a posted body", () => {
  const accepts = (body: unknown) => wordsFields.body.safeParse(body).success;

  it("may hold emphasis, code, links and mentions", () => {
    expect(
      accepts(
        paragraph(
          says("See ", { type: "bold" }, { type: "italic" }),
          says("here", { type: "link", attrs: { href: "https://example.org/a" } }),
          says("x = 1", { type: "code" }),
          call(ana, "Ana"),
        ),
      ),
    ).toBe(true);
  });

  it.each([
    ["an unknown node", { type: "doc", content: [{ type: "heading", content: [says("x")] }] }],
    ["an unknown mark", paragraph(says("x", { type: "underline" }))],
    ["an unknown key", { ...paragraph(says("x")), version: 1 }],
    ["a link that runs code", paragraph(says("x", { type: "link", attrs: { href: "javascript:alert(1)" } }))],
    ["a link with a target", paragraph(says("x", { type: "link", attrs: { href: "https://a.org", target: "_top" } }))],
    ["a mark twice", paragraph(says("x", { type: "bold" }, { type: "bold" }))],
    ["a mention of no id", paragraph({ type: "mention", attrs: { userId: "ana", name: "Ana" } })],
    ["paragraphs in paragraphs", paragraph({ type: "paragraph", content: [says("x")] })],
    ["a line break in a text", paragraph(says("a\nb"))],
    ["NUL", paragraph(says("a\u0000b"))],
    ["half a surrogate pair", paragraph(says("a\ud800"))],
    ["no words", paragraph(says("   "))],
    ["nothing at all", { type: "doc", content: [] }],
    ["too many words", paragraph(...Array.from({ length: 11 }, () => says("x".repeat(1000))))],
    [
      "nothing but ten thousand lines",
      { type: "doc", content: Array.from({ length: 10_001 }, () => ({ type: "paragraph" })) },
    ],
    ["a plain string", "x"],
    ["null", null],
  ])("refuses %s", (_what, body) => {
    expect(accepts(body)).toBe(false);
  });

  it("may call fifty people and no more", () => {
    const crowd = (size: number) =>
      paragraph(
        ...Array.from({ length: size }, (_, index) =>
          call(`01998f6e-1a2b-7c3d-8e4f-${index.toString(16).padStart(12, "0")}`, "P"),
        ),
      );
    expect(accepts(crowd(50))).toBe(true);
    expect(accepts(crowd(51))).toBe(false);
  });
});

describe("a posted text", () => {
  it.each(["", " \n ", "a\u0000", "x".repeat(10_001)])("is refused: %j", (text) => {
    expect(wordsFields.text.safeParse(text).success).toBe(false);
  });

  it("becomes a paragraph for each line, and calls nobody", () => {
    const body = bodyOf({ text: "Dear @Ana,\r\n\r\n**no** emphasis" });
    expect(toPlainText(body)).toBe("Dear @Ana,\n\n**no** emphasis");
    expect(mentionedIn(body)).toEqual([]);
  });

  it("always makes a body that could have been posted as one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const posted = wordsFields.text.safeParse(text);
        fc.pre(posted.success);
        expect(wordsFields.body.safeParse(bodyOf({ text })).error).toBeUndefined();
      }),
    );
  });

  it("comes instead of a body, not with one", () => {
    expect(saysOnce({ text: "a" })).toBe(true);
    expect(saysOnce({ body: fromPlainText("a") })).toBe(true);
    expect(saysOnce({})).toBe(false);
    expect(saysOnce({ text: "a", body: fromPlainText("a") })).toBe(false);
  });
});

describe("reading a body", () => {
  it("drops blank paragraphs around the words but not between them", () => {
    expect(
      toPlainText(trimBody(doc([], [], [{ type: "text", text: "a" }], [], [{ type: "text", text: "b" }], []))),
    ).toBe("a\n\nb");
  });

  it("finds who is called, each once", () => {
    expect(mentionedIn(doc([call(ben, "Ben"), call(ana, "Ana")], [call(ben, "Benjamin")]))).toEqual([ben, ana]);
  });

  it("calls members by their real name, and turns anyone else into words", () => {
    const settled = settleMentions(doc([call(ana, "A fool")], [call(ben, "Ben")]), new Map([[ana, "Ana Kovač"]]));
    expect(toPlainText(settled)).toBe("@Ana Kovač\n@Ben");
    expect(mentionedIn(settled)).toEqual([ana]);
  });
});
