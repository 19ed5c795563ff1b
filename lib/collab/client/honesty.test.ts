/** What a page says of its changes stays true when the server restarts, can't write, is full, or knows a newer schema. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket as WsWebSocket } from "ws";
import { db, dbPool } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField } from "@/lib/rebuttal/schema";
import { openDocument } from "../client";
import { limits } from "../limits";
import { type DocumentName, rebuttalDocument } from "../names";
import { schemaToken, schemaVersion } from "../protocol";
import { bearer, startCollab, type TestServer, WireClient } from "../testing";
import { writeIn } from "../testing/layer-edits";
import { inState, until } from "../testing/page";
import type { DocumentHandle, SaveStatus } from "./handle";
import { waitBeforeTrying } from "./waiting";

testDatabase();

let servers: TestServer[] = [];
/** Where pages connect to: another process takes over at the same address. */
let url: string;
let userId: string;
let document: DocumentName;

async function start(): Promise<TestServer> {
  const server = await startCollab();
  servers.push(server);
  url = server.url;
  return server;
}

beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("owner");
  userId = people.owner.id;
  const { article } = await makeArticle(workspace.id);
  document = rebuttalDocument((await db().rebuttal.create({ data: { articleId: article.id } })).id);
  await start();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** Opens the document as a page does. `onSend` may change what goes out. */
async function open(onSend: (frame: Uint8Array) => Uint8Array = (frame) => frame): Promise<DocumentHandle> {
  const headers = await bearer(userId);
  return openDocument(document, {
    userId,
    url: "ws://rejoinder.test/collab",
    openWebSocket() {
      const ws = new WsWebSocket(url, { headers });
      const send = ws.send.bind(ws);
      ws.send = (data: Uint8Array) => send(onSend(data));
      return ws as unknown as WebSocket;
    },
  });
}

const write = ({ doc }: DocumentHandle, words: string) => writeIn(doc.getXmlFragment(bodyField), 0, words);
const holds = ({ doc }: DocumentHandle, words: string) => doc.getXmlFragment(bodyField).toString().includes(words);

test("an announced restart is a short wait: nobody is told that they are offline, and what was written arrives", async () => {
  const page = await open();
  await until(page.status, inState("saved"));
  write(page, "before");
  await until(page.status, inState("saved"));
  const said: SaveStatus["state"][] = [];
  page.status.subscribe(() => said.push(page.status.get().state));
  const [before] = servers;
  const next = await startCollab();
  servers = [next];
  url = next.url;
  await before?.close();
  await until(page.status, inState("connecting"));
  await until(page.status, inState("saved"));
  expect(said).toEqual(["connecting", "saved"]);
  write(page, "after");
  await until(page.status, inState("saved"));
  expect([holds(page, "before"), holds(page, "after")]).toEqual([true, true]);
  page.destroy();
});

test("everybody comes back from a restart at another moment, and from failures less and less often", () => {
  const afterRestart = [0, 0.5, 0.999].map((chance) => waitBeforeTrying(0, chance));
  expect(Math.max(...afterRestart)).toBeLessThan(2000);
  expect(Math.max(...afterRestart) - Math.min(...afterRestart)).toBeGreaterThan(1000);
  const failures = [1, 2, 3, 10].map((count) => waitBeforeTrying(count, 1));
  expect(failures).toEqual([300, 600, 1200, 15_000]);
});

test("while the database refuses, others see the words and nobody reads Saved", async () => {
  const [page, other] = [await open(), await open()];
  await Promise.all([page, other].map(({ status }) => until(status, inState("saved"))));
  await dbPool().query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON "CollabUpdate" EXECUTE FUNCTION refuse()`);
  const said: SaveStatus[] = [];
  page.status.subscribe(() => said.push(page.status.get()));
  write(page, "on a full disk");
  await new Promise<void>((seen) => {
    other.doc.on("update", () => holds(other, "on a full disk") && seen());
  });
  expect(said).toEqual([{ state: "saving", pending: 1 }]);
  await dbPool().query('DROP TRIGGER refuse ON "CollabUpdate"; DROP FUNCTION refuse()');
  await until(page.status, inState("saved"));
  for (const each of [page, other]) each.destroy();
});

test("a page that knows an older schema is told to reload, and the next page brings what it kept", async () => {
  const [older, current] = [schemaToken(schemaVersion - 1), schemaToken(schemaVersion)];
  const outdated = (frame: Uint8Array) => {
    const at = Buffer.from(frame).indexOf(current);
    return at === -1
      ? frame
      : Buffer.concat([frame.subarray(0, at), Buffer.from(older), frame.subarray(at + older.length)]);
  };
  const page = await open();
  await until(page.status, inState("saved"));
  write(page, "of the newer page");
  await until(page.status, inState("saved"));
  page.destroy();

  const old = await open(outdated);
  write(old, "kept on the device");
  const ended = await until(old.status, inState("ended"));
  expect(ended.message).toContain("Reload");
  expect(ended.text).toContain("kept on the device");
  expect(old.content.get()).not.toBe("server");
  // Nothing that it doesn't know was deleted, and what it wrote is still there for the next page.
  old.destroy();
  const reloaded = await open();
  await until(reloaded.content, (content) => content === "server");
  await until(reloaded.status, inState("saved"));
  expect([holds(reloaded, "of the newer page"), holds(reloaded, "kept on the device")]).toEqual([true, true]);
  reloaded.destroy();
});

test("a page that knows a newer schema than the server comes again, and one that names none is let in", async () => {
  const headers = await bearer(userId);
  const newer = await WireClient.open(url, document, headers, undefined, schemaToken(schemaVersion + 1));
  expect(newer.received).toEqual([{ kind: "denied", reason: "unavailable" }]);
  const program = await WireClient.open(url, document, headers);
  expect(program.received.some(({ kind }) => kind === "synced")).toBe(true);
  await Promise.all([newer.close(), program.close()]);
});

test("a page for which there is no room says so, and keeps what was written", async () => {
  const headers = await bearer(userId);
  const crowd: WireClient[] = [];
  for (let i = 0; i < limits.pagesPerPersonAndDocument; i += 1)
    crowd.push(await WireClient.open(url, document, headers));
  const page = await open();
  write(page, "no room for this");
  const ended = await until(page.status, inState("ended"));
  expect(ended.message).toContain("As many people as fit");
  expect(ended.text).toContain("no room for this");
  page.destroy();
  await Promise.all(crowd.map((client) => client.close()));
  const again = await open();
  await until(again.content, (content) => content === "server");
  await until(again.status, inState("saved"));
  expect(holds(again, "no room for this")).toBe(true);
  again.destroy();
});
