/** A new document and what is read back from one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { firstUpdate, projectRebuttal } from "./document";
import { bodyField } from "./schema";

const open = (update: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
};

describe("a rebuttal's document", () => {
  it("begins with the title and one paragraph for each stretch between blank lines", () => {
    const { title, text, body } = projectRebuttal(
      open(firstUpdate({ title: "Not so fast", text: "One\nline.\n\n\r\n  Two. \n" })),
    );
    expect(title).toBe("Not so fast");
    expect(text).toBe("One line.\n\nTwo.");
    expect(body.childCount).toBe(2);
  });

  it("begins empty without words", () => {
    const { title, text, body } = projectRebuttal(open(firstUpdate({ title: "", text: " \n\n " })));
    expect([title, text, body.childCount]).toEqual(["", "", 0]);
  });

  it("says the same in SQL as on the socket, whatever the words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }).map((s) => s.replace(/\s+/g, " ").trim())),
        (words) => {
          const kept = words.filter((word) => word !== "");
          expect(projectRebuttal(open(firstUpdate({ title: "", text: kept.join("\n\n") }))).text).toBe(
            kept.join("\n\n"),
          );
        },
      ),
    );
  });

  it("leaves out what the schema doesn't know, and keeps the rest", () => {
    const doc = open(firstUpdate({ title: "", text: "Kept." }));
    doc.getXmlFragment(bodyField).insert(0, [new Y.XmlElement("iframe")]);
    expect(projectRebuttal(doc).text).toBe("Kept.");
  });
});
