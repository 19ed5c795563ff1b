import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "@/lib/article/schema";
import { type DiffRow, diffOfBlocks, diffOfMetadata, diffOfWords } from "./diff";

const paragraph = (text: string, index = 0): Block => ({ id: `b${index + 1}`, type: "paragraph", text, marks: [] });
const blocks = (...texts: string[]) => texts.map(paragraph);
const kinds = (rows: readonly DiffRow[]) => rows.map(({ kind }) => kind);

test("blocks that stay frame those that came, went and changed", () => {
  const rows = diffOfBlocks(
    blocks("The opening stays.", "It was paid for by the harbour board.", "This goes.", "The end stays."),
    blocks("The opening stays.", "It was paid for by the harbour trust.", "The end stays.", "An afterword."),
  );
  expect(kinds(rows)).toEqual(["same", "changed", "removed", "same", "added"]);
  expect(rows[1]).toMatchObject({ parts: [{ kind: "same" }, { text: "board" }, { text: "trust" }, { text: "." }] });
});

test("a paragraph that becomes a heading has changed, though its words haven't", () => {
  const [row] = diffOfBlocks(blocks("Who pays"), [
    { id: "b1", type: "heading", level: 2, text: "Who pays", marks: [] },
  ]);
  expect(row).toMatchObject({ kind: "changed", parts: [{ kind: "same", text: "Who pays" }] });
});

test("details are compared as people read them", () => {
  const before = { title: "A plan", authors: [{ name: "Ada" }] };
  expect(diffOfMetadata(before, { ...before, authors: [{ name: "Ada", role: "editor" }] })).toMatchObject([
    { field: "Authors" },
  ]);
  expect(diffOfMetadata(before, before)).toEqual([]);
});

test("a diff holds every word of both texts, in order", () => {
  const text = fc.array(fc.constantFrom("the", "a", "bus", "night", "—", "1.7", "é", "東京"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(" "), other.join(" ")];
      const parts = diffOfWords(before, after);
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text);
      expect(without("added").join("")).toBe(before);
      expect(without("removed").join("")).toBe(after);
    }),
  );
});

test("a diff of blocks holds every block of both texts, in order", () => {
  const texts = fc.array(fc.constantFrom("One bus.", "One night bus.", "No tram.", "Two trams and a bus."), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const rows = diffOfBlocks(blocks(...one), blocks(...other));
      const old = rows.flatMap((row) =>
        row.kind === "added" ? [] : row.kind === "changed" ? row.before.text : row.block.text,
      );
      const now = rows.flatMap((row) =>
        row.kind === "removed" ? [] : row.kind === "changed" ? row.after.text : row.block.text,
      );
      expect(old).toEqual(one);
      expect(now).toEqual(other);
    }),
  );
});
