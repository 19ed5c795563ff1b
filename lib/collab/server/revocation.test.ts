/** Who loses a right loses it in every process within two seconds, and what they still send changes nothing. */
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteArticle } from "@/lib/article/store";
import { config } from "@/lib/config/config";
import { db, dbPool } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createApiToken, revokeApiToken } from "@/lib/people/api-tokens";
import { sessionCookieName } from "@/lib/people/cookies";
import { endSignIn, startSignIn } from "@/lib/people/sign-ins";
import { moveRebuttal } from "@/lib/rebuttal/move";
import { bodyField } from "@/lib/rebuttal/schema";
import { changeRole, removeMember } from "@/lib/workspaces/members";
import { articleDocument, type DocumentName, deskDocument, rebuttalDocument } from "../names";
import { startCollab, type TestServer, WireClient } from "../testing";
import { writeIn } from "../testing/layer-edits";
import type { Received } from "../testing/wire-client";

/** What is promised, in ms. */
const soon = 2000;

testDatabase();

/** Two, each with an ear of its own for what the database announces, as two processes have. */
let servers: TestServer[] = [];
beforeAll(async () => {
  servers = [await startCollab(), await startCollab()];
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

let workspaceId: string;
let ownerId: string;
let userId: string;
let articleId: string;
let rebuttal: DocumentName;
let tokenId: string;
let headers: Record<string, string>;
beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("owner");
  workspaceId = workspace.id;
  ownerId = people.owner.id;
  userId = (await makeUser()).id;
  await addMember(workspaceId, userId, "editor");
  articleId = (await makeArticle(workspaceId)).article.id;
  rebuttal = rebuttalDocument((await db().rebuttal.create({ data: { articleId } })).id);
  const made = await createApiToken(userId, "test");
  tokenId = made.id;
  headers = { authorization: `Bearer ${made.token}` };
});

const open = (document: DocumentName, as = headers) =>
  Promise.all(servers.map((server) => WireClient.open(server.url, document, as)));

/** Waits until each client heard it, and returns how long that took since `change` was committed, in ms. */
async function timeUntilAll(clients: WireClient[], heard: (each: Received) => boolean, change: () => Promise<unknown>) {
  await change();
  const committed = performance.now();
  await Promise.all(clients.map((client) => client.until(heard)));
  return performance.now() - committed;
}

/** Sends words as if nothing had happened, and tells whether any are in the database once others' later words are. */
async function wordsGetIn(clients: WireClient[]): Promise<boolean> {
  for (const client of clients) writeIn(client.doc.getXmlFragment(bodyField), 0, "too late");
  const { token } = await createApiToken(ownerId, "test");
  const witness = rebuttalDocument((await db().rebuttal.create({ data: await another(articleId) })).id);
  for (const { url } of servers) {
    const other = await WireClient.open(url, witness, { authorization: `Bearer ${token}` });
    writeIn(other.doc.getXmlFragment(bodyField), 0, "in time");
    await other.durable();
    await other.close();
  }
  return (await db().collabUpdate.count({ where: { userId } })) > 0;
}

/** An article that stands, whatever became of this one. */
async function another(id: string): Promise<{ articleId: string }> {
  const { deletedAt } = await db().article.findUniqueOrThrow({ where: { id } });
  return { articleId: deletedAt ? (await makeArticle(workspaceId)).article.id : id };
}

const gone = (each: Received) => each.kind === "closed" && each.reason === "gone";
const signedOut = (each: Received) => each.kind === "socket-closed" && each.reason === "signed-out";
const readOnly = (each: Received) =>
  each.kind === "message" && each.message.type === "access" && each.message.access === "read";

const losses: [what: string, heard: (each: Received) => boolean, change: () => Promise<unknown>][] = [
  ["removed from the workspace", gone, () => removeMember({ workspaceId, actorId: ownerId, targetId: userId })],
  ["made a viewer", readOnly, () => changeRole({ workspaceId, actorId: ownerId, targetId: userId, role: "viewer" })],
  ["whose token is revoked", signedOut, () => revokeApiToken(userId, tokenId)],
  ["whose article is deleted", gone, () => deleteArticle({ id: articleId, workspaceId, facts: { authorId: null } })],
];

describe("somebody", () => {
  test.each(losses)("%s", async (_what, heard, change) => {
    const clients = await open(rebuttal);
    expect(await timeUntilAll(clients, heard, change)).toBeLessThan(soon);
    expect(await wordsGetIn(clients)).toBe(false);
    for (const client of clients) client.terminate();
  });

  test("whose sign-in ends", async () => {
    const { id: signInId } = await startSignIn(userId, null);
    const token = await encode({ token: { sub: userId, signInId }, secret: config().authSecret });
    const cookie = `${sessionCookieName(config().appUrl)}=${token}`;
    const clients = await open(rebuttal, { cookie, origin: config().appUrl });
    expect(await timeUntilAll(clients, signedOut, () => endSignIn(userId, signInId))).toBeLessThan(soon);
    expect(await wordsGetIn(clients)).toBe(false);
  });

  test("whose rebuttal moves on to a status in which nobody writes", async () => {
    const rebuttalId = rebuttal.replace("rebuttal:", "");
    await db().rebuttal.update({ where: { id: rebuttalId }, data: { status: "in_review" } });
    const clients = await open(rebuttal);
    const publish = () => moveRebuttal({ userId: ownerId, role: "owner" }, rebuttalId, "publish", 0);
    expect(await timeUntilAll(clients, readOnly, publish)).toBeLessThan(soon);
    expect(await wordsGetIn(clients)).toBe(false);
    await Promise.all(clients.map((client) => client.close()));
  });

  test("who is no moderator any more hears nothing more of the desk", async () => {
    await changeRole({ workspaceId, actorId: ownerId, targetId: userId, role: "moderator" });
    const clients = await open(deskDocument(workspaceId));
    const tell = () => db().$transaction((tx) => announce(tx, { type: "queue.changed", workspaceId }));
    const told = (each: Received) => each.kind === "message" && each.message.type === "event";
    expect(await timeUntilAll(clients, told, tell)).toBeLessThan(soon);
    const demote = () => changeRole({ workspaceId, actorId: ownerId, targetId: userId, role: "editor" });
    expect(await timeUntilAll(clients, gone, demote)).toBeLessThan(soon);
    for (const client of clients) client.terminate();
  });

  test("who loses the right on the way in doesn't get in", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const member = (await makeUser()).id;
      await addMember(workspaceId, member, "editor");
      const { token } = await createApiToken(member, "test");
      const document = articleDocument(articleId);
      const coming = servers.map((server) =>
        WireClient.open(server.url, document, { authorization: `Bearer ${token}` }),
      );
      await removeMember({ workspaceId, actorId: ownerId, targetId: member });
      for (const client of await Promise.all(coming)) {
        await client.until((each) => each.kind === "denied" || gone(each));
        await client.close();
      }
    }
  });

  test("whose token was revoked while nobody could listen", async () => {
    const clients = await open(rebuttal);
    // Revoked without a word, as if the word had been lost with the connection that it should have come by.
    await db().apiToken.update({ where: { id: tokenId }, data: { revokedAt: new Date() } });
    await dbPool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'rejoinder %' AND datname = current_database()",
    );
    await Promise.all(clients.map((client) => client.until(signedOut)));
  });
});
