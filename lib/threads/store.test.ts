/** Comments in a real PostgreSQL: posting, replying, editing, deleting and restoring, alone and at once. */
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { type Heard, listen } from "@/lib/db/events";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { type CommentBody, fromPlainText, toPlainText } from "./body";
import { firstPage, readChanged, readDiscussion, threadOn } from "./discussion";
import { locateThread } from "./locate";
import { type CommentNode, nest } from "./pages";
import { type DiscussionOrder, depthOf } from "./place";
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
  return readDiscussion(await threadOn(article.id, subject), reader, firstPage, now);
}

const wordsOf = (comment: CommentView) => (comment.kind === "comment" ? toPlainText(comment.body) : "(tombstone)");
/** Each top-level comment with the replies under it, and theirs. */
const outline = (discussion: Awaited<ReturnType<typeof read>>) => nest(discussion.comments).map(branchOf);
const branchOf = ({ comment, replies }: CommentNode): unknown[] => [wordsOf(comment), ...replies.map(leafOrBranch)];
const leafOrBranch = (node: CommentNode) => (node.replies.length > 0 ? branchOf(node) : wordsOf(node.comment));

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
    const { threadId, comment } = await say("Secret words");
    await expect.poll(() => heard).toHaveLength(1);
    await stop();
    expect(heard).toEqual([
      {
        type: "thread.changed",
        articleId: article.id,
        threadId,
        highlightId: null,
        rebuttalId: null,
        commentId: comment.id,
      },
    ]);
  });
});

describe("a reply", () => {
  it("stands under what it answers, also under another reply", async () => {
    const { threadId, comment } = await say("Top");
    const first = await reply(threadId, comment.id, "First reply");
    await say("Another top");
    await reply(threadId, comment.id, "Second reply");
    await reply(threadId, first.comment.id, "Reply to the first", ana);
    expect(outline(await read())).toEqual([
      ["Top", ["First reply", "Reply to the first"], "Second reply"],
      ["Another top"],
    ]);
  });

  it("keeps what it answers at any depth, and shows it beside when it would stand too far in", async () => {
    const { threadId, comment } = await say("No. 0");
    let above = comment.id;
    for (let n = 1; n <= 6; n += 1) above = (await reply(threadId, above, `No. ${n}`, n % 2 ? ben : ana)).comment.id;
    const { comments } = await read();
    expect(comments.map(({ place }) => depthOf(place))).toEqual([0, 1, 2, 2, 2, 2, 2]);
    expect(comments.map(({ parentId }) => parentId)).toEqual([null, ...comments.slice(0, -1).map(({ id }) => id)]);
    expect(comments.map(({ answers }) => answers?.author?.id)).toEqual([
      ...[undefined, undefined, undefined],
      ...[ana.userId, ben.userId, ana.userId, ben.userId],
    ]);
  });

  it("names nobody whose comment was taken down", async () => {
    const { threadId, comment } = await say("No. 0");
    const ids = [comment.id];
    for (let n = 1; n <= 3; n += 1) ids.push((await reply(threadId, ids[n - 1] ?? "", `No. ${n}`)).comment.id);
    await db().comment.update({ where: { id: ids[2] }, data: { state: "hidden" } });
    expect((await read()).comments.at(-1)).toMatchObject({ answers: { id: ids[2], author: null } });
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

  it("goes with an edit that takes it out", async () => {
    const { comment } = await postOn(article, whole, { body: calling(ben.userId) }, ana, new Date());
    await editComment(comment.id, workspaceId, calling(ben.userId), ana, new Date());
    expect(await mentioned(comment.id)).toEqual([ben.userId]);
    await editComment(comment.id, workspaceId, fromPlainText("Never mind"), ana, new Date());
    expect(await mentioned(comment.id)).toEqual([]);
  });
});

describe("a change of one comment", () => {
  it("is told with what shows or is gone because of it", async () => {
    const { threadId, comment } = await say("Top");
    const answer = await reply(threadId, comment.id, "Reply");
    await deleteComment(comment.id, new Date());
    const before = await readChanged(comment.id, ben, new Date());
    expect(before).toMatchObject({ comments: [{ kind: "tombstone", id: comment.id }], gone: [] });
    await deleteComment(answer.comment.id, new Date());
    const after = await readChanged(answer.comment.id, ana, minutes(11));
    expect(after.comments).toEqual([]);
    expect(new Set(after.gone)).toEqual(new Set([comment.id, answer.comment.id]));
  });
});

describe("a long thread", () => {
  /** Eight top-level comments; the n-th has n % 4 replies. */
  async function grow(): Promise<string> {
    const { threadId } = await say("1");
    const tops = await Promise.all(Array.from({ length: 7 }, () => say("top")));
    const ids = tops.map(({ comment }) => comment.id);
    for (const [index, id] of ids.entries()) {
      for (let n = 0; n <= index % 4; n += 1) await reply(threadId, id, "reply");
    }
    // What only leaves a mark takes a place in a page as well.
    await db().comment.updateMany({ where: { id: { in: ids.slice(0, 3) } }, data: { state: "hidden" } });
    return threadId;
  }

  it.each(["oldest", "newest", "discussed"] as const)(
    "comes in pages, %s first, which miss and repeat nothing and keep replies under their comments",
    async (order: DiscussionOrder) => {
      const threadId = await grow();
      const page = { order, from: null, limit: 200 } as const;
      const { comments: all } = await readDiscussion(threadId, ana, page, new Date());
      expect(all).toHaveLength(8 + 16);
      const seen: CommentView[] = [];
      let from: string | null = null;
      do {
        const { comments, more } = await readDiscussion(threadId, ana, { order, from, limit: 5 }, new Date());
        if (order === "oldest") seen.unshift(...comments);
        else seen.push(...comments);
        from = more;
      } while (from !== null && seen.length < 100);
      expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      const sizes = nest(all).map(({ replies }) => replies.length);
      if (order === "discussed") expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      else expect(sizes.length).toBe(8);
      const tops = nest(all).map(({ comment }) => comment.place);
      if (order === "newest") expect(tops).toEqual(tops.toSorted().reverse());
      if (order === "oldest") expect(tops).toEqual(tops.toSorted());
    },
  );

  it("numbers its comments without gaps when many post at once", async () => {
    const posted = await Promise.all(Array.from({ length: 12 }, (_, n) => say(`No. ${n}`)));
    const rows = await db().comment.findMany({ where: { threadId: posted[0]?.threadId }, orderBy: { number: "asc" } });
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it("refuses a row that answers a comment of another thread", async () => {
    const { comment } = await say("Here");
    const { threadId } = await say("There", ana, { kind: "highlight", id: await makeHighlight() });
    const words = { body: fromPlainText("?"), text: "?" };
    await expect(db().comment.create({ data: { threadId, parentId: comment.id, ...words } })).rejects.toThrow();
  });
});
