/** A database of its own for a test file, and the people and articles that most tests need. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Role } from "@/lib/access/policies";
import { canonicalText } from "@/lib/article/canonical-text";
import type { Block } from "@/lib/article/schema";
import { completeConfig } from "@/lib/config/config";
import { closeDb, db } from "./client";
import type { Article, Revision, User, Workspace } from "./generated/client";

/**
 * Gives the test file a fresh, migrated database from before its first test to after its last. Call it at the top of the
 * file, before other hooks; `db()` and `config()` then use it.
 * @returns its address, once the hooks have run
 */
export function testDatabase(): { url(): string } {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(inject("testServerUrl"));
  url.pathname = name;
  beforeAll(async () => {
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${inject("testTemplate")}`);
    completeConfig({
      databaseUrl: url.href,
      authSecret: "a secret that only tests use, long enough",
      databaseIsEmbedded: true,
    });
  });
  afterAll(async () => {
    await closeDb();
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url: () => url.href };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("testServerUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The tables that hold the word in any column: as text, or as its bytes in UTF-8. */
export async function tablesWith(databaseUrl: string, word: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      // Bytes are written in hexadecimal digits in a row's text.
      const either = [`%${word}%`, `%${Buffer.from(word).toString("hex")}%`];
      const { rowCount } = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE ANY ($1) LIMIT 1`, [
        either,
      ]);
      if (rowCount) found.push(name);
    }
    return found.sort();
  } finally {
    await client.end();
  }
}

/** A person with a mail address nobody else has. */
export function makeUser(values: Partial<Pick<User, "name" | "email" | "passwordHash" | "demo">> = {}): Promise<User> {
  const email = `${randomUUID()}@example.org`;
  return db().user.create({ data: { email, name: "Ada Example", color: "#3366aa", ...values } });
}

/** A workspace with a new person for each role asked for. */
export async function makeWorkspace<R extends Role>(
  ...roles: R[]
): Promise<{ workspace: Workspace; people: Record<R, User> }> {
  const workspace = await db().workspace.create({ data: { name: "A test's workspace" } });
  const people = {} as Record<R, User>;
  for (const role of roles) {
    people[role] = await makeUser({ name: `The ${role}` });
    await addMember(workspace.id, people[role].id, role);
  }
  return { workspace, people };
}

/** Makes the person a member of the workspace. */
export async function addMember(workspaceId: string, userId: string, role: Role): Promise<void> {
  await db().membership.create({ data: { workspaceId, userId, role } });
}

/** An article with one revision of plain paragraphs. */
export async function makeArticle(
  workspaceId: string,
  paragraphs: readonly string[] = ["The first claim stands here.", "The second paragraph answers it."],
  createdById: string | null = null,
): Promise<{ article: Article; revision: Revision }> {
  const blocks: Block[] = paragraphs.map((text, index) => ({
    id: `b${index + 1}`,
    type: "paragraph",
    text,
    marks: [],
  }));
  const title = "A test's article";
  const article = await db().article.create({ data: { workspaceId, title, createdById } });
  const revision = await db().revision.create({
    data: {
      articleId: article.id,
      number: 1,
      metadata: { title, authors: [] },
      blocks,
      canonicalText: canonicalText(blocks),
      setAside: [],
      sourceKind: "text",
      raw: paragraphs.join("\n\n"),
      createdById,
    },
  });
  const current = await db().article.update({ where: { id: article.id }, data: { currentRevisionId: revision.id } });
  return { article: current, revision };
}
