/** What one has read, follows, mutes and resolves, in a real PostgreSQL. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { fromPlainText } from "./body";
import { firstPage, readDiscussion, threadOn } from "./discussion";
import { listThreads } from "./list";
import { locateThread } from "./locate";
import { markRead, setAttention } from "./reading";
import { setResolved } from "./resolve";
import { deleteComment, postOn } from "./store";

testDatabase();

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

const say = (text: string, author: Member) =>
  postOn(article, { kind: "article" }, { body: fromPlainText(text) }, author, new Date());
const listed = async (reader: Member, filter: "all" | "followed" = "all") =>
  (await listThreads(article.id, reader, { filter, before: null, limit: 50 })).threads;
const unreadBy = async (reader: Member) => (await listed(reader))[0]?.unread;
const stateFor = async (reader: Member) =>
  (await readDiscussion(await threadOn(article.id, { kind: "article" }), reader, firstPage, new Date())).state;

describe("unread", () => {
  it("is what others wrote and one hasn't read", async () => {
    const { threadId } = await say("One", ana);
    await say("Two", ana);
    await say("Mine", ben);
    expect(await unreadBy(ben)).toBe(2);
    expect(await unreadBy(ana)).toBe(1);
    await markRead(threadId, ben, 1, new Date());
    expect(await unreadBy(ben)).toBe(1);
    expect(await stateFor(ben)).toMatchObject({ readUpTo: 1 });
  });

  it("never grows by reading something older, nor beyond what there is", async () => {
    const { threadId } = await say("One", ana);
    await say("Two", ana);
    await markRead(threadId, ben, 2, new Date());
    await markRead(threadId, ben, 1, new Date());
    expect(await unreadBy(ben)).toBe(0);
    await markRead(threadId, ben, 1000, new Date());
    await say("Three", ana);
    expect(await unreadBy(ben)).toBe(1);
  });

  it("doesn't count what one may not read", async () => {
    const { comment } = await say("One", ana);
    await say("Two", ana);
    await deleteComment(comment.id, new Date());
    expect(await unreadBy(ben)).toBe(1);
  });

  it("is nothing in a muted thread", async () => {
    const { threadId } = await say("One", ana);
    await setAttention(threadId, ben, "muted");
    expect(await unreadBy(ben)).toBe(0);
  });
});

describe("attention", () => {
  it("comes by speaking, and stays as one chose it", async () => {
    const { threadId } = await say("One", ana);
    expect(await stateFor(ana)).toMatchObject({ attention: "followed" });
    expect(await stateFor(ben)).toMatchObject({ attention: "ordinary" });
    expect(await listed(ana, "followed")).toHaveLength(1);
    expect(await listed(ben, "followed")).toHaveLength(0);
    await setAttention(threadId, ana, "ordinary");
    await say("Two", ana);
    expect(await stateFor(ana)).toMatchObject({ attention: "ordinary" });
    await markRead(threadId, ben, 1, new Date());
    await say("Three", ben);
    expect(await stateFor(ben)).toMatchObject({ attention: "followed" });
  });
});

describe("a resolved thread", () => {
  it("says by whom, can be written in, and be opened again", async () => {
    const { threadId } = await say("One", ana);
    const place = await locateThread(threadId);
    if (!place) throw new Error("no such thread");
    await setResolved(place.thread, true, ana, new Date());
    await setResolved(place.thread, true, ben, new Date());
    expect(await stateFor(ben)).toMatchObject({ resolved: { by: { id: ana.userId } }, mayResolve: false });
    expect(await listed(ben)).toMatchObject([{ resolved: true }]);
    await say("One more thing", ben);
    await setResolved(place.thread, false, ana, new Date());
    expect(await stateFor(ana)).toMatchObject({ resolved: null, mayResolve: true });
  });
});
