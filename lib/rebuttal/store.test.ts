/** Rebuttals in a real database: how they begin, what they answer, who writes them, and that only one decision counts. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Member, Role } from "@/lib/access/policies";
import { rebuttalDocument } from "@/lib/collab/names";
import { db } from "@/lib/db/client";
import { type Heard, listen } from "@/lib/db/events";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { addContributor, createRebuttal, deleteRebuttal, removeContributor, setAnswers } from "./changes";
import { projectRebuttal } from "./document";
import { appendUpdate, projectLog } from "./log";
import { moveRebuttal } from "./move";
import { bodyField } from "./schema";
import { findRebuttal, getRebuttal, listRebuttals } from "./store";

testDatabase();

let articleId: string;
let workspaceId: string;
let people: Record<Role, Member>;
const highlights: string[] = [];

async function makeHighlight(onArticle: string, start: number, exact: string): Promise<string> {
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId: onArticle } });
  const { id } = await db().highlight.create({
    data: {
      id: randomUUID(),
      articleId: onArticle,
      revisionId,
      start,
      end: start + exact.length,
      exact,
      prefix: "",
      suffix: "",
      label: "claim",
      createdAt: new Date(),
    },
  });
  return id;
}

beforeAll(async () => {
  const made = await makeWorkspace("owner", "moderator", "editor", "annotator", "viewer");
  workspaceId = made.workspace.id;
  people = Object.fromEntries(
    Object.entries(made.people).map(([role, { id }]) => [role, { userId: id, role }]),
  ) as Record<Role, Member>;
  articleId = (await makeArticle(workspaceId)).article.id;
  highlights.push(await makeHighlight(articleId, 0, "The first claim"), await makeHighlight(articleId, 4, "first"));
});

const [first, second] = [() => highlights[0] as string, () => highlights[1] as string];
const start = (values: Partial<Parameters<typeof createRebuttal>[0]> = {}) =>
  createRebuttal({
    articleId,
    creatorId: people.annotator.userId,
    highlightIds: [first()],
    title: "",
    text: "",
    ...values,
  });

describe("a new rebuttal", () => {
  it("answers its highlights in their order, is a draft, and has its creator as contributor", async () => {
    const rebuttal = await getRebuttal(await start({ highlightIds: [second(), first()] }));
    expect(rebuttal).toMatchObject({
      status: "draft",
      version: 0,
      title: "",
      contributors: [{ id: people.annotator.userId, name: "The annotator" }],
      answers: [
        { highlightId: second(), quote: "first", label: "claim", start: 4, removed: false },
        { highlightId: first(), quote: "The first claim" },
      ],
      history: [],
    });
    expect((await listRebuttals(articleId))[0]).toMatchObject({ id: rebuttal.id });
  });

  it("that comes with words has them in SQL and in the document alike", async () => {
    const id = await start({ title: "Not so", text: "One.\n\nTwo." });
    expect(await getRebuttal(id)).toMatchObject({ title: "Not so", text: "One.\n\nTwo." });
    const log = await db().collabUpdate.findMany({ where: { document: rebuttalDocument(id) } });
    const doc = new Y.Doc();
    for (const { update, userId } of log) {
      Y.applyUpdate(doc, update);
      expect(userId).toBe(people.annotator.userId);
    }
    expect(projectRebuttal(doc)).toMatchObject({ title: "Not so", text: "One.\n\nTwo." });
  });

  it("can't answer another article's highlight, one taken off the article, or one that never was; nothing is left of it", async () => {
    const other = (await makeArticle(workspaceId)).article.id;
    const foreign = await makeHighlight(other, 0, "The first claim");
    const gone = await makeHighlight(articleId, 0, "The");
    await db().highlight.update({ where: { id: gone }, data: { deletedAt: new Date() } });
    const before = await db().rebuttal.count();
    for (const id of [foreign, gone, randomUUID()]) {
      await expect(start({ highlightIds: [first(), id] })).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "highlightIds", message: expect.stringContaining(id) }],
      });
    }
    expect(await db().rebuttal.count()).toBe(before);
  });
});

describe("answered highlights", () => {
  it("are replaced and reordered as a whole, and everybody is told", async () => {
    const id = await start();
    const heard: Heard[] = [];
    let wake = () => {};
    const told = new Promise<void>((done) => {
      wake = done;
    });
    const stop = await listen((event) => {
      heard.push(event);
      wake();
    });
    await setAnswers(people.annotator, id, [second(), first()]);
    await told;
    await stop();
    expect(heard).toEqual([{ type: "rebuttal.changed", articleId, rebuttalId: id }]);
    expect((await getRebuttal(id)).answers.map(({ highlightId }) => highlightId)).toEqual([second(), first()]);
  });

  it("that were taken off the article may stay, but can't come back", async () => {
    const gone = await makeHighlight(articleId, 4, "first claim");
    const id = await start({ highlightIds: [first(), gone] });
    await db().highlight.update({ where: { id: gone }, data: { deletedAt: new Date() } });
    await setAnswers(people.annotator, id, [gone, second()]);
    expect((await getRebuttal(id)).answers).toMatchObject([{ highlightId: gone, removed: true }, { removed: false }]);
    await setAnswers(people.annotator, id, [second()]);
    await expect(setAnswers(people.annotator, id, [gone])).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("stay as they are once the rebuttal is published", async () => {
    const id = await start();
    await moveRebuttal(people.annotator, id, "submit", 0);
    await moveRebuttal(people.moderator, id, "publish", 1);
    await expect(setAnswers(people.owner, id, [second()])).rejects.toMatchObject({ code: "forbidden" });
    expect((await getRebuttal(id)).answers).toMatchObject([{ highlightId: first() }]);
  });
});

describe("contributors", () => {
  it("are members who may annotate", async () => {
    const id = await start();
    const stranger = await makeUser();
    for (const userId of [stranger.id, people.viewer.userId, randomUUID()])
      await expect(addContributor(people.annotator, id, userId)).rejects.toMatchObject({ code: "invalid-input" });

    const colleague = await makeUser({ name: "Bo" });
    await addMember(workspaceId, colleague.id, "annotator");
    const bo = { userId: colleague.id, role: "annotator" } as const;
    await expect(setAnswers(bo, id, [second()])).rejects.toMatchObject({ code: "forbidden" });
    await addContributor(people.annotator, id, bo.userId);
    await addContributor(people.annotator, id, bo.userId);
    await setAnswers(bo, id, [second()]);
    expect((await getRebuttal(id)).contributors).toHaveLength(2);
  });

  it("can be taken off, but never the last one, not even by two at once", async () => {
    const id = await start();
    await addContributor(people.annotator, id, people.moderator.userId);
    const results = await Promise.allSettled([
      removeContributor(people.owner, id, people.moderator.userId),
      removeContributor(people.owner, id, people.annotator.userId),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getRebuttal(id)).contributors).toHaveLength(1);
  });
});

describe("a move", () => {
  it("keeps the text as it stood then, even when the projection lags behind the log", async () => {
    const id = await start({ title: "First", text: "Then." });
    const doc = new Y.Doc();
    for (const { update } of await db().collabUpdate.findMany({ where: { document: rebuttalDocument(id) } }))
      Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    doc.getText("title").insert(5, ", later");
    await appendUpdate(db(), id, Y.encodeStateAsUpdate(doc, before), people.annotator.userId);

    await moveRebuttal(people.annotator, id, "submit", 0);
    const change = await db().rebuttalStatusChange.findFirstOrThrow({ where: { rebuttalId: id } });
    expect(change).toMatchObject({
      title: "First, later",
      from: "draft",
      to: "in_review",
      byId: people.annotator.userId,
      body: { content: [{ content: [{ text: "Then." }] }] },
    });
  });

  it("counts once when two decide at the same time", async () => {
    const id = await start();
    await moveRebuttal(people.annotator, id, "submit", 0);
    const decisions = await Promise.allSettled([
      moveRebuttal(people.editor, id, "publish", 1),
      moveRebuttal(people.moderator, id, "return", 1),
      moveRebuttal(people.owner, id, "publish", 1),
    ]);
    const refused = decisions.filter((decision) => decision.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["conflict", "conflict"]);
    expect((await getRebuttal(id)).history).toHaveLength(2);
  });

  it("decided on an earlier round is refused, though the status is the same again", async () => {
    const id = await start();
    await moveRebuttal(people.annotator, id, "submit", 0);
    await moveRebuttal(people.editor, id, "return", 1);
    await moveRebuttal(people.annotator, id, "submit", 2);
    await expect(moveRebuttal(people.owner, id, "publish", 1)).rejects.toMatchObject({ code: "conflict" });
    expect(await getRebuttal(id)).toMatchObject({ status: "in_review", version: 3, publishedAt: null });
  });

  it("by someone who may not is refused and leaves no trace", async () => {
    const id = await start();
    await moveRebuttal(people.annotator, id, "submit", 0);
    await expect(moveRebuttal(people.annotator, id, "publish", 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(moveRebuttal(people.viewer, id, "return", 1)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getRebuttal(id)).toMatchObject({ status: "in_review", version: 1 });
  });

  it("through all of them is a story with a date of publication", async () => {
    const id = await start();
    await moveRebuttal(people.annotator, id, "submit", 0);
    await moveRebuttal(people.moderator, id, "publish", 1);
    const published = await getRebuttal(id);
    expect(published.publishedAt).toBe(published.history[0]?.at);
    await moveRebuttal(people.annotator, id, "withdraw", 2);
    await moveRebuttal(people.annotator, id, "reopen", 3);
    const { history } = await getRebuttal(id);
    expect(history.map(({ to }) => to)).toEqual(["draft", "withdrawn", "published", "in_review"]);
    expect(history[2]?.by?.name).toBe("The moderator");
  });
});

describe("deleting", () => {
  it("takes a draft off the list and out of reach", async () => {
    const id = await start({ title: "Gone", text: "Soon." });
    await deleteRebuttal(people.annotator, id);
    expect(await findRebuttal(id)).toBeNull();
    expect((await listRebuttals(articleId)).map((rebuttal) => rebuttal.id)).not.toContain(id);
    await expect(setAnswers(people.annotator, id, [second()])).rejects.toMatchObject({ code: "not-found" });
  });

  it("is not for what was ever submitted, nor for others' drafts", async () => {
    const id = await start();
    await expect(deleteRebuttal(people.moderator, id)).rejects.toMatchObject({ code: "forbidden" });
    await moveRebuttal(people.annotator, id, "submit", 0);
    await moveRebuttal(people.annotator, id, "return", 1);
    await expect(deleteRebuttal(people.annotator, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await findRebuttal(id)).not.toBeNull();
  });

  it("spares a draft that people have commented on", async () => {
    const id = await start();
    await db().thread.create({
      data: {
        articleId,
        rebuttalId: id,
        comments: { create: { authorId: people.viewer.userId, body: {}, text: "Hm." } },
      },
    });
    await expect(deleteRebuttal(people.annotator, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await findRebuttal(id)).not.toBeNull();
  });
});

it("reads a document from its snapshot and its tail together", async () => {
  const id = await start({ title: "T", text: "From the snapshot." });
  const document = rebuttalDocument(id);
  const doc = new Y.Doc();
  for (const { update } of await db().collabUpdate.findMany({ where: { document } })) Y.applyUpdate(doc, update);
  const { id: snapshotId } = await db().collabSnapshot.create({
    data: { document, state: Uint8Array.from(Y.encodeStateAsUpdate(doc)) },
  });
  await db().collabUpdate.updateMany({ where: { document }, data: { snapshotId } });
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("From the tail.")]);
  doc.getXmlFragment(bodyField).push([paragraph]);
  await appendUpdate(db(), id, Y.encodeStateAsUpdate(doc, before), people.annotator.userId);
  expect((await projectLog(db(), id)).text).toBe("From the snapshot.\n\nFrom the tail.");
});

it("knows nothing of the rebuttals of a deleted article", async () => {
  const { article } = await makeArticle(workspaceId);
  const highlight = await makeHighlight(article.id, 0, "The");
  const id = await start({ articleId: article.id, highlightIds: [highlight] });
  await db().article.update({ where: { id: article.id }, data: { deletedAt: new Date() } });
  expect(await findRebuttal(id)).toBeNull();
  await expect(moveRebuttal(people.annotator, id, "submit", 0)).rejects.toMatchObject({ code: "not-found" });
});
