/** Comments in a real PostgreSQL: posting, replying, editing, deleting and restoring, alone and at once. */
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { type Heard, listen } from "@/lib/db/events";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { type CommentBody, fromPlainText, toPlainText } from "./body";
import { placeOf } from "./cursor";
import { readDiscussion, threadOn } from "./discussion";
import { locateThread } from "./locate";
import type { CommentView } from "./schema";
import { deleteComment, editComment, postIn, postOn, restoreComment } from "./store";
import type { Subject } from "./subject";

testDatabase();

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const whole = { kind: "article" } as Subject;

let workspaceId: string;
let ana: Member;
let ben: Member;
let article: { id: string; workspaceId: string };

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("annotator", "editor");
  workspaceId = workspace.id;
  ana = { userId: people.annotator.id, role: "annotator" };
  ben = { userId: people.editor.id, role: "editor" };
});

beforeEach(async () => {
  article = { id: (await makeArticle(workspaceId)).article.id, workspaceId };
});

async function makeHighlight(): Promise<string> {
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId: article.id } });
  const { id } = await db().highlight.create({
    data: {
      id: randomUUID(),
      articleId: article.id,
      revisionId,
      start: 0,
      end: 9,
      exact: "The first",
      prefix: "",
      suffix: "",
      label: "claim",
      createdAt: new Date(),
    },
  });
  return id;
}

const say = (text: string, author = ana, subject = whole, now = new Date()) =>
  postOn(article, subject, { body: fromPlainText(text) }, author, now);

async function reply(threadId: string, parentId: string, text: string, author = ben) {
  const place = await locateThread(threadId);
  if (!place) throw new Error("no such thread");
  return postIn(place.thread, workspaceId, { parentId, body: fromPlainText(text) }, author, new Date());
}

async function read(reader = ana, { subject = whole, now = new Date() } = {}) {
  return readDiscussion(await threadOn(article.id, subject), reader, { before: null, limit: 50 }, now);
}

const wordsOf = (comment: CommentView) => (comment.kind === "comment" ? toPlainText(comment.body) : "(tombstone)");
const outline = (discussion: Awaited<ReturnType<typeof read>>) =>
  discussion.comments.map((top) => [wordsOf(top), ...top.replies.map(wordsOf)]);

describe("posting", () => {
  it("starts the thread with its first comment, on whatever it hangs", async () => {
    const highlight: Subject = { kind: "highlight", id: await makeHighlight() };
    const onArticle = await say("On the whole");
    const onHighlight = await say("On the passage", ana, highlight);
    expect(onHighlight.threadId).not.toBe(onArticle.threadId);
    expect(onHighlight.comment).toMatchObject({ kind: "comment", author: { id: ana.userId }, editedAt: null });
    expect(outline(await read())).toEqual([["On the whole"]]);
    expect(outline(await read(ben, { subject: highlight }))).toEqual([["On the passage"]]);
  });

  it.each(["article", "highlight"] as const)(
    "makes one thread when ten people are the first on one %s",
    async (kind) => {
      const subject: Subject = kind === "article" ? whole : { kind, id: await makeHighlight() };
      const posted = await Promise.all(Array.from({ length: 10 }, (_, n) => say(`No. ${n}`, ana, subject)));
      expect(new Set(posted.map(({ threadId }) => threadId)).size).toBe(1);
      expect((await read(ana, { subject })).comments).toHaveLength(10);
    },
  );

  it("on something that isn't there says so and leaves nothing", async () => {
    const gone = await makeHighlight();
    await db().highlight.update({ where: { id: gone }, data: { deletedAt: new Date() } });
    const foreign = (await makeArticle(workspaceId)).article.id;
    const elsewhere = await makeHighlight();
    const subjects: Subject[] = [
      { kind: "highlight", id: gone },
      { kind: "highlight", id: randomUUID() },
      { kind: "rebuttal", id: randomUUID() },
    ];
    for (const subject of subjects) await expect(say("?", ana, subject)).rejects.toMatchObject({ code: "gone" });
    article = { id: foreign, workspaceId };
    await expect(say("?", ana, { kind: "highlight", id: elsewhere })).rejects.toMatchObject({ code: "gone" });
    expect(await db().thread.count({ where: { articleId: foreign } })).toBe(0);
  });

  it("on a highlight that was taken off the article is refused, and its thread stays readable", async () => {
    const id = await makeHighlight();
    const subject: Subject = { kind: "highlight", id };
    const { threadId } = await say("Before", ana, subject);
    await db().highlight.update({ where: { id }, data: { deletedAt: new Date() } });
    const place = await locateThread(threadId);
    if (!place) throw new Error("no such thread");
    await expect(
      postIn(place.thread, workspaceId, { body: fromPlainText("After") }, ben, new Date()),
    ).rejects.toMatchObject({ code: "gone" });
    expect(outline(await read(ben, { subject }))).toEqual([["Before"]]);
  });

  it("posts once when the same request comes twice, even at the same moment", async () => {
    const posting = { id: randomUUID(), body: fromPlainText("Once") };
    const posted = await Promise.all([1, 2, 3].map(() => postOn(article, whole, posting, ana, new Date())));
    expect(new Set(posted.map(({ comment }) => comment.id))).toEqual(new Set([posting.id]));
    expect(outline(await read())).toEqual([["Once"]]);
  });

  it("refuses an id that somebody else's comment has", async () => {
    const { comment } = await say("Mine");
    const posting = { id: comment.id, body: fromPlainText("Not yours") };
    await expect(postOn(article, whole, posting, ben, new Date())).rejects.toMatchObject({ code: "conflict" });
    expect(outline(await read())).toEqual([["Mine"]]);
  });

  it("announces ids and no words, and only what committed", async () => {
    const heard: Heard[] = [];
    const stop = await listen((event) => heard.push(event));
    await expect(say("?", ana, { kind: "rebuttal", id: randomUUID() })).rejects.toThrow();
    const { threadId } = await say("Secret words");
    await expect.poll(() => heard).toHaveLength(1);
    await stop();
    expect(heard).toEqual([
      { type: "thread.changed", articleId: article.id, threadId, highlightId: null, rebuttalId: null },
    ]);
  });
});

