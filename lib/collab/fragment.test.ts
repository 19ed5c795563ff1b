/** Shared rich text written from JSON reads as the same JSON. */
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { NoteMark, NoteNode } from "@/lib/highlights/note";
import { readFragment, writeFragment } from "./fragment";

const mark = fc.constantFrom<NoteMark>(
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://example.org" } },
);
/** Words that differ in their marks from those before them: what reads as two pieces must be two. */
const words = fc
  .array(
    fc.record({ text: fc.string({ minLength: 1 }), marks: fc.uniqueArray(mark, { selector: ({ type }) => type }) }),
  )
  .map((pieces) =>
    pieces
      .filter(({ text }) => text.isWellFormed() && !text.includes("\0"))
      .map(({ text, marks }, index): NoteNode => {
        const varied = index % 2 === 0 ? [{ type: "strike" }, ...marks] : marks;
        return { type: "text", text, ...(varied.length > 0 && { marks: varied }) };
      }),
  );
const paragraph = words.map((content): NoteNode => ({ type: "paragraph", ...(content.length > 0 && { content }) }));
const list = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(
  (items): NoteNode => ({
    type: "orderedList",
    attrs: { start: 2 },
    content: items.map((item) => ({ type: "listItem", content: [item] })),
  }),
);

/** Marks in one order: which came first says nothing. */
const sorted = (node: NoteNode): NoteNode => ({
  ...node,
  ...(node.marks && { marks: [...node.marks].sort((a, b) => (a.type < b.type ? -1 : 1)) }),
  ...(node.content && { content: node.content.map(sorted) }),
});

it("what was written is read as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, list), { maxLength: 4 }), (content) => {
      const doc = new Y.Doc();
      writeFragment(doc.getXmlFragment("note"), { type: "doc", content });
      expect(sorted(readFragment(doc.getXmlFragment("note")))).toEqual(sorted({ type: "doc", content }));
    }),
    { seed: 5, numRuns: 200 },
  );
});
