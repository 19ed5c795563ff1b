/** Who may open a socket and a document, what they are called there, and when they have to go. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { config } from "@/lib/config/config";
import { db, dbPool } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { AppEvent } from "@/lib/db/events.schema";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { sessionCookieName } from "@/lib/people/cookies";
import { openFrame } from "../client/frames";
import { limits } from "../limits";
import { articleDocument, rebuttalDocument } from "../names";
import { bearer, type Received, testCollab, WireClient } from "../testing";

testDatabase();
const server = testCollab();

type Setting = Awaited<ReturnType<typeof makeSetting>>;
let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

async function makeSetting() {
  const { workspace, people } = await makeWorkspace("owner", "annotator", "viewer");
  const { article } = await makeArticle(workspace.id);
  return { workspace, people, article, document: articleDocument(article.id) };
}

/** Asks for a socket, and returns the status of the answer. */
function knock(headers: Record<string, string>): Promise<number> {
  const url = server.url().replace("ws", "http");
  return new Promise((done, fail) => {
    const asking = request(url, {
      headers: {
        Connection: "Upgrade",
        Upgrade: "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        ...headers,
      },
    });
    asking.on("upgrade", (response, socket) => {
      socket.destroy();
      done(response.statusCode ?? 0);
    });
    asking.on("response", (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    asking.on("error", fail);
    asking.end();
  });
}

async function cookieOf(userId: string): Promise<{ cookie: string; signInId: string }> {
  const { id: signInId } = await db().signIn.create({ data: { userId } });
  const token = await encode({ token: { sub: userId, signInId }, secret: config().authSecret });
  return { cookie: `${sessionCookieName(config().appUrl)}=${token}`, signInId };
}

const tell = (event: AppEvent) => announce(db(), event);

describe("a socket", () => {
  test("opens for a token, and for a cookie from our own pages", async () => {
    const { cookie } = await cookieOf(setting.people.owner.id);
    expect(await knock(await bearer(setting.people.owner.id))).toBe(101);
    expect(await knock({ cookie, origin: config().appUrl })).toBe(101);
  });

  test("doesn't open for strangers", async () => {
    expect(await knock({ origin: config().appUrl })).toBe(401);
    expect(await knock({ authorization: "Bearer rj_nonsense" })).toBe(401);
  });

  test("doesn't open for a cookie that another site's page, or no page, sends along", async () => {
    const { cookie } = await cookieOf(setting.people.owner.id);
    expect(await knock({ cookie, origin: "https://evil.example" })).toBe(403);
    expect(await knock({ cookie })).toBe(403);
  });

  test("is closed for what is no frame, and others stay", async () => {
    const other = await WireClient.open(server.url(), setting.document, await bearer(setting.people.owner.id));
    for (const bytes of [new Uint8Array(), crypto.getRandomValues(new Uint8Array(64)), Uint8Array.of(255, 255, 255)]) {
      const client = await WireClient.open(server.url(), setting.document, await bearer(setting.people.annotator.id));
      client.sendBytes(bytes);
      expect(await client.until(({ kind }) => kind === "socket-closed")).toMatchObject({ code: 1007 });
    }
    const client = await WireClient.open(server.url(), setting.document, await bearer(setting.people.annotator.id));
    client.sendBytes(new Uint8Array(limits.hardFrame + 1));
    expect(await client.until(({ kind }) => kind === "socket-closed")).toMatchObject({ code: 1009 });
    expect(other.received.some(({ kind }) => kind === "socket-closed")).toBe(false);
    await other.close();
  });
});

describe("a document", () => {
  test("answers in the same way when there is none, when it is deleted, and when it is not for this person", async () => {
    const stranger = await makeUser();
    const deleted = await makeArticle(setting.workspace.id);
    await db().article.update({ where: { id: deleted.article.id }, data: { deletedAt: new Date() } });
    const cases: [userId: string, document: string][] = [
      [stranger.id, setting.document],
      [setting.people.owner.id, articleDocument(randomUUID())],
      [setting.people.owner.id, rebuttalDocument(randomUUID())],
      [setting.people.owner.id, articleDocument(deleted.article.id)],
      [setting.people.owner.id, "article:1"],
      [setting.people.owner.id, "anything"],
    ];
    for (const [userId, document] of cases) {
      const client = await WireClient.open(server.url(), document, await bearer(userId));
      expect(client.received).toEqual([{ kind: "denied", reason: "not-found" }]);
      await client.close();
    }
  });

  test("costs the database the same when there is none and when it is not for this person", async () => {
    const rebuttal = await db().rebuttal.create({ data: { articleId: setting.article.id } });
    const stranger = (await makeUser()).id;
    for (const [there, nowhere] of [
      [setting.document, articleDocument(randomUUID())],
      [rebuttalDocument(rebuttal.id), rebuttalDocument(randomUUID())],
    ] as const) {
      const client = await WireClient.open(server.url(), there, await bearer(stranger));
      let queries = 0;
      const count = () => {
        queries += 1;
      };
      dbPool().on("acquire", count);
      const costs: number[] = [];
      for (const document of [there, nowhere]) {
        queries = 0;
        const before = client.received.length;
        client.sendBytes(openFrame(`${document}\0again`));
        await client.until((each) => client.received.indexOf(each) >= before && each.kind === "denied");
        costs.push(queries);
      }
      dbPool().off("acquire", count);
      expect(costs[0]).toBeGreaterThan(0);
      expect(costs[0]).toBe(costs[1]);
      await client.close();
    }
  });

  test("says whether one may write", async () => {
    for (const [role, scope] of [
      ["annotator", "read-write"],
      ["viewer", "readonly"],
    ] as const) {
      const client = await WireClient.open(server.url(), setting.document, await bearer(setting.people[role].id));
      expect(client.received).toContainEqual({ kind: "authenticated", scope });
      await client.close();
    }
  });
});

describe("awareness", () => {
  const states = (client: WireClient, holds: (states: Map<number, Record<string, unknown>>) => boolean) =>
    client.until(
      (received): received is Extract<Received, { kind: "awareness" }> =>
        received.kind === "awareness" && holds(received.states),
    );

  test("carries the identity that was authenticated, whatever the client says", async () => {
    const watcher = await WireClient.open(server.url(), setting.document, await bearer(setting.people.owner.id));
    const liar = await WireClient.open(server.url(), setting.document, await bearer(setting.people.viewer.id));
    const user = { id: setting.people.owner.id, name: "The owner", color: "#000000" };
    liar.sendAwareness([[liar.doc.clientID, 1, { user, reading: 7 }]]);
    const heard = await states(watcher, (each) => each.has(liar.doc.clientID));
    const { id, name, color } = setting.people.viewer;
    expect(heard.states.get(liar.doc.clientID)).toEqual({ user: { id, name, color }, reading: 7 });
    await Promise.all([watcher.close(), liar.close()]);
  });

  test("lets nobody speak for another's page, nor speak at length", async () => {
    const victim = await WireClient.open(server.url(), setting.document, await bearer(setting.people.owner.id));
    victim.sendAwareness([[victim.doc.clientID, 1, { reading: 1 }]]);
    await victim.durable();
    const liar = await WireClient.open(server.url(), setting.document, await bearer(setting.people.viewer.id));
    liar.sendAwareness([[victim.doc.clientID, 50, { reading: 2 }]]);
    liar.sendAwareness([[liar.doc.clientID, 1, { essay: "x".repeat(limits.awareness) }]]);
    liar.sendAwareness([[liar.doc.clientID, 2, { reading: 3 }]]);
    await states(victim, (each) => each.get(liar.doc.clientID)?.reading === 3);
    const said = victim.received.flatMap((each) => (each.kind === "awareness" ? [...each.states.values()] : []));
    expect(said.some(({ reading }) => reading === 2)).toBe(false);
    expect(said.some((state) => "essay" in state)).toBe(false);
    await Promise.all([victim.close(), liar.close()]);
  });
});

describe("a person who may no longer", () => {
  test("read loses the document", async () => {
    const made = await makeSetting();
    const client = await WireClient.open(server.url(), made.document, await bearer(made.people.annotator.id));
    const witness = await WireClient.open(server.url(), made.document, await bearer(made.people.owner.id));
    const [workspaceId, userId] = [made.workspace.id, made.people.annotator.id];
    await db().membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await tell({ type: "member.changed", workspaceId, userId });
    expect(await client.until(({ kind }) => kind === "closed")).toEqual({ kind: "closed", reason: "gone" });
    await db().article.update({ where: { id: made.article.id }, data: { deletedAt: new Date() } });
    await tell({ type: "article.deleted", workspaceId, articleId: made.article.id });
    await witness.until(({ kind }) => kind === "closed");
    await Promise.all([client.close(), witness.close()]);
  });

  test("be signed in loses the socket", async () => {
    const { id: userId } = setting.people.owner;
    const { cookie, signInId } = await cookieOf(userId);
    const page = await WireClient.open(server.url(), setting.document, { cookie, origin: config().appUrl });
    const headers = await bearer(setting.people.viewer.id);
    const program = await WireClient.open(server.url(), setting.document, headers);
    await tell({ type: "sign-in.ended", userId, signInId });
    expect(await page.until(({ kind }) => kind === "socket-closed")).toMatchObject({ reason: "signed-out" });
    const [token] = await db().apiToken.findMany({ where: { userId: setting.people.viewer.id } });
    await tell({ type: "token.revoked", userId: setting.people.viewer.id, tokenId: token?.id ?? "" });
    expect(await program.until(({ kind }) => kind === "socket-closed")).toMatchObject({ reason: "signed-out" });
  });
});
