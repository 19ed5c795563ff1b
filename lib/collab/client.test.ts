/** What a person's page says of their changes, and whether it is true: over real sockets, with IndexedDB in memory. */
import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket as WsWebSocket } from "ws";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { coverRebuttal } from "@/lib/rebuttal/cover";
import { openDocument } from "./client";
import type { DocumentHandle } from "./client/handle";
import { addHighlight, noteOf, readHighlights, type StoredHighlight } from "./layer";
import { articleDocument, type DocumentName, rebuttalDocument } from "./names";
import { bearer, startCollab, type TestServer } from "./testing";
import { inState, until } from "./testing/page";

testDatabase();

let server: TestServer;
beforeAll(async () => {
  server = await startCollab();
  return () => server.close();
});

let workspace: Awaited<ReturnType<typeof makeWorkspace<"owner" | "annotator" | "viewer">>>;
let text: string;
let articleId: string;
beforeEach(async () => {
  workspace = await makeWorkspace("owner", "annotator", "viewer");
  const { article, revision } = await makeArticle(workspace.workspace.id);
  articleId = article.id;
  text = revision.canonicalText;
});

/** Opens the document, the article's layer unless told, as the person's page would. Sockets in `cut` end, and new ones fail while it says so. */
async function open(
  userId: string,
  cut = { isCut: false, sockets: new Set<WsWebSocket>() },
  document: DocumentName = articleDocument(articleId),
): Promise<DocumentHandle> {
  const headers = await bearer(userId);
  return openDocument(document, {
    userId,
    url: server.url,
    openWebSocket(url) {
      const ws = new WsWebSocket(cut.isCut ? "ws://127.0.0.1:1/" : url, { headers });
      cut.sockets.add(ws);
      return ws as unknown as WebSocket;
    },
  });
}

const aHighlight = (authorId: string): StoredHighlight => ({
  id: randomUUID(),
  label: "claim",
  authorId,
  createdAt: Date.UTC(2026, 0, 1),
  revisionId: null,
  anchorState: "anchored",
  confidence: 1,
  ...describePassage(text, 4, 9),
});

function write(doc: Y.Doc, id: string, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  noteOf(doc, id)?.push([paragraph]);
}

test("says Saved only when the change is in the database", async () => {
  const me = workspace.people.annotator.id;
  const page = await open(me);
  await until(page.status, inState("saved"));
  expect(page.content.get()).toBe("server");
  expect(page.access.get()).toBe("write");
  const highlight = aHighlight(me);
  addHighlight(page.doc, highlight);
  expect(page.status.get()).toEqual({ state: "saving", pending: 1 });
  await until(page.status, inState("saved"));
  expect(await db().highlight.count({ where: { id: highlight.id, deletedAt: null } })).toBe(1);
  page.destroy();
});

test("keeps what is written offline, also when the page is closed, and sends it on return", async () => {
  const me = workspace.people.annotator.id;
  const cut = { isCut: false, sockets: new Set<WsWebSocket>() };
  const page = await open(me, cut);
  await until(page.status, inState("saved"));
  const highlight = aHighlight(me);
  addHighlight(page.doc, highlight);
  await until(page.status, inState("saved"));

  cut.isCut = true;
  for (const ws of cut.sockets) ws.terminate();
  await until(page.status, inState("offline"));
  write(page.doc, highlight.id, "Written on a train.");
  write(page.doc, highlight.id, "And in a tunnel.");
  await until(page.status, (status) => status.state === "offline" && status.kept === 2 && status.unkept === 0);
  page.destroy();

  const other = await open(workspace.people.owner.id);
  await until(other.status, inState("saved"));
  write(other.doc, highlight.id, "Meanwhile.");
  await until(other.status, inState("saved"));

  // Opened again while still offline: the words are here, and counted.
  const offline = await open(me, cut);
  await until(offline.status, (status) => status.state === "offline" && status.kept === 2);
  expect(offline.content.get()).toBe("device");
  expect(noteOf(offline.doc, highlight.id)?.toString()).toContain("train");
  cut.isCut = false;
  await until(offline.status, inState("saved"));
  const { noteText } = await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
  expect(noteText.split("\n").sort()).toEqual(["And in a tunnel.", "Meanwhile.", "Written on a train."]);
  offline.destroy();

  const again = await open(me);
  expect(await until(again.status, ({ state }) => state !== "connecting")).toEqual({ state: "saved" });
  again.destroy();
  other.destroy();
});

