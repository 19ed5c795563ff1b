/** Opening something large: a layer with ten thousand highlights, and a rebuttal of two hundred pages. */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { describe } from "@/lib/anchoring/describe";
import { addHighlight, noteOf } from "@/lib/collab/layer";
import { labels } from "@/lib/highlights/labels";
import { RawClient } from "../client";
import type { Figures } from "../figures";
import type { Ground } from "../ground";
import type { Load, Trial } from "../load";
import { beginParagraph, typeLetter } from "../typing";

const highlights = 10_000;
const pages = 200;
const lettersInPage = 1800;
const passage = 40;

function largeLayer({ text, people }: Ground): Y.Doc {
  const doc = new Y.Doc();
  for (let index = 0; index < highlights; index += 1) {
    const start = Math.floor((index / highlights) * (text.length - passage));
    const id = randomUUID();
    addHighlight(doc, {
      id,
      label: labels[index % labels.length] ?? "claim",
      authorId: people[index % people.length]?.id ?? "",
      createdAt: Date.UTC(2026, 0, 1) + index * 1000,
      ...describe(text, start, start + passage),
    });
    noteOf(doc, id)?.push([paragraph(`Note ${index}: the figure leaves out what the annex says.`)]);
  }
  return doc;
}

/** A page is written in steps of a line, as people write, not in one go. */
function longRebuttal(): Y.Doc {
  const doc = new Y.Doc();
  for (let page = 0; page < pages; page += 1) {
    const words = beginParagraph({ doc });
    for (let line = 0; line < lettersInPage / 60; line += 1)
      words.insert(words.length, `What line ${line} of page ${page} says is answered on the next. `.padEnd(60, "."));
    typeLetter(words);
  }
  return doc;
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

/** The document is made once, and stored anew for each round: what nobody opened before is opened cold. */
function opening(kind: "article" | "rebuttal", make: (ground: Ground) => Y.Doc) {
  let made: Y.Doc | null = null;
  return async ({ contestant, server, ground }: Trial): Promise<Figures> => {
    made ??= make(ground);
    const room = await ground.store(kind, made);
    const headers = ground.people[0]?.headers ?? {};
    // The others have no store: somebody brings them the document and stays.
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(made));
    const keeper = contestant.isDurable
      ? null
      : await RawClient.open({ contestant, url: server.url, room, headers, doc });
    const visitor = await RawClient.open({ contestant, url: server.url, room, headers });
    const { at, since, received } = visitor.answer;
    await Promise.all([visitor, keeper].map((client) => client?.close()));
    return { opened: at - since, "received until then": received };
  };
}

const units = { opened: "ms", "received until then": "bytes" } as const;

export const largeLayerOpening: Load = {
  name: "layer",
  title: "Opening a layer of 10,000 highlights with notes (Rejoinder: cold; the others: from memory)",
  units,
  promises: [
    { what: "opened", atMost: 300 },
    { what: "received until then", timesStock: 0.99 },
  ],
  rounds: 3,
  isFor: () => true,
  run: opening("article", largeLayer),
};

export const longRebuttalOpening: Load = {
  name: "rebuttal",
  title: "Opening a rebuttal of 200 pages (Rejoinder: cold; the others: from memory)",
  units,
  promises: [],
  rounds: 3,
  isFor: () => true,
  run: opening("rebuttal", longRebuttal),
};
