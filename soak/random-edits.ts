/** Random edits of a shared document, as its people would make them. */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { editLayer, type LayerEdit, wordsIn, writeIn } from "@/lib/collab/testing/layer-edits";
import type { Chance } from "@/lib/collab/testing/random";
import { labels } from "@/lib/highlights/labels";
import { maxTitleLength } from "@/lib/rebuttal/limits";
import { bodyField, titleField } from "@/lib/rebuttal/schema";
import type { SharedDocument } from "./world";

export interface Hand {
  userId: string;
  doc: Y.Doc;
  document: SharedDocument;
  /** A highlight that stands in the article's layer, for cards to quote. */
  quotable: { id: string; quote: string };
  chance: Chance;
}

/** Changes something, or nothing where there is nothing to change. */
export function editAtRandom(hand: Hand): void {
  if (hand.document.kind === "article") {
    const { userId, doc, document } = hand;
    editLayer({ userId, doc, text: document.text }, layerEdit(hand));
  } else editRebuttal(hand);
}

const kindsOfLayerEdits = [
  ...["add", "add", "add", "move", "label", "remove", "remove"],
  ...["write", "write", "write", "write", "write", "write", "erase", "erase", "embolden"],
] as [LayerEdit["kind"], ...LayerEdit["kind"][]];

function layerEdit({ chance, document }: Hand): LayerEdit {
  const kind = chance.of(kindsOfLayerEdits);
  const which = chance.below(1000);
  const at = chance.below(document.text.length - 5);
  return { kind, which, at, label: chance.of(labels), words: wordsAtRandom(chance) };
}

function editRebuttal({ doc, chance, quotable }: Hand): void {
  const body = doc.getXmlFragment(bodyField);
  const title = doc.getText(titleField);
  const at = chance.below(1000);
  const kind = chance.of([
    "write",
    "write",
    "write",
    "write",
    "write",
    "erase",
    "embolden",
    "title",
    "heading",
    "card",
  ]);
  switch (kind) {
    case "write":
      writeIn(body, at, wordsAtRandom(chance));
      break;
    case "erase":
      if (body.length > 0) body.delete(at % body.length, 1);
      break;
    case "embolden":
      wordsIn(body, at)?.format(0, 2, { bold: {} });
      break;
    case "title":
      if (title.length > maxTitleLength / 4) title.delete(0, Math.floor(title.length / 2));
      title.insert(at % (title.length + 1), wordsAtRandom(chance));
      break;
    case "heading":
      body.insert(at % (body.length + 1), [heading(wordsAtRandom(chance))]);
      break;
    case "card":
      body.insert(at % (body.length + 1), [card(quotable)]);
      break;
  }
}

function heading(text: string): Y.XmlElement {
  const element = new Y.XmlElement<{ level: number }>("heading");
  element.setAttribute("level", 2);
  element.insert(0, [new Y.XmlText(text)]);
  return element as Y.XmlElement;
}

function card({ id, quote }: Hand["quotable"]): Y.XmlElement {
  const element = new Y.XmlElement("citation");
  element.setAttribute("id", randomUUID());
  element.setAttribute("highlightId", id);
  element.setAttribute("quote", quote);
  return element;
}

// Of one code unit each: Yjs tears a surrogate pair apart when it is told to write into the middle of one, as no editor does.
const letters = [..."abcdefg hij kl é文ß."] as [string, ...string[]];

function wordsAtRandom(chance: Chance): string {
  return Array.from({ length: 1 + chance.below(12) }, () => chance.of(letters)).join("");
}