test("hands a refused change's words back, and opens clean afterwards", async () => {
  const me = workspace.people.annotator.id;
  const page = await open(me);
  await until(page.status, inState("saved"));
  const forged = aHighlight(workspace.people.owner.id);
  page.doc.transact(() => {
    addHighlight(page.doc, forged);
    write(page.doc, forged.id, "Words worth keeping.");
  });
  const refused = await until(page.status, inState("refused"));
  expect(refused).toMatchObject({ code: "forged-author", text: expect.stringContaining("Words worth keeping.") });
  page.destroy();

  const clean = await open(me);
  await until(clean.status, inState("saved"));
  expect(readHighlights(clean.doc)).toEqual([]);
  clean.destroy();
});

test("ends for a stranger, and for a member who is removed", async () => {
  const stranger = await open((await makeUser()).id);
  await until(stranger.status, inState("ended"));
  stranger.destroy();

  const { id: userId } = workspace.people.annotator;
  const page = await open(userId);
  await until(page.status, inState("saved"));
  await db().$transaction(async (tx) => {
    const workspaceId = workspace.workspace.id;
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await announce(tx, { type: "member.changed", workspaceId, userId });
  });
  await until(page.status, inState("ended"));
  page.destroy();
});

test("ends when a moderator takes a rebuttal down, also for whoever was away, and keeps what the server doesn't have", async () => {
  const me = workspace.people.annotator.id;
  const contributors = { create: { userId: me } };
  const { id } = await db().rebuttal.create({ data: { articleId, createdById: me, contributors } });
  const cut = { isCut: false, sockets: new Set<WsWebSocket>() };
  const [here, away] = [await open(me, undefined, rebuttalDocument(id)), await open(me, cut, rebuttalDocument(id))];
  for (const page of [here, away]) await until(page.status, inState("saved"));
  cut.isCut = true;
  for (const ws of cut.sockets) ws.terminate();
  await until(away.status, inState("offline"));
  away.doc.getText("title").insert(0, "Written on a train");

  await db().$transaction((tx) => coverRebuttal(tx, { id, articleId }, "hidden"));
  expect(await until(here.status, inState("ended"))).toMatchObject({ isCovered: true, text: "" });
  cut.isCut = false;
  const told = await until(away.status, inState("ended"));
  expect(told).toMatchObject({ isCovered: true, text: "Written on a train" });
  expect(told.message).toContain("your notices");
  for (const page of [here, away]) page.destroy();
});

test("lets a viewer read, and follow when their role changes", async () => {
  const { id: userId } = workspace.people.viewer;
  const page = await open(userId);
  await until(page.status, inState("saved"));
  expect(page.access.get()).toBe("read");
  await db().$transaction(async (tx) => {
    const workspaceId = workspace.workspace.id;
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role: "annotator" },
    });
    await announce(tx, { type: "member.changed", workspaceId, userId });
  });
  await until(page.access, (access) => access === "write");
  const highlight = aHighlight(userId);
  addHighlight(page.doc, highlight);
  await until(page.status, inState("saved"));
  expect(await db().highlight.count({ where: { id: highlight.id } })).toBe(1);
  page.destroy();
});

test("hears what changes around the document", async () => {
  const page = await open(workspace.people.viewer.id);
  await until(page.status, inState("saved"));
  const heard = new Promise((done) => page.onEvent(done));
  const event = { type: "article.changed", workspaceId: workspace.workspace.id, articleId } as const;
  await announce(db(), event);
  expect(await heard).toEqual(event);
  page.destroy();
});
