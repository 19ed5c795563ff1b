import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { type Heard, listen } from "@/lib/db/events";
import { makeWorkspace, testDatabase } from "@/lib/db/testing";
import { contentOf } from "./content";
import { importArticle } from "./import-article";
import { listArticles } from "./library";
import { applyReview } from "./review";
import { deleteArticle, importInto, locateArticle, readArticle, restoreArticle } from "./store";

testDatabase();

const heard: Heard[] = [];
let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await listen((event) => heard.push(event));
});
afterAll(() => stop());

const content =
  "The harbour and its critics\n\nSubscribe to our newsletter\n\nThe harbour was built long ago. Nobody knows why.";

async function importedBy(role: "editor") {
  const { workspace, people } = await makeWorkspace(role);
  const result = await importArticle({ kind: "text", content });
  const id = await importInto({
    workspaceId: workspace.id,
    createdById: people[role].id,
    source: { kind: "text", raw: content },
    content: contentOf(result),
  });
  return { id, workspaceId: workspace.id, person: people[role] };
}

async function located(id: string, state?: "deleted") {
  const subject = await locateArticle(id, state);
  if (!subject) throw new Error("The article isn't there.");
  return subject;
}

test("an import is an article whose first revision keeps the source and what was set aside", async () => {
  const { id, workspaceId, person } = await importedBy("editor");
  expect(await readArticle(id)).toMatchObject({
    id,
    workspaceId,
    title: "The harbour and its critics",
    createdBy: { id: person.id, name: person.name },
    revision: { number: 1 },
    metadata: { title: "The harbour and its critics", authors: [] },
    blocks: [{ id: "b1", type: "paragraph" }],
    canonicalText: "The harbour was built long ago. Nobody knows why.",
  });
  const { raw, setAside, sourceKind } = await db().revision.findFirstOrThrow({ where: { articleId: id } });
  expect({ raw, sourceKind }).toEqual({ raw: content, sourceKind: "text" });
  expect(setAside).toMatchObject([{ reason: "metadata" }, { reason: "newsletter" }]);
  await expect.poll(() => heard).toContainEqual({ type: "article.changed", workspaceId, articleId: id });
});

test("an article with nothing in it is not saved", async () => {
  const { workspace, people } = await makeWorkspace("editor");
  const recognised = await importArticle({ kind: "text", content });
  const result = applyReview(recognised, { restored: [], setAside: ["b1"], metadata: recognised.metadata });
  const source = { kind: "text", raw: content } as const;
  const article = { workspaceId: workspace.id, createdById: people.editor.id, source, content: contentOf(result) };
  await expect(importInto(article)).rejects.toMatchObject({ code: "invalid-input" });
  expect(await db().article.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test("a deleted article is out of sight until it is restored, with everything that was on it", async () => {
  const { id, workspaceId } = await importedBy("editor");
  await deleteArticle(await located(id));
  expect(await locateArticle(id)).toBeNull();
  expect(await listArticles(workspaceId)).toEqual([]);
  await expect(readArticle(id)).rejects.toMatchObject({ code: "not-found" });
  await expect.poll(() => heard).toContainEqual({ type: "article.deleted", workspaceId, articleId: id });

  await restoreArticle(await located(id, "deleted"));
  expect(await locateArticle(id, "deleted")).toBeNull();
  expect((await listArticles(workspaceId)).map((article) => article.id)).toEqual([id]);
  expect((await readArticle(id)).blocks).toHaveLength(1);
});
