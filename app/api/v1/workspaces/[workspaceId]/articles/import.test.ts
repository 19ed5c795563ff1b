/** Importing over HTTP: files, links turned off, progress, limits, and what is kept of a source. */
import { beforeAll, expect, test } from "vitest";
import type { Article, Preview } from "@/lib/article/endpoints";
import { longestHold } from "@/lib/article/testing/longest-hold";
import { completeConfig, config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { addMember, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import type { RouteHandler } from "@/lib/http/implement";
import { createApiToken } from "@/lib/people/api-tokens";
import { POST as sendFile } from "./files/route";
import { POST as preview } from "./preview/route";
import { POST as importArticle } from "./route";

testDatabase();

let workspaceId: string;
let token: string;
let otherToken: string;
beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("editor");
  workspaceId = workspace.id;
  token = (await createApiToken(people.editor.id, "test")).token;
  const other = await makeUser();
  await addMember(workspaceId, other.id, "editor");
  otherToken = (await createApiToken(other.id, "test")).token;
});

function post(handler: RouteHandler, body: BodyInit, { as = token, query = "", accept = "application/json" } = {}) {
  const request = new Request(`${config().appUrl}/x${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${as}`, accept },
    body,
    duplex: "half",
  } as RequestInit);
  return handler(request, { params: Promise.resolve({ workspaceId }) });
}

/** Windows-1252, so that what is stored can't be mistaken for text that was decoded. */
const latin = Buffer.from("Why the café matters\n\nThe café opens on time. Everybody knows what that means.", "latin1");

async function sent(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string> {
  const answer = await post(sendFile, bytes, { query: `?name=${encodeURIComponent(name)}` });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test("a file is previewed and imported from the same bytes, which are stored untouched", async () => {
  const id = await sent(new Uint8Array(latin), "café.txt");
  const source = JSON.stringify({ kind: "kept", id });
  const looked = (await (await post(preview, source)).json()) as Preview;
  expect(looked).toMatchObject({ metadata: { title: "Why the café matters" }, keptId: id });
  const answer = await post(importArticle, source);
  expect(answer.status).toBe(201);
  const article = (await answer.json()) as Article;
  expect(article.canonicalText).toBe("The café opens on time. Everybody knows what that means.");
  const { raw, rawBytes, sourceKind } = await db().revision.findUniqueOrThrow({ where: { id: article.revision.id } });
  expect({ raw, sourceKind }).toEqual({ raw: null, sourceKind: "text" });
  expect(Buffer.from(rawBytes ?? []).equals(latin)).toBe(true);
  // It is the revision's now.
  expect((await post(preview, source)).status).toBe(404);
});

test("an import with twenty thousand marks holds the event loop for less than 50 ms, from request to row", async () => {
  const body = JSON.stringify({ kind: "markdown", content: "*a* ".repeat(20_000) });
  const held = await longestHold(async () => expect((await post(importArticle, body)).status).toBe(201));
  expect(held).toBeLessThan(50);
});

test("what somebody else sent isn't there", async () => {
  const id = await sent(new Uint8Array(latin), "café.txt");
  expect((await post(preview, JSON.stringify({ kind: "kept", id }), { as: otherToken })).status).toBe(404);
});

test("of one person, the newest ten files are kept, and nothing for longer than a day", async () => {
  const old = await sent(new Uint8Array(latin), "old.txt");
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await db().importSource.update({ where: { id: old }, data: { createdAt: yesterday } });
  for (let n = 0; n < 11; n++) await sent(new Uint8Array(latin), `${n}.txt`);
  expect(await db().importSource.count()).toBe(10);
  expect(await db().importSource.findUnique({ where: { id: old } })).toBeNull();
});

test("fifty megabytes are refused while they come, in words that say how much is taken", async () => {
  let asked = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      asked += 1_000_000;
      if (asked > 50_000_000) controller.close();
      else controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const answer = await post(sendFile, endless, { query: "?name=a.txt" });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: "too-large", detail: expect.stringMatching(/20 MB/) });
  expect(asked).toBeLessThan(25_000_000);
});

test("a preview reports how far it is to whoever asks for it", async () => {
  const accept = "application/x-ndjson";
  const body = JSON.stringify({ kind: "text", content: "A title of some words\n\nA paragraph that says something." });
  const lines = (await (await post(preview, body, { accept })).text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { progress: { step: "reading", done: null } },
    { progress: { step: "judging", done: null } },
    { answer: { metadata: { title: "A title of some words" }, keptId: null } },
  ]);
  const refused = await post(preview, JSON.stringify({ kind: "text", content: " " }), { accept });
  expect(JSON.parse((await refused.text()).trim().split("\n").at(-1) ?? "")).toMatchObject({
    problem: { code: "invalid-input", status: 422 },
  });
});

test("a link into this machine's network is refused, and any link where fetching is off", async () => {
  const body = JSON.stringify({ kind: "link", url: "http://169.254.169.254/latest/meta-data/" });
  expect(await (await post(preview, body)).json()).toMatchObject({ code: "invalid-input" });
  const { databaseUrl, authSecret } = config();
  const on = completeConfig({ databaseUrl, authSecret, databaseIsEmbedded: true });
  on.fetchesLinks = false;
  expect(await (await post(preview, body)).json()).toMatchObject({ code: "forbidden" });
  completeConfig({ databaseUrl, authSecret, databaseIsEmbedded: true });
});
