/** A socket that sends too fast is slowed down and loses nothing; one that no longer answers is closed. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { addHighlight, noteOf } from "../layer";
import { limits } from "../limits";
import { articleDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";
import { Budget } from "./budget";
import { Socket } from "./socket";

testDatabase();
const server = testCollab();

test("a flood arrives whole, and doesn't hold up anybody else", async () => {
  const { workspace, people } = await makeWorkspace("owner", "annotator");
  const { article, revision } = await makeArticle(workspace.id);
  const document = articleDocument(article.id);
  const flooder = await WireClient.open(server.url(), document, await bearer(people.annotator.id));
  const id = randomUUID();
  const passage = describePassage(revision.canonicalText, 4, 9);
  addHighlight(flooder.doc, {
    id,
    label: "claim",
    authorId: people.annotator.id,
    createdAt: Date.UTC(2026, 0, 1),
    ...passage,
  });
  await flooder.durable();
  const witness = await WireClient.open(server.url(), document, await bearer(people.owner.id));

  noteOf(witness.doc, id)?.push([new Y.XmlElement("blockquote")]);
  await witness.durable();

  // About two seconds' worth of frames is over the budget.
  const frames = limits.burst + 2 * limits.framesPerSecond;
  // Made first and sent at once: while they are made, the budget would fill up again.
  const flood = floodOf(flooder.doc, id, frames);
  for (const update of flood) flooder.sendUpdate(update);
  noteOf(witness.doc, id)?.push([new Y.XmlElement("blockquote")]);
  const served: string[] = [];
  await Promise.all([
    witness.durable().then(() => served.push("witness")),
    flooder.durable().then(() => served.push("flooder")),
  ]);
  expect(served).toEqual(["witness", "flooder"]);
  await witness.sees((doc) => noteOf(doc, id)?.length === frames + 2);
  await Promise.all([flooder.close(), witness.close()]);
});

/** So many changes of the note, one by one. */
function floodOf(doc: Y.Doc, id: string, frames: number): Uint8Array[] {
  const copy = new Y.Doc();
  copy.clientID = doc.clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < frames; i += 1) noteOf(copy, id)?.push([new Y.XmlElement("paragraph")]);
  return updates;
}

test("a budget fills steadily up to its burst", () => {
  const budget = new Budget(10, 5, 0);
  expect(budget.spend(10, 0)).toBe(0);
  expect(budget.spend(1, 0)).toBe(200);
  expect(budget.spend(1, 400)).toBe(0);
  expect(budget.spend(10, 100_000)).toBe(0);
  expect(budget.spend(5, 100_000)).toBe(1000);
});

test("a socket whose other end fell silent is closed at the second look, one that answers isn't", async () => {
  const wss = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(wss, "listening");
  const url = `ws://127.0.0.1:${(wss.address() as AddressInfo).port}`;
  const actor = {
    user: { id: randomUUID(), name: "Ada", email: "ada@example.org", color: "#336699" },
    via: { type: "token", tokenId: randomUUID() },
  } as const;
  const connect = async (autoPong: boolean) => {
    const accepted = once(wss, "connection");
    const other = new WebSocket(url, { autoPong });
    const [ws, request] = await accepted;
    return { other, ws: ws as WebSocket, socket: new Socket(ws, request.socket, actor, new Headers()) };
  };
  const silent = await connect(false);
  const lively = await connect(true);
  const answered = once(lively.ws, "pong");
  const closed = once(silent.other, "close");
  for (const { socket } of [silent, lively]) socket.check();
  await answered;
  for (const { socket } of [silent, lively]) socket.check();
  await closed;
  // Two looks are within half a minute.
  expect(2 * limits.heartbeat).toBeLessThan(30_000);
  expect(lively.ws.readyState).toBe(WebSocket.OPEN);
  lively.other.terminate();
  await new Promise((done) => wss.close(done));
});
