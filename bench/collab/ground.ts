/** What Rejoinder's server needs before anybody can come: a PostgreSQL as it ships, people with tokens, rooms (database). */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Y from "yjs";
import { encodeStateAsUpdate } from "yjs";
import { canonicalText } from "@/lib/article/canonical-text";
import type { Block } from "@/lib/article/schema";
import { articleDocument, type DocumentName, rebuttalDocument } from "@/lib/collab/names";
import { compact } from "@/lib/collab/server/compaction";
import { completeConfig } from "@/lib/config/config";
import { closeDb, db } from "@/lib/db/client";
import { openEmbedded } from "@/lib/db/embedded/embedded";
import { migrate } from "@/lib/db/migrate";
import { createApiToken } from "@/lib/people/api-tokens";

export interface Person {
  id: string;
  /** What opens a socket in their name. */
  headers: Record<string, string>;
}

export interface Ground {
  /** How a server finds the database. */
  env: Record<string, string>;
  people: Person[];
  /** The article's text, which highlights are ranges of. */
  text: string;
  /** Names of fresh rebuttals' documents. */
  rebuttals(count: number): Promise<string[]>;
  /** Stores the document as the log would have it, snapshot included, under the name of a fresh article or rebuttal. */
  store(kind: "article" | "rebuttal", doc: Y.Doc): Promise<string>;
}

/** As many as one room holds in the largest load. */
const crowd = 100;
const paragraphs = 400;

/** Makes the ground, calls `work`, and clears it away, whatever comes of it. */
export async function onGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "rejoinder-bench-"));
  const server = await openEmbedded({ dataDir, as: "server" });
  // PostgreSQL outlives us otherwise.
  const interrupted = () => void server.close().finally(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    const env = { DATABASE_URL: server.url, AUTH_SECRET: randomBytes(32).toString("base64") };
    completeConfig({ databaseUrl: env.DATABASE_URL, authSecret: env.AUTH_SECRET, databaseIsEmbedded: true });
    await migrate(server.url);
    return await work(await prepare(env));
  } finally {
    await closeDb();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function prepare(env: Record<string, string>): Promise<Ground> {
  const { id: workspaceId } = await db().workspace.create({ data: { name: "Bench" } });
  const people = await Promise.all(Array.from({ length: crowd }, (_, index) => makePerson(workspaceId, index)));
  const blocks: Block[] = Array.from({ length: paragraphs }, (_, index) => ({
    id: `b${index}`,
    type: "paragraph",
    text: `Paragraph ${index} says what the figures of year ${1600 + index} leave out, and what they repeat once more.`,
    marks: [],
  }));
  const text = canonicalText(blocks);
  const articleId = await makeArticle(workspaceId, blocks, text);

  async function rebuttals(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    await db().rebuttal.createMany({ data: ids.map((id) => ({ id, articleId })) });
    return ids.map(rebuttalDocument);
  }

  return {
    env,
    people,
    text,
    rebuttals,
    async store(kind, doc) {
      const name =
        kind === "article"
          ? articleDocument(await makeArticle(workspaceId, blocks, text))
          : ((await rebuttals(1))[0] as DocumentName);
      await db().collabUpdate.create({ data: { document: name, update: Uint8Array.from(encodeStateAsUpdate(doc)) } });
      await compact(name as DocumentName);
      return name;
    },
  };
}

async function makePerson(workspaceId: string, index: number): Promise<Person> {
  const { id } = await db().user.create({
    data: { email: `bench-${index}@example.org`, name: `Person ${index}`, color: "#3366aa" },
  });
  await db().membership.create({ data: { workspaceId, userId: id, role: "editor" } });
  const { token } = await createApiToken(id, "bench");
  return { id, headers: { authorization: `Bearer ${token}` } };
}

async function makeArticle(workspaceId: string, blocks: Block[], text: string): Promise<string> {
  const { id: articleId } = await db().article.create({ data: { workspaceId, title: "Bench" } });
  const { id } = await db().revision.create({
    data: {
      articleId,
      number: 1,
      metadata: { title: "Bench", authors: [] },
      blocks,
      canonicalText: text,
      setAside: [],
      sourceKind: "text",
      raw: text,
    },
  });
  await db().article.update({ where: { id: articleId }, data: { currentRevisionId: id } });
  return articleId;
}
