/** Deciding many at once, in a real PostgreSQL: each as if alone, what can't be is said, and all of it can be taken back. */
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { listNotices } from "@/lib/notices/inbox";
import { fromPlainText } from "@/lib/threads/body";
import { editComment } from "@/lib/threads/store";
import { decideMany, undoMany } from "./bulk";
import { decide, openReview } from "./decide";
import { flagContent } from "./flags";
import { snapshotText } from "./statement";
import { comment, itemOf, makeScene, restriction, type Scene, say, stateOf } from "./testing";

testDatabase();

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const clock = () => new Date();

/** Comments that wait, and what a desk would send about them. */
async function waiting(...authors: Scene["author"][]) {
  const commentIds: string[] = [];
  for (const [index, author] of authors.entries()) {
    const commentId = await say(scene, `Words ${index}`, author);
    await flagContent(comment(commentId), { reason: "spam", words: "" }, scene.reader, clock());
    commentIds.push(commentId);
  }
  const rows = await Promise.all(commentIds.map(itemOf));
  return { commentIds, items: rows.map(({ id, version }) => ({ reviewId: id, version })) };
}

const logged = async (action: string) =>
  db().moderationLogEntry.count({ where: { workspaceId: scene.workspaceId, action } });

describe("several items, decided with one statement of reasons", () => {
  it("get each a decision of its own, with the words as they were, an entry in the log and a notice", async () => {
    const { author, moderator, workspaceId, reader } = scene;
    const { commentIds, items } = await waiting(author, author, author);
    const { decided, skipped } = await decideMany(workspaceId, items, restriction("hide"), moderator, clock);
    expect(skipped).toEqual([]);
    expect(decided.map(({ reviewId }) => reviewId)).toEqual(items.map(({ reviewId }) => reviewId));
    expect(await Promise.all(commentIds.map(stateOf))).toEqual(["hidden", "hidden", "hidden"]);
    const decisions = await db().decision.findMany({ where: { workspaceId }, orderBy: { at: "asc" } });
    expect(decisions.map(({ snapshot }) => snapshotText(snapshot)).sort()).toEqual(["Words 0", "Words 1", "Words 2"]);
    expect(await logged("decision.made")).toBe(3);
    expect((await listNotices(author.userId, clock())).notices).toHaveLength(3);
    expect((await listNotices(reader.userId, clock())).notices).toHaveLength(3);
  });

  it("are passed over one by one where they can't be decided so, with the reason, and the rest is decided", async () => {
    const { author, moderator, owner, workspaceId } = scene;
    const { commentIds, items } = await waiting(author, moderator, author, author);
    const [free, own, decidedBefore, edited] = commentIds as [string, string, string, string];
    const before = await itemOf(decidedBefore);
    await decide(before.id, before.version, { measure: "approve" }, owner, clock());
    await editComment(edited, workspaceId, fromPlainText("Others."), author, clock());
    const stranger = await makeScene();
    const far = await say(stranger, "Elsewhere.");
    const farItem = await openReview(comment(far), stranger.moderator, clock());

    const asked = [...items, { reviewId: farItem, version: 0 }];
    const { decided, skipped } = await decideMany(workspaceId, asked, restriction("remove"), moderator, clock);
    expect(decided).toMatchObject([{ reviewId: items[0]?.reviewId }]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("your own words"),
      expect.stringContaining("somebody decided, or its author edited it"),
      expect.stringContaining("somebody decided, or its author edited it"),
      expect.stringContaining("not in this workspace"),
    ]);
    expect(await stateOf(free)).toBe("removed");
    expect(await Promise.all([own, decidedBefore, edited, far].map(stateOf))).toEqual(Array(4).fill("visible"));
  });

  it("are none of them decided when the reasons don't hold", async () => {
    const { author, moderator, workspaceId } = scene;
    const { commentIds, items } = await waiting(author, author);
    const choice = { ...restriction("hide"), ground: { kind: "rule", ruleId: crypto.randomUUID() } } as const;
    await expect(
      decideMany(
        workspaceId,
        items,
        { ...choice, measure: "hide", reason: "spam", facts: "It sells." },
        moderator,
        clock,
      ),
    ).rejects.toMatchObject({ code: "invalid-input" });
    expect(await Promise.all(commentIds.map(stateOf))).toEqual(["visible", "visible"]);
  });
});

describe("taking them back", () => {
  it("leaves everything as it was, and nobody told", async () => {
    const { author, moderator, workspaceId } = scene;
    const { commentIds, items } = await waiting(author, author);
    const { decided } = await decideMany(workspaceId, items, restriction("hide"), moderator, clock);
    const ids = decided.map(({ decisionId }) => decisionId);
    expect(await undoMany(workspaceId, ids, moderator, clock())).toEqual({ undone: ids, skipped: [] });
    expect(await Promise.all(commentIds.map(stateOf))).toEqual(["visible", "visible"]);
    expect((await Promise.all(commentIds.map(itemOf))).map(({ status }) => status)).toEqual(["pending", "pending"]);
    expect((await listNotices(author.userId, clock())).notices).toEqual([]);
    expect(await db().flag.count({ where: { item: { workspaceId }, agreed: { not: null } } })).toBe(0);
  });

  it("is for whoever decided, in time; the others are left as they are", async () => {
    const { author, moderator, owner, workspaceId } = scene;
    const { commentIds, items } = await waiting(author, author);
    const [mine, theirs] = items as [(typeof items)[0], (typeof items)[0]];
    const first = await decideMany(workspaceId, [mine], restriction("hide"), moderator, clock);
    const second = await decideMany(workspaceId, [theirs], restriction("hide"), owner, clock);
    const ids = [...first.decided, ...second.decided].map(({ decisionId }) => decisionId);
    const { undone, skipped } = await undoMany(workspaceId, ids, moderator, clock());
    expect(undone).toEqual([ids[0]]);
    expect(skipped).toEqual([{ decisionId: ids[1], reason: expect.stringContaining("Only whoever decided") }]);
    expect(await Promise.all(commentIds.map(stateOf))).toEqual(["visible", "hidden"]);
    const tooLate = new Date(Date.now() + 60_000);
    const late = await undoMany(workspaceId, [ids[1] ?? ""], owner, tooLate);
    expect(late.skipped).toMatchObject([{ reason: expect.stringContaining("The time to undo this is over") }]);
  });
});
