/** Two people edit one article's layer: what they see, what is acknowledged, and what the database then holds. */
import { randomUUID } from "node:crypto";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { addHighlight, noteOf, readHighlights, removeHighlight, revisionIdOf, type StoredHighlight } from "../layer";
import { articleDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";

testDatabase();
const server = testCollab();

let setting: Awaited<ReturnType<typeof makeSetting>>;
beforeAll(async () => {
  setting = await makeSetting();
});

async function makeSetting() {
  const { workspace, people } = await makeWorkspace("owner", "annotator");
  const { article, revision } = await makeArticle(workspace.id);
  return { workspace, people, article, revision, document: articleDocument(article.id) };
}

const aHighlight = (authorId: string, start = 4, end = 9): StoredHighlight => ({
  id: randomUUID(),
  label: "claim",
  authorId,
  createdAt: Date.UTC(2026, 0, 1),
  revisionId: null,
  anchorState: "anchored",
  confidence: 1,
  ...describePassage(setting.revision.canonicalText, start, end),
});

test("a highlight with its note reaches the other person and its row", async () => {
  const { people, document, revision } = setting;
  const ada = await WireClient.open(server.url(), document, await bearer(people.owner.id));
  const bo = await WireClient.open(server.url(), document, await bearer(people.annotator.id));
  expect(revisionIdOf(ada.doc)).toBe(revision.id);

  const highlight = aHighlight(people.owner.id);
  addHighlight(ada.doc, highlight);
  await bo.sees((doc) => readHighlights(doc).length === 1);
  expect(readHighlights(bo.doc)).toEqual([highlight]);

  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Says who?")]);
  noteOf(bo.doc, highlight.id)?.insert(0, [paragraph]);
  await Promise.all([ada.durable(), bo.durable()]);

  const row = await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
  expect(row).toMatchObject({
    exact: highlight.exact,
    authorId: people.owner.id,
    noteText: "Says who?",
    deletedAt: null,
  });
  removeHighlight(ada.doc, highlight.id);
  await ada.durable();
  expect((await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } })).deletedAt).not.toBeNull();
  await Promise.all([ada.close(), bo.close()]);
});

test("a stock Hocuspocus provider joins with a token", async () => {
  const { people, document } = setting;
  const headers = await bearer(people.annotator.id);
  class Authorized extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url: server.url(), WebSocketPolyfill: Authorized });
  const doc = new Y.Doc();
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: document, document: doc });
  const isDurable = new Promise<void>((done) => {
    provider.on("stateless", ({ payload }: { payload: string }) => {
      if (JSON.parse(payload).frames === 2) done();
    });
  });
  provider.attach();
  await new Promise<void>((done) => provider.on("synced", () => done()));
  const highlight = aHighlight(people.annotator.id, 0, 3);
  addHighlight(doc, highlight);
  await isDurable;
  expect(await db().highlight.count({ where: { id: highlight.id } })).toBe(1);
  provider.destroy();
  socket.destroy();
});
