/** What an operator sees of a busy server: a log without anybody's words, and numbers. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createApiToken } from "@/lib/people/api-tokens";
import { addHighlight, noteOf } from "../layer";
import { articleDocument } from "../names";
import { WireClient } from "../testing";
import { freePort } from "../testing/ports";
import { type ServerProcess, startServerProcess } from "../testing/process";

testDatabase();

let server: ServerProcess;
let metricsPort: number;

beforeAll(async () => {
  metricsPort = await freePort();
  server = await startServerProcess({ LOG_LEVEL: "trace", METRICS_PORT: String(metricsPort) });
}, 60_000);
afterAll(() => server?.end("SIGTERM"));

const metric = (text: string, name: string) =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.split(" ")
      .at(-1),
  );

test("a busy log names connections and people by id, and holds no words, tokens or addresses", async () => {
  const { workspace, people } = await makeWorkspace("owner", "viewer");
  const { article, revision } = await makeArticle(workspace.id, ["A secretive paragraph about nothing."]);
  const tokens = await Promise.all(
    [people.owner, people.viewer].map(async ({ id }) => (await createApiToken(id, "a token's name")).token),
  );
  const open = (token: string | undefined) =>
    WireClient.open(server.url, articleDocument(article.id), { authorization: `Bearer ${token}` });
  const [ada, bo] = await Promise.all(tokens.map(open));
  if (!ada || !bo) throw new Error("Two tokens make two clients.");
  const id = randomUUID();
  addHighlight(ada.doc, {
    id,
    revisionId: revision.id,
    label: "claim",
    authorId: people.owner.id,
    createdAt: Date.UTC(2026, 0, 1),
    ...describePassage(revision.canonicalText, 2, 12),
  });
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("unrepeatable words")]);
  noteOf(ada.doc, id)?.push([paragraph]);
  ada.sendAwareness([[ada.doc.clientID, 1, { whereabouts: "unspeakable" }]]);
  await ada.durable();
  bo.sendUpdate(bo.draft((doc) => doc.getMap("stray").set("key", "unheard-of")));
  expect(await bo.refusal()).toBe("read-only");
  // A bad frame, a stranger, and a database that fails.
  bo.sendBytes(new TextEncoder().encode("unintelligible"));
  await bo.until(({ kind }) => kind === "socket-closed");
  await expect(open("rj_unknown-to-us")).rejects.toThrow();
  await db().$executeRawUnsafe('ALTER TABLE "CollabUpdate" RENAME TO "Away"');
  noteOf(ada.doc, id)?.push([new Y.XmlElement("paragraph")]);
  await expect.poll(() => server.log.some((line) => line.includes("could not be written"))).toBe(true);
  await db().$executeRawUnsafe('ALTER TABLE "Away" RENAME TO "CollabUpdate"');
  await ada.durable();

  const log = server.log.join("\n");
  const secrets = ["secretive", "unrepeatable", "unspeakable", "unheard-of", "unintelligible", "unknown-to-us"];
  const addresses = [people.owner, people.viewer].flatMap(({ email, name }) => [email, name]);
  for (const secret of [...secrets, ...tokens, ...addresses]) expect(log).not.toContain(secret);
  const lines = server.log.map((line): Record<string, unknown> => JSON.parse(line));
  const opened = lines.filter(({ msg }) => msg === "a socket was opened");
  expect(opened.map(({ userId }) => userId).sort()).toEqual([people.owner.id, people.viewer.id].sort());
  expect(new Set(opened.map(({ connection }) => connection)).size).toBe(2);
  expect(lines.find(({ msg }) => msg === "a socket was closed")).toMatchObject({ code: 1007 });
});

test("the numbers say what went on, and are served on their own port alone", async () => {
  const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(response.headers.get("content-type")).toContain("text/plain");
  const text = await response.text();
  expect(metric(text, "rejoinder_connections")).toBe(1);
  expect(metric(text, "rejoinder_documents")).toBe(1);
  expect(metric(text, 'rejoinder_frames_total{kind="update"}')).toBeGreaterThan(2);
  expect(metric(text, 'rejoinder_refused_total{reason="unauthenticated"}')).toBe(1);
  expect(metric(text, "rejoinder_commit_edits_count")).toBeGreaterThan(0);
  expect(metric(text, "rejoinder_commit_failures_total")).toBeGreaterThan(0);
  expect(metric(text, "rejoinder_acknowledgement_seconds_count")).toBeGreaterThan(2);
  expect(metric(text, "rejoinder_unwritten_edits")).toBe(0);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).toContain("process_resident_memory_bytes");
  expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404);
});
