import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Label, RebuttalStatus } from "@/lib/db/generated/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { listArticles } from "./library";

testDatabase();

let workspaceId: string;
let authorId: string;
let articleId: string;
let revisionId: string;

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("annotator");
  const { article, revision } = await makeArticle(workspace.id);
  workspaceId = workspace.id;
  authorId = people.annotator.id;
  articleId = article.id;
  revisionId = revision.id;
});

async function mark(label: Label, deletedAt: Date | null = null): Promise<string> {
  const id = randomUUID();
  const place = { start: 0, end: 9, exact: "The first", prefix: "", suffix: "" };
  await db().highlight.create({
    data: { id, articleId, revisionId, authorId, label, deletedAt, createdAt: new Date(), ...place },
  });
  return id;
}

async function answer(highlightId: string, status: RebuttalStatus): Promise<void> {
  await db().rebuttal.create({ data: { articleId, status, answers: { create: { highlightId, position: 0 } } } });
}

test("the library counts what stands: marks, claims by whether they are answered, rebuttals by status", async () => {
  const answered = await mark("claim");
  const answeredInVain = await mark("claim");
  await mark("claim", new Date());
  await mark("evidence");
  await answer(answered, "draft");
  await answer(answered, "published");
  await answer(answeredInVain, "withdrawn");

  expect(await listArticles(workspaceId)).toMatchObject([
    {
      id: articleId,
      progress: {
        highlights: 3,
        claims: { answered: 1, open: 1 },
        rebuttals: { draft: 1, in_review: 0, published: 1, withdrawn: 1 },
      },
      people: [{ id: authorId, name: "The annotator" }],
    },
  ]);
});

test("the newest activity comes first, a deleted article is left out, and other workspaces stay apart", async () => {
  const { article: newer } = await makeArticle(workspaceId);
  const { article: gone } = await makeArticle(workspaceId);
  await db().article.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
  await makeArticle((await makeWorkspace("owner")).workspace.id);

  const order = async () => (await listArticles(workspaceId)).map(({ id }) => id);
  expect(await order()).toEqual([newer.id, articleId]);
  await mark("question");
  expect(await order()).toEqual([articleId, newer.id]);
});
