import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { listHighlights as endpoint } from "./endpoints";
import { listHighlights } from "./list";

testDatabase();

it("lists standing highlights in the order of the text, with what the endpoint promises", async () => {
  const { workspace, people } = await makeWorkspace("annotator");
  const { article, revision } = await makeArticle(workspace.id, ["A claim stands here."]);
  const add = (start: number, end: number, more: { deletedAt?: Date } = {}) =>
    db().highlight.create({
      data: {
        id: randomUUID(),
        articleId: article.id,
        revisionId: revision.id,
        start,
        end,
        exact: revision.canonicalText.slice(start, end),
        prefix: "",
        suffix: "",
        label: "claim",
        authorId: people.annotator.id,
        createdAt: new Date(),
        ...more,
      },
    });
  const later = await add(8, 14);
  const earlier = await add(2, 7);
  await add(0, 1, { deletedAt: new Date() });
  await db().rebuttal.create({
    data: { articleId: article.id, answers: { create: { highlightId: later.id, position: 0 } } },
  });

  const listed = await listHighlights(article.id, { userId: people.annotator.id, role: "annotator" });
  expect(endpoint.response.parse({ highlights: listed }).highlights).toMatchObject([
    { id: earlier.id, exact: "claim", answered: false, comments: 0, author: { name: "The annotator" } },
    { id: later.id, exact: "stands", answered: true },
  ]);
});