describe("a reply", () => {
  it("stands under its comment, and a reply to it beside it", async () => {
    const { threadId, comment } = await say("Top");
    const first = await reply(threadId, comment.id, "First reply");
    await reply(threadId, first.comment.id, "Reply to the reply", ana);
    await say("Another top");
    expect(outline(await read())).toEqual([["Top", "First reply", "Reply to the reply"], ["Another top"]]);
  });

  it("to a comment of another thread is refused", async () => {
    const { comment } = await say("Here");
    const { threadId } = await say("There", ana, { kind: "highlight", id: await makeHighlight() });
    await expect(reply(threadId, comment.id, "?")).rejects.toMatchObject({ code: "not-found" });
  });

  it("to a comment that was deleted meanwhile is kept, under its tombstone", async () => {
    const { threadId, comment } = await say("Top");
    await deleteComment(comment.id, new Date());
    await reply(threadId, comment.id, "Too late?");
    expect(outline(await read(ben))).toEqual([["(tombstone)", "Too late?"]]);
  });

  it.each(["hidden", "removed", "pending", "purged"] as const)("to a %s comment is refused", async (state) => {
    const { threadId, comment } = await say("Top");
    await db().comment.update({ where: { id: comment.id }, data: { state } });
    await expect(reply(threadId, comment.id, "?")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an edit", () => {
  it("changes the words and says when", async () => {
    const { comment } = await say("Frist");
    const at = new Date("2026-03-01T10:00:00.000Z");
    const edited = await editComment(comment.id, workspaceId, fromPlainText("First"), ana, at);
    expect(edited).toMatchObject({ kind: "comment", editedAt: at.toISOString() });
    expect(outline(await read(ben))).toEqual([["First"]]);
    expect((await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).text).toBe("First");
  });

  it("of a comment deleted meanwhile is refused and brings nothing back", async () => {
    const { comment } = await say("Words");
    await deleteComment(comment.id, new Date());
    await expect(
      editComment(comment.id, workspaceId, fromPlainText("Other words"), ana, new Date()),
    ).rejects.toMatchObject({ code: "gone" });
    expect((await read(ben)).comments).toEqual([]);
  });
});

describe("deleting", () => {
  it("leaves nothing to others when nobody replied, and a way back to the author", async () => {
    const { comment } = await say("Words");
    await deleteComment(comment.id, new Date());
    expect((await read(ben)).comments).toEqual([]);
    expect((await read(ana)).comments).toMatchObject([
      { kind: "tombstone", id: comment.id, restorableUntil: expect.any(String) },
    ]);
    expect((await read(ana, { now: minutes(11) })).comments).toEqual([]);
  });

  it("keeps the replies, and lets no word of it through", async () => {
    const { threadId, comment } = await say("Regrettable words");
    await reply(threadId, comment.id, "I disagree");
    await deleteComment(comment.id, new Date());
    const seen = await read(ben);
    expect(outline(seen)).toEqual([["(tombstone)", "I disagree"]]);
    expect(JSON.stringify(seen)).not.toContain("Regrettable");
    expect(seen.comments[0]).not.toHaveProperty("author");
  });

  it("everything leaves an empty thread", async () => {
    const { threadId, comment } = await say("Top");
    const answer = await reply(threadId, comment.id, "Reply");
    await deleteComment(comment.id, new Date());
    await deleteComment(answer.comment.id, new Date());
    expect((await read(ben, { now: minutes(11) })).comments).toEqual([]);
  });

  it("can be taken back within ten minutes, with the words as they were", async () => {
    const { comment } = await say("Words");
    await deleteComment(comment.id, new Date());
    await restoreComment(comment.id, ana, minutes(9));
    expect(outline(await read(ben))).toEqual([["Words"]]);
  });

  it("can't be taken back later", async () => {
    const { comment } = await say("Words");
    await deleteComment(comment.id, new Date());
    await expect(restoreComment(comment.id, ana, minutes(11))).rejects.toMatchObject({ code: "gone" });
    expect((await read(ben)).comments).toEqual([]);
  });

  it("and restoring touch nothing that a moderator took down", async () => {
    const { comment } = await say("Words");
    for (const state of ["hidden", "removed"] as const) {
      await db().comment.update({ where: { id: comment.id }, data: { state } });
      await deleteComment(comment.id, new Date());
      await expect(restoreComment(comment.id, ana, new Date())).rejects.toMatchObject({ code: "gone" });
      expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({ state });
    }
  });
});

describe("a mention", () => {
  const calling = (...userIds: string[]): CommentBody => ({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: userIds.map((userId) => ({ type: "mention", attrs: { userId, name: "Whatever the sender says" } })),
      },
    ],
  });
  const mentioned = async (commentId: string) =>
    (await db().mention.findMany({ where: { commentId } })).map(({ userId }) => userId);

  it("calls members by their names, and nobody else", async () => {
    const stranger = await makeUser();
    const { comment } = await postOn(article, whole, { body: calling(ben.userId, stranger.id) }, ana, new Date());
    expect(wordsOf(comment)).toBe("@The editor@Whatever the sender says");
    expect(await mentioned(comment.id)).toEqual([ben.userId]);
  });

  it("of oneself counts for nothing", async () => {
    const { comment } = await postOn(article, whole, { body: calling(ana.userId) }, ana, new Date());
    expect(await mentioned(comment.id)).toEqual([]);
  });

  it("goes with an edit that takes it out, and stays read where it stays", async () => {
    const { comment } = await postOn(article, whole, { body: calling(ben.userId) }, ana, new Date());
    await db().mention.updateMany({ data: { readAt: new Date() } });
    await editComment(comment.id, workspaceId, calling(ben.userId), ana, new Date());
    expect((await db().mention.findFirstOrThrow({ where: { commentId: comment.id } })).readAt).not.toBeNull();
    await editComment(comment.id, workspaceId, fromPlainText("Never mind"), ana, new Date());
    expect(await mentioned(comment.id)).toEqual([]);
  });
});

describe("a long thread", () => {
  it("comes in pages, newest first, and none is missed or repeated even when many share a moment", async () => {
    const { threadId } = await say("No. 0");
    const createdAt = new Date("2026-01-01T00:00:00.000Z");
    await db().comment.createMany({
      data: Array.from({ length: 24 }, (_, n) => ({
        threadId,
        authorId: ben.userId,
        body: fromPlainText(`No. ${n + 1}`),
        text: `No. ${n + 1}`,
        createdAt: new Date(createdAt.getTime() + Math.floor(n / 8)),
      })),
    });
    const seen: string[] = [];
    let before: { at: Date; id: string } | null = null;
    let pages = 0;
    do {
      const page = await readDiscussion(threadId, ana, { before, limit: 7 }, new Date());
      seen.unshift(...page.comments.map(wordsOf));
      before = page.earlier === null ? null : placeOf(page.earlier);
      pages += 1;
    } while (before && pages < 10);
    expect(pages).toBe(4);
    expect(new Set(seen).size).toBe(25);
    expect(seen.at(-1)).toBe("No. 0");
  });
});
