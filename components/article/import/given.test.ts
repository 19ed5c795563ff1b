import { expect, test } from "vitest";
import { isGiven, nothingGiven, sourceOf, withPaste, withText } from "./given";

const html = "<p>A <a href='https://example.com'>link</a></p>";

test("pasted formatting is kept, until the text is changed", () => {
  const pasted = withPaste(nothingGiven, "A link", html);
  expect(sourceOf(pasted)).toEqual({ kind: "rich-text", content: html, title: "" });
  expect(sourceOf({ ...pasted, as: "text" })).toMatchObject({ kind: "text", content: "A link" });
  expect(sourceOf(withText(pasted, "A link!"))).toMatchObject({ kind: "text", content: "A link!" });
});

test("HTML that says no more than its text is plain text", () => {
  expect(sourceOf(withPaste(nothingGiven, "words", "<meta charset='utf-8'><span>words</span>")).kind).toBe("text");
});

test.each([
  ["example.com/a", "https://example.com/a"],
  [" http://example.com ", "http://example.com"],
  ["ftp://example.com", "ftp://example.com"],
])("the link %s is asked for as %s", (url, asked) => {
  expect(sourceOf({ ...nothingGiven, way: "link", url })).toEqual({ kind: "link", url: asked, title: "" });
});

test("only the chosen way counts", () => {
  const given = { ...nothingGiven, text: "words" };
  expect([isGiven(given), isGiven({ ...given, way: "file" }), isGiven({ ...given, way: "link" })]).toEqual([
    true,
    false,
    false,
  ]);
});
