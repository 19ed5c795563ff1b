/** Moderating comments in a real PostgreSQL: from the flag to the appeal, and all that must not happen on the way. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { listNotices } from "@/lib/notices/inbox";
import { fromPlainText } from "@/lib/threads/body";
import { firstPage, readDiscussion, threadOn } from "@/lib/threads/discussion";
import { editComment } from "@/lib/threads/store";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide, openReview, undoDecision } from "./decide";
import { flagContent, withdrawFlag } from "./flags";
import { claim, listQueue } from "./queue";
import { readReview } from "./read-review";
import { changeRules } from "./rules";
import { comment, itemOf, join, makeScene, restriction, type Scene, say, stateOf } from "./testing";

testDatabase();

let scene: Scene;
let commentId: string;

beforeEach(async () => {
  scene = await makeScene();
  commentId = await say(scene, "You are all fools.");
});

const flag = (by: Member, now = new Date()) =>
  flagContent(comment(commentId), { reason: "abusive", words: "" }, by, now);
const decideNow = async (by: Member, choice = restriction("hide"), now = new Date()) => {
  const { id, version } = await itemOf(commentId);
  return decide(id, version, choice, by, now);
};
const noticesOf = async ({ userId }: Member) =>
  (await listNotices(userId, new Date())).notices.flatMap((notice) => ("statement" in notice ? notice : []));

/** What the reader finds in the thread: words, or a mark for what isn't there. */
async function readBy(reader: Member): Promise<string[]> {
  const threadId = await threadOn(scene.article.id, { kind: "article" });
  const { comments } = await readDiscussion(threadId, reader, firstPage, new Date());
  return comments.map((comment) => (comment.kind === "comment" ? "words" : comment.cause));
}

describe("from the flag to the appeal", () => {
  it("a flag brings it into the queue, a decision takes it from readers, the author is told why, an appeal brings it back", async () => {
    const { workspaceId, reader, author, owner, moderator } = scene;
    await flag(reader);
    const { entries, counts } = await listQueue(workspaceId, moderator, { show: "pending", limit: 50 }, new Date());
    expect(entries).toMatchObject([{ excerpt: "You are all fools.", flags: 1, reasons: ["abusive"] }]);
    expect(counts).toEqual({ pending: 1, appeals: 0 });

    const { decisionId } = await decideNow(moderator);
    expect(await readBy(reader)).toEqual([]);
    expect(await readBy(moderator)).toEqual([]);
    expect(await readBy(author)).toEqual(["moderation"]);
    expect(await noticesOf(author)).toMatchObject([
      {
        kind: "content_decided",
        statement: {
          measure: "hide",
          reason: "offensive",
          ground: "law",
          groundWords: "A law",
          facts: "It calls somebody names.",
          source: "notice",
          automatedDetection: false,
          automatedDecision: false,
          content: "You are all fools.",
          mayAppeal: true,
        },
      },
    ]);
    expect(await noticesOf(reader)).toMatchObject([{ kind: "flag_decided", restricted: true, statement: null }]);

    await makeAppeal(decisionId, author.userId, "It was a quote.", new Date());
    const { entries: appealed } = await listQueue(workspaceId, owner, { show: "appeals", limit: 50 }, new Date());
    const { decisions } = await readReview(appealed[0]?.id ?? "", owner, new Date());
    const appealId = decisions[0]?.appeal?.id ?? "";
    await decideAppeal(appealId, { outcome: "overturned", reply: "So it was." }, owner, new Date());
    expect(await readBy(reader)).toEqual(["words"]);
    expect(await noticesOf(author)).toMatchObject([
      { kind: "appeal_decided", statement: { standing: "overturned", appeal: { reply: "So it was." } } },
      { kind: "content_decided" },
    ]);
    expect(await noticesOf(reader)).toMatchObject([{ kind: "flag_decided", restricted: false, readAt: null }]);
    expect(await db().flag.findMany({ where: { item: { commentId } } })).toMatchObject([{ agreed: false }]);
  });
});

