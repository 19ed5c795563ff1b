/** Locked, slow and archived threads, the author's one fix: in a real PostgreSQL, from several pages at once. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { fromPlainText } from "@/lib/threads/body";
import { deleteComment, editComment, postIn } from "@/lib/threads/store";
import { flagContent } from "./flags";
import { comment, itemOf, join, makeScene, type Scene, say, stateOf } from "./testing";
import { nextMode, refusalToPost, type ThreadEvent, type ThreadMode } from "./thread";
import { setThreadMode } from "./thread-mode";

testDatabase();

let scene: Scene;
let commentId: string;
let threadId: string;

beforeEach(async () => {
  scene = await makeScene();
  commentId = await say(scene, "First.");
  ({ threadId } = await db().comment.findUniqueOrThrow({ where: { id: commentId } }));
});

const set = (event: ThreadEvent) =>
  setThreadMode({ id: threadId, workspaceId: scene.workspaceId }, event, scene.moderator, new Date());
const post = async (by = scene.author, id?: string) => {
  const thread = { id: threadId, articleId: scene.article.id, highlightId: null, rebuttalId: null };
  return postIn(thread, scene.workspaceId, { id, body: fromPlainText("More.") }, by, new Date());
};
const edit = () => editComment(commentId, scene.workspaceId, fromPlainText("Milder."), scene.author, new Date());

describe("the thread's machine", () => {
  const anyEvent: fc.Arbitrary<ThreadEvent> = fc.oneof(
    fc.constantFrom<ThreadEvent>(
      { type: "lock", reason: "spam" },
      { type: "archive" },
      { type: "open" },
      { type: "unslow" },
    ),
    fc.record({ type: fc.constant("slow" as const), seconds: fc.integer({ min: -10, max: 100_000 }) }),
  );

  it("never slows what isn't open, and never for longer than a day", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 200 }), (events) => {
        let mode: ThreadMode = { state: "open", slowSeconds: null };
        for (const event of events) {
          const next = nextMode(mode, event);
          if (event.type === "slow" && next) {
            expect(mode.state).toBe("open");
            expect(next).toEqual({ state: "open", slowSeconds: event.seconds });
            expect(event.seconds >= 1 && event.seconds <= 86_400).toBe(true);
          }
          mode = next ?? mode;
        }
      }),
    );
  });

  it("makes everybody but moderators wait to the millisecond", () => {
    const mode: ThreadMode = { state: "open", slowSeconds: 60 };
    const lastAt = new Date("2026-01-01T12:00:00.000Z");
    const after = (ms: number) => new Date(lastAt.getTime() + ms);
    expect(refusalToPost(mode, { isStaff: false, lastAt }, after(59_999))).toEqual({ why: "slow", wait: 1 });
    expect(refusalToPost(mode, { isStaff: false, lastAt }, after(60_000))).toBeNull();
    expect(refusalToPost(mode, { isStaff: true, lastAt }, after(1))).toBeNull();
    expect(refusalToPost(mode, { isStaff: false, lastAt: null }, after(1))).toBeNull();
  });
});

describe("slow mode", () => {
  it("lets one of two pages through that post at the same moment, and tells the other how long to wait", async () => {
    const ben = await join(scene, "annotator");
    await set({ type: "slow", seconds: 600 });
    const both = await Promise.allSettled([post(ben), post(ben), post(ben)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = both.find((each) => each.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "rate-limited", retryAfter: expect.any(Number) } });
  });

  it("isn't got round by deleting what one wrote", async () => {
    await set({ type: "slow", seconds: 600 });
    await deleteComment(commentId, new Date());
    await expect(post()).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("takes a request that is sent twice as the one it is", async () => {
    const ben = await join(scene, "annotator");
    await set({ type: "slow", seconds: 600 });
    const id = crypto.randomUUID();
    await post(ben, id);
    expect((await post(ben, id)).comment.id).toBe(id);
  });

  it("lets one change one's words, and moderators write at any pace", async () => {
    await set({ type: "slow", seconds: 600 });
    await edit();
    await post(scene.moderator);
    await post(scene.moderator);
  });
});

describe("a closed thread", () => {
  it("that is locked takes words of moderators alone", async () => {
    await set({ type: "lock", reason: "heated" });
    await expect(post()).rejects.toMatchObject({ code: "forbidden" });
    await expect(edit()).rejects.toMatchObject({ code: "gone" });
    await post(scene.moderator);
    await set({ type: "open" });
    await post();
  });

  it("that is archived takes nobody's", async () => {
    await set({ type: "archive" });
    await expect(post(scene.moderator)).rejects.toMatchObject({ code: "forbidden" });
    await expect(set({ type: "lock", reason: "spam" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what flags hid", () => {
  it("is changed by its author once, also in a locked thread, stays hidden, and waits with the new words", async () => {
    for (let flaggers = 0; flaggers < 4; flaggers += 1)
      await flagContent(
        comment(commentId),
        { reason: "abusive", words: "" },
        await join(scene, "annotator"),
        new Date(),
      );
    await set({ type: "lock", reason: "heated" });
    const { version } = await itemOf(commentId);
    await edit();
    expect(await stateOf(commentId)).toBe("hidden");
    expect(await itemOf(commentId)).toMatchObject({ status: "pending", version: version + 1 });
    await expect(edit()).rejects.toMatchObject({ code: "gone" });
  });
});
