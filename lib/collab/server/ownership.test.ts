/** A Yjs client id is its first user's for good: nobody writes under another's, but what a crash took may be brought back. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField, titleField } from "@/lib/rebuttal/schema";
import { limits } from "../limits";
import { type DocumentName, rebuttalDocument } from "../names";
import { bearer, startCollab, type TestServer, WireClient } from "../testing";
import { wordsIn, writeIn } from "../testing/layer-edits";
import { readStoredDocument } from "./stored-document";

testDatabase();

let servers: TestServer[] = [];
let document: DocumentName;
let ada: string;
let bo: string;

async function start(): Promise<TestServer> {
  const server = await startCollab();
  servers.push(server);
  return server;
}

beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("owner");
  ada = people.owner.id;
  bo = (await makeUser()).id;
  await addMember(workspace.id, bo, "editor");
  const { article } = await makeArticle(workspace.id);
  document = rebuttalDocument((await db().rebuttal.create({ data: { articleId: article.id } })).id);
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** Opens the document as a page does: it says which Yjs client it is. */
async function open({ url }: TestServer, userId: string, doc = new Y.Doc()): Promise<WireClient> {
  const client = await WireClient.open(url, document, await bearer(userId), doc);
  client.sendAwareness([[doc.clientID, 1, { reading: 0 }]]);
  return client;
}

const writes = (words: string) => (doc: Y.Doc) => writeIn(doc.getXmlFragment(bodyField), 0, words);
const holds = (words: string) => (doc: Y.Doc) => doc.getXmlFragment(bodyField).toString().includes(words);

/** What somebody who knows the other's client id and clock could send to get ahead of them. */
function preempting(victim: Y.Doc): Uint8Array {
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim));
  forged.clientID = victim.clientID;
  const before = Y.encodeStateVector(forged);
  writes("words that the victim never wrote")(forged);
  return Y.encodeStateAsUpdate(forged, before);
}

async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of (await readStoredDocument(document)).updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Waits until nobody has the document open. */
const isLetGo = () => expect.poll(() => db().collabOpening.count({ where: { document } })).toBe(0);

test("others can't write under it while its user is there, after they left, nor in another process", async () => {
  const [here, there] = [await start(), await start()];
  const victim = await open(here, ada);
  writes("first")(victim.doc);
  await victim.durable();
  for (const server of [here, there]) {
    const thief = await open(server, bo, copyOf(victim.doc));
    thief.sendUpdate(preempting(victim.doc));
    expect(await thief.refusal()).toBe("foreign-client");
    await thief.close();
  }
  await victim.close();
  await isLetGo();
  const thief = await open(here, bo, copyOf(victim.doc));
  thief.sendUpdate(preempting(victim.doc));
  expect(await thief.refusal()).toBe("foreign-client");
  await thief.close();

  // The user comes back to it with what they wrote while away.
  writes("second")(victim.doc);
  const back = await open(here, ada, victim.doc);
  await back.durable();
  expect([holds("first")(await stored()), holds("second")(await stored())]).toEqual([true, true]);
  expect(holds("never wrote")(await stored())).toBe(false);
  await back.close();
});

test("two processes that have the document open agree on who came first", async () => {
  const [here, there] = [await start(), await start()];
  // Open in both before the victim comes, so that neither reads anew whose ids are whose.
  const thief = await open(there, bo);
  const victim = await open(here, ada);
  writes("first")(victim.doc);
  await victim.durable();
  thief.sendUpdate(preempting(victim.doc));
  expect(await thief.refusal()).toBe("foreign-client");
  // Disguised as the answer to what the server asked.
  const bystander = await open(there, ada);
  const disguised = await open(there, bo, preempted(victim.doc));
  expect(await disguised.refusal()).toBe("foreign-client");
  await Promise.all([victim, thief, bystander, disguised].map((client) => client.close()));
});

test("one that was announced and not written under is taken too", async () => {
  const server = await start();
  const victim = await open(server, ada);
  await victim.until((each) => each.kind === "awareness" && each.states.has(victim.doc.clientID));
  await victim.close();
  await isLetGo();
  const thief = await open(server, bo);
  thief.sendUpdate(preempting(victim.doc));
  expect(await thief.refusal()).toBe("foreign-client");
  await thief.close();
});

test("what a process that died had shown and not written may be brought back, until its author has answered", async () => {
  const server = await start();
  const author = await open(server, ada);
  writes("kept")(author.doc);
  await author.durable();
  await author.close();
  await isLetGo();
  // A process that is gone has left the document open; the author's last words were in nobody's database.
  await db().collabOpening.create({ data: { document, process: randomUUID() } });
  writes("lost")(author.doc);
  const peer = copyOf(author.doc);
  writes("their own")(peer);
  const bringer = await open(server, bo, peer);
  await bringer.durable();
  expect([holds("lost")(await stored()), holds("their own")(await stored())]).toEqual([true, true]);

  const back = await open(server, ada, author.doc);
  await back.durable();
  // From now on the author speaks for themselves.
  const thief = await open(server, bo, copyOf(preempted(author.doc)));
  expect(await thief.refusal()).toBe("foreign-client");
  await Promise.all([bringer.close(), back.close(), thief.close()]);
  // The document is written and closed in order, which ends the exception.
  await isLetGo();
});

test("nobody brings more into a document within an hour than pages could", async () => {
  const server = await start();
  const recent = Array.from({ length: limits.clientsPerPersonAndHour }, (_, client) => ({
    document,
    client,
    userId: ada,
  }));
  await db().collabClient.createMany({ data: recent });
  const page = await open(server, ada);
  writes("one too many")(page.doc);
  expect(await page.refusal()).toBe("too-many");
  await page.close();
  await isLetGo();
  await db().collabClient.updateMany({ where: { document }, data: { at: new Date(Date.now() - 2 * 60 * 60 * 1000) } });
  const later = await open(server, ada);
  writes("an hour later")(later.doc);
  await later.durable();
  await later.close();
});

test.each(["an answer", "an update"] as const)(
  "nobody brings more than pages could at once either, in %s",
  async (kind) => {
    const server = await start();
    const crowd = new Y.Doc();
    const first = crowd.clientID;
    // Two more, since its own, the last one, is taken as soon as the page has said which client it is.
    for (let n = 0; n < limits.clientsPerPersonAndHour + 2; n++) {
      crowd.clientID = first + n;
      crowd.getText(titleField).insert(0, "x");
    }
    const page = await open(server, ada, kind === "an answer" ? crowd : new Y.Doc());
    if (kind === "an update") page.sendUpdate(Y.encodeStateAsUpdate(crowd));
    expect(await page.refusal()).toBe("too-many");
    await page.close();
    await isLetGo();
    expect((await stored()).getText(titleField).length).toBe(0);
  },
);

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function preempted(victim: Y.Doc): Y.Doc {
  const copy = copyOf(victim);
  Y.applyUpdate(copy, preempting(victim));
  expect(wordsIn(copy.getXmlFragment(bodyField), 0)).not.toBeNull();
  return copy;
}