describe("a flag", () => {
  it("counts once for each person, also after it was withdrawn", async () => {
    await flag(scene.reader);
    await expect(flag(scene.reader)).rejects.toMatchObject({ code: "conflict" });
    await withdrawFlag(comment(commentId), scene.reader, new Date());
    expect(await itemOf(commentId)).toMatchObject({ score: 0, status: "pending" });
    await expect(flag(scene.reader)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is shown to whoever made it, and to no other member", async () => {
    await flag(scene.reader);
    const flaggedFor = async (reader: Member) => {
      const threadId = await threadOn(scene.article.id, { kind: "article" });
      const { comments } = await readDiscussion(threadId, reader, firstPage, new Date());
      return comments.map((comment) => comment.kind === "comment" && comment.flag);
    };
    expect(await flaggedFor(scene.reader)).toEqual(["open"]);
    expect(await flaggedFor(scene.author)).toEqual(["none"]);
    await decideNow(scene.moderator, { measure: "approve" });
    expect(await flaggedFor(scene.reader)).toEqual(["spent"]);
  });

  it("opens again what was approved, for another look", async () => {
    await flag(scene.reader);
    await decideNow(scene.moderator, { measure: "approve" });
    expect(await itemOf(commentId)).toMatchObject({ status: "approved" });
    await flag(await join(scene, "annotator"));
    expect(await itemOf(commentId)).toMatchObject({ status: "pending", version: 2 });
  });

  it("can't be made on what readers don't see", async () => {
    await openReview(comment(commentId), scene.moderator, new Date());
    await decideNow(scene.moderator);
    await expect(flag(scene.reader)).rejects.toMatchObject({ code: "gone" });
  });

  it("of several independent members hides the comment until a moderator has looked, who can bring it back", async () => {
    for (let flaggers = 0; flaggers < 4; flaggers += 1) {
      expect(await stateOf(commentId)).toBe("visible");
      await flag(await join(scene, "annotator"));
    }
    expect(await stateOf(commentId)).toBe("hidden");
    expect(await itemOf(commentId)).toMatchObject({ status: "pending" });
    const [told] = await noticesOf(scene.author);
    expect(told?.statement).toMatchObject({ automatedDecision: true, automatedDetection: false, mayAppeal: false });

    await decideNow(scene.moderator, { measure: "approve" });
    expect(await stateOf(commentId)).toBe("visible");
    expect((await noticesOf(scene.author)).map(({ statement }) => statement?.standing)).toEqual(["standing", "undone"]);
  });

  it("of a brigade that one person brought in weighs too little to hide anything", async () => {
    for (let flaggers = 0; flaggers < 6; flaggers += 1) {
      const { userId, role } = await join(scene, "annotator");
      await db().membership.updateMany({ where: { userId }, data: { invitedById: scene.reader.userId } });
      await flag({ userId, role });
    }
    expect(await stateOf(commentId)).toBe("visible");
  });
});

describe("a decision", () => {
  it("is made once: the second of two moderators is told", async () => {
    await flag(scene.reader);
    const { id, version } = await itemOf(commentId);
    const both = await Promise.allSettled([
      decide(id, version, { measure: "approve" }, scene.moderator, new Date()),
      decide(id, version, restriction("remove"), scene.owner, new Date()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().decision.count({ where: { itemId: id } })).toBe(1);
  });

  it("isn't made about words that changed meanwhile", async () => {
    await flag(scene.reader);
    const { id, version } = await itemOf(commentId);
    await editComment(commentId, scene.workspaceId, fromPlainText("You are all wise."), scene.author, new Date());
    await expect(decide(id, version, restriction("hide"), scene.moderator, new Date())).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("about one's own words is for somebody else", async () => {
    commentId = await say(scene, "Mine.", scene.moderator);
    await flag(scene.reader);
    await expect(decideNow(scene.moderator)).rejects.toMatchObject({ code: "forbidden" });
    expect((await readReview((await itemOf(commentId)).id, scene.moderator, new Date())).conflict).toContain(
      "own words",
    );
  });

  it("about what one flagged alone is for somebody else", async () => {
    await flag(scene.moderator);
    await expect(decideNow(scene.moderator)).rejects.toMatchObject({ code: "forbidden" });
    await decideNow(scene.owner);
    expect(await stateOf(commentId)).toBe("hidden");
  });

  it("is taken back by its maker for a few seconds, and then everything is as before", async () => {
    await flag(scene.reader);
    const now = new Date();
    const { decisionId } = await decideNow(scene.moderator, restriction("remove"), now);
    await expect(undoDecision(decisionId, scene.owner, now)).rejects.toMatchObject({ code: "forbidden" });
    await undoDecision(decisionId, scene.moderator, new Date(now.getTime() + 10_000));
    expect(await readBy(scene.reader)).toEqual(["words"]);
    expect(await itemOf(commentId)).toMatchObject({ status: "pending" });
    expect(await db().flag.findMany({ where: { item: { commentId } } })).toMatchObject([{ agreed: null }]);
    expect(await noticesOf(scene.author)).toEqual([]);
    expect(await noticesOf(scene.reader)).toEqual([]);

    const again = await decideNow(scene.moderator, restriction("remove"), now);
    const late = new Date(now.getTime() + 15_001);
    await expect(undoDecision(again.decisionId, scene.moderator, late)).rejects.toMatchObject({ code: "gone" });
  });

  it("taken back gives an automatic one its force again", async () => {
    for (let flaggers = 0; flaggers < 4; flaggers += 1) await flag(await join(scene, "annotator"));
    const now = new Date();
    const { decisionId } = await decideNow(scene.moderator, { measure: "approve" }, now);
    await undoDecision(decisionId, scene.moderator, now);
    expect(await stateOf(commentId)).toBe("hidden");
    expect(await db().decision.findFirst({ where: { item: { commentId }, automatedDecision: true } })).toMatchObject({
      undoneAt: null,
    });
  });

  it("is told to others by a claim, which ends by itself", async () => {
    await flag(scene.reader);
    const { id } = await itemOf(commentId);
    const now = new Date();
    await claim(id, scene.moderator, now);
    await expect(claim(id, scene.owner, now)).rejects.toMatchObject({ code: "conflict" });
    await claim(id, scene.owner, new Date(now.getTime() + 120_000));
    await decideNow(scene.owner);
    expect(await itemOf(commentId)).toMatchObject({ status: "rejected", claimedById: null });
  });
});

describe("the ground of a decision", () => {
  it("is a rule that holds now, whose words the decision keeps when the rules change", async () => {
    const [rule] = await changeRules(scene.workspaceId, [{ title: "Be kind", text: "" }], scene.owner, new Date());
    if (!rule) throw new Error("The rule wasn't made.");
    await openReview(comment(commentId), scene.moderator, new Date());
    const choice = { ...restriction("hide"), ground: { kind: "rule", ruleId: rule.id } } as const;
    await decideNow(scene.moderator, choice);
    await changeRules(scene.workspaceId, [{ title: "Be terse", text: "" }], scene.owner, new Date());
    expect((await noticesOf(scene.author))[0]?.statement).toMatchObject({ ground: "rule", groundWords: "1. Be kind" });

    const other = await say(scene, "Another.");
    await openReview(comment(other), scene.moderator, new Date());
    const { id, version } = await itemOf(other);
    await expect(decide(id, version, choice, scene.moderator, new Date())).rejects.toMatchObject({
      code: "invalid-input",
    });
  });
});

describe("an appeal", () => {
  const hidden = async (by = scene.moderator) => {
    await openReview(comment(commentId), by, new Date());
    return (await decideNow(by)).decisionId;
  };
  const appeal = async (decisionId: string) => {
    await makeAppeal(decisionId, scene.author.userId, "Look again.", new Date());
    return (await db().appeal.findUniqueOrThrow({ where: { decisionId } })).id;
  };
  const uphold = { outcome: "upheld", reply: "It stays." } as const;

  it("is made once, by the author, in time", async () => {
    const decisionId = await hidden();
    await expect(makeAppeal(decisionId, scene.reader.userId, "Me too.", new Date())).rejects.toMatchObject({
      code: "not-found",
    });
    const { appealUntil } = await db().decision.findUniqueOrThrow({ where: { id: decisionId } });
    const late = new Date((appealUntil?.getTime() ?? 0) + 1);
    await expect(makeAppeal(decisionId, scene.author.userId, "Late.", late)).rejects.toMatchObject({ code: "gone" });
    await appeal(decisionId);
    await expect(appeal(decisionId)).rejects.toMatchObject({ code: "gone" });
  });

  it("is decided by somebody else than whoever decided, where there is somebody else", async () => {
    const appealId = await appeal(await hidden());
    await expect(decideAppeal(appealId, uphold, scene.moderator, new Date())).rejects.toMatchObject({
      code: "forbidden",
    });
    await db().membership.deleteMany({ where: { workspaceId: scene.workspaceId, userId: scene.owner.userId } });
    await decideAppeal(appealId, uphold, scene.moderator, new Date());
    expect(await stateOf(commentId)).toBe("hidden");
  });

  it("is decided once", async () => {
    const appealId = await appeal(await hidden());
    await decideAppeal(appealId, uphold, scene.owner, new Date());
    const other = { outcome: "overturned", reply: "Or not." } as const;
    await expect(decideAppeal(appealId, other, scene.owner, new Date())).rejects.toMatchObject({ code: "conflict" });
    expect(await stateOf(commentId)).toBe("hidden");
  });
});
