/** Who is told what, and what of it they may see when they look, in a real PostgreSQL. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { ContentState } from "@/lib/db/generated/enums";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { type CommentBody, fromPlainText } from "@/lib/threads/body";
import { locateThread } from "@/lib/threads/locate";
import { markRead, setAttention } from "@/lib/threads/reading";
import { setResolved } from "@/lib/threads/resolve";
import { deleteComment, editComment, postOn, restoreComment } from "@/lib/threads/store";
import { changeRole } from "@/lib/workspaces/members";
import { countUnread, listNotices } from "./inbox";
import { keepChoice } from "./preferences";
import { markNoticesRead } from "./read";
import type { Notice } from "./schema";
import { leadsTo, placeInWords, quotedIn, titleOf } from "./words";

testDatabase();

let workspaceId: string;
let owner: Member;
let ana: Member;
let ben: Member;
let cleo: Member;
let article: { id: string; workspaceId: string };

const now = () => new Date();
const calling = (...people: Member[]): CommentBody => ({
  type: "doc",
  content: [
    { type: "paragraph", content: people.map(({ userId }) => ({ type: "mention", attrs: { userId, name: "?" } })) },
  ],
});
const say = (author: Member, words: string | CommentBody, parentId?: string) =>
  postOn(
    article,
    { kind: "article" },
    { body: typeof words === "string" ? fromPlainText(words) : words, parentId },
    author,
    now(),
  );
const inboxOf = async ({ userId }: Member) => (await listNotices(userId, now())).notices;
const toldTo = async (person: Member) => (await inboxOf(person)).map(titleOf);
const unreadOf = ({ userId }: Member) => countUnread(userId, now());
const only = (notices: readonly Notice[]): Notice => {
  const [notice, ...others] = notices;
  if (!notice || others.length > 0) throw new Error(`Not one notice but ${notices.length}.`);
  return notice;
};

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("owner", "annotator", "editor", "viewer");
  workspaceId = workspace.id;
  owner = { userId: people.owner.id, role: "owner" };
  ana = { userId: people.annotator.id, role: "annotator" };
  ben = { userId: people.editor.id, role: "editor" };
  cleo = { userId: people.viewer.id, role: "viewer" };
});
beforeEach(async () => {
  await db().notice.deleteMany();
  await db().noticePreference.deleteMany();
  article = { id: (await makeArticle(workspaceId)).article.id, workspaceId };
});

describe("a comment", () => {
  it("tells whom it calls, whom it answers and who follows, each once and nobody of their own", async () => {
    const { threadId, comment } = await say(ana, "One");
    await setAttention(threadId, cleo, "followed");
    await say(ben, "Two", comment.id);
    await say(ben, calling(ana, ben, cleo), comment.id);
    expect(await toldTo(ana)).toEqual(["The editor mentioned you", "The editor replied to you"]);
    expect(await toldTo(cleo)).toEqual(["The editor mentioned you", "The editor wrote in a thread you follow"]);
    expect(await toldTo(ben)).toEqual([]);
  });

  it("is quoted as it is when one looks, and leads to itself", async () => {
    const { threadId, comment } = await say(ben, calling(ana));
    await editComment(
      comment.id,
      workspaceId,
      { ...calling(ana), content: [...calling(ana).content, ...fromPlainText("Anew").content] },
      ben,
      now(),
    );
    const notice = only(await inboxOf(ana));
    expect(quotedIn(notice)).toBe("@The annotator Anew");
    expect(leadsTo(notice)).toBe(`/w/${workspaceId}/a/${article.id}/threads?thread=${threadId}#comment-${comment.id}`);
    expect("place" in notice && placeInWords(notice.place)).toBe("On “A test's article”");
  });

  it("calls somebody by an edit, and no more by another", async () => {
    const { comment } = await say(ben, "One");
    await editComment(comment.id, workspaceId, calling(ana), ben, now());
    expect(await toldTo(ana)).toEqual(["The editor mentioned you"]);
    await editComment(comment.id, workspaceId, fromPlainText("Never mind"), ben, now());
    expect(await toldTo(ana)).toEqual([]);
  });

  it("shows in the inbox while every reader may see it, and is no longer counted when they may not", async () => {
    const { comment: answered, threadId } = await say(ana, "One");
    await setAttention(threadId, owner, "followed");
    const { comment } = await say(ben, calling(cleo), answered.id);
    for (const state of Object.values(ContentState)) {
      await db().comment.update({ where: { id: comment.id }, data: { state } });
      for (const person of [cleo, ana, owner]) {
        expect(await inboxOf(person), state).toHaveLength(state === "visible" ? 1 : 0);
        expect(await unreadOf(person), state).toBe(state === "visible" ? 1 : 0);
      }
    }
  });

  it("that was deleted is not told of, and is again when it is restored", async () => {
    const { comment } = await say(ben, calling(ana));
    await deleteComment(comment.id, now());
    expect(await unreadOf(ana)).toBe(0);
    await restoreComment(comment.id, ben, now());
    expect(await unreadOf(ana)).toBe(1);
  });

  it("that waits for a moderator tells nobody until it is seen", async () => {
    const { threadId, comment } = await say(ana, "One");
    await setAttention(threadId, cleo, "followed");
    await say({ ...ben, isPremoderated: true }, "Two", comment.id);
    expect(await db().notice.count()).toBe(0);
  });
});

describe("a thread", () => {
  it("that one follows is one notice until it is read, and then another", async () => {
    const { threadId } = await say(ana, "One");
    await say(ben, "Two");
    await say(ben, "Three");
    await say(ana, "Mine");
    const { comment: last } = await say(ben, "Four");
    const notice = only(await inboxOf(ana));
    expect(titleOf(notice)).toBe("3 new comments in a thread you follow");
    expect(notice).toMatchObject({ count: 3, latest: { excerpt: "Four" } });
    await deleteComment(last.id, now());
    expect(only(await inboxOf(ana))).toMatchObject({ count: 2, latest: { excerpt: "Three" } });

    await markRead(threadId, ana, 5, now());
    expect(await unreadOf(ana)).toBe(0);
    await say(ben, "Five");
    expect((await inboxOf(ana)).map((each) => "count" in each && each.count)).toEqual([1, 2]);
    expect(await unreadOf(ana)).toBe(1);
  });

  it("that one has read a part of tells of the rest", async () => {
    const { threadId } = await say(ana, "One");
    await say(ben, "Two");
    await say(ben, "Three");
    await markRead(threadId, ana, 2, now());
    expect(only(await inboxOf(ana))).toMatchObject({ readAt: null, count: 1, latest: { excerpt: "Three" } });
  });

  it("loses no comment between two notices, when one reads while another writes", async () => {
    const { threadId } = await say(ana, "One");
    await say(ben, "Two");
    for (let n = 0; n < 10; n++) await Promise.all([say(ben, `${n}`), markNoticesRead(ana.userId, null, now())]);
    const told = (await inboxOf(ana)).reduce((sum, notice) => sum + ("count" in notice ? notice.count : 0), 0);
    const { lastNumber } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(told).toBe(lastNumber - 1);
  });

  it("that one muted says nothing but one's own name", async () => {
    const { threadId, comment } = await say(ana, "One");
    await setAttention(threadId, ana, "muted");
    await say(ben, "Two", comment.id);
    const place = await locateThread(threadId);
    await setResolved(place?.thread ?? fail(), true, ben, now());
    expect(await toldTo(ana)).toEqual([]);
    await say(ben, calling(ana));
    expect(await toldTo(ana)).toEqual(["The editor mentioned you"]);
  });

  it("that is resolved is told to who began it and who follows it, as long as it is", async () => {
    const { threadId } = await say(ana, "One");
    await setAttention(threadId, ana, "ordinary");
    await setAttention(threadId, cleo, "followed");
    const { thread } = (await locateThread(threadId)) ?? fail();
    await setResolved(thread, true, owner, now());
    expect(await toldTo(ana)).toEqual(["The owner resolved a thread"]);
    expect(await toldTo(cleo)).toEqual(["The owner resolved a thread"]);
    expect(await toldTo(owner)).toEqual([]);
    await setResolved(thread, false, owner, now());
    expect(await toldTo(ana)).toEqual([]);
  });

  it("goes from the inbox with its article, and with the workspace that one left or is shut out from", async () => {
    await say(ben, calling(cleo));
    const { id } = await makeUser();
    await addMember(workspaceId, id, "viewer");
    const guest: Member = { userId: id, role: "viewer" };
    await say(ben, calling(guest));
    const member = { workspaceId_userId: { workspaceId, userId: id } };
    expect(await unreadOf(guest)).toBe(1);
    await db().membership.update({ where: member, data: { standing: "banned" } });
    expect([await toldTo(guest), await unreadOf(guest)]).toEqual([[], 0]);
    await db().membership.update({ where: member, data: { standing: "active" } });
    expect(await unreadOf(guest)).toBe(1);
    await db().membership.delete({ where: member });
    expect([await toldTo(guest), await unreadOf(guest)]).toEqual([[], 0]);
    await db().article.update({ where: { id: article.id }, data: { deletedAt: now() } });
    expect([await toldTo(cleo), await unreadOf(cleo)]).toEqual([[], 0]);
  });
});

describe("the inbox", () => {
  it("tells of a role that another changed, as it is now", async () => {
    const { id } = await makeUser();
    await addMember(workspaceId, id, "viewer");
    for (const role of ["annotator", "editor"] as const)
      await changeRole({ workspaceId, actorId: owner.userId, targetId: id, role });
    const notice = only(await inboxOf({ userId: id, role: "editor" }));
    expect([titleOf(notice), leadsTo(notice)]).toEqual(["Your role is editor now", `/w/${workspaceId}`]);
  });

  it("is read one by one, by reading the thread, or all at once", async () => {
    const { threadId } = await say(ben, calling(ana));
    await say(ben, calling(ana));
    await say(ben, calling(ana));
    const [newest] = await inboxOf(ana);
    await markNoticesRead(ana.userId, [newest?.id ?? ""], now());
    expect(await unreadOf(ana)).toBe(2);
    await markNoticesRead(
      cleo.userId,
      (await inboxOf(ana)).map(({ id }) => id),
      now(),
    );
    await markRead(threadId, ana, 1, now());
    expect(await unreadOf(ana)).toBe(1);
    await markNoticesRead(ana.userId, null, now());
    expect(await unreadOf(ana)).toBe(0);
    expect(await inboxOf(ana)).toHaveLength(3);
  });

  it("comes a page at a time, and leaves nothing out", async () => {
    for (let n = 0; n < 5; n++) await say(ben, calling(ana));
    const all = (await inboxOf(ana)).map(({ id }) => id);
    const first = await listNotices(ana.userId, now(), { before: null, limit: 3 });
    const at = (index: number) => first.notices[index];
    expect(first.next).toBe(`${Date.parse(at(2)?.createdAt ?? "")}_${at(2)?.id}`);
    const before = { at: new Date(at(2)?.createdAt ?? ""), id: at(2)?.id ?? "" };
    const rest = await listNotices(ana.userId, now(), { before, limit: 3 });
    expect([...first.notices, ...rest.notices].map(({ id }) => id)).toEqual(all);
    expect(rest.next).toBeNull();
  });

  it("leaves out what one doesn't want to hear of, but no decision", async () => {
    await say(ben, calling(ana));
    await keepChoice(ana.userId, "mentions", { inApp: false, mail: "off" });
    expect([await toldTo(ana), await unreadOf(ana)]).toEqual([[], 0]);
    const decision = await db().decision.create({
      data: {
        workspaceId,
        measure: "reinstate",
        affectedId: ana.userId,
        source: "own_initiative",
        standingBefore: "active",
      },
    });
    await db().notice.create({
      data: { workspaceId, recipientId: ana.userId, kind: "member_decided", decisionId: decision.id },
    });
    await keepChoice(ana.userId, "decisions", { inApp: false, mail: "off" });
    expect(await toldTo(ana)).toEqual(["Moderators decided about you"]);
  });

  it("holds no notice that refers to something else than its kind is about", async () => {
    const { threadId, comment } = await say(ben, "One");
    const about = { workspaceId, recipientId: ana.userId };
    await expect(db().notice.create({ data: { ...about, kind: "mentioned" } })).rejects.toThrow("Notice_subject_fits");
    await expect(
      db().notice.create({ data: { ...about, kind: "commented", threadId, fromNumber: 2, toNumber: 3 } }),
    ).rejects.toThrow("Notice_subject_fits");
    await expect(
      db().notice.create({ data: { ...about, kind: "role_changed", commentId: comment.id } }),
    ).rejects.toThrow("Notice_subject_fits");
  });
});

function fail(): never {
  throw new Error("There is no such thread.");
}
