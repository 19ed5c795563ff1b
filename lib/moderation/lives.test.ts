/** Long random lives of a workspace: members and moderators do anything at any time, and what must hold holds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/errors";
import { fromPlainText } from "@/lib/threads/body";
import { firstPage, readDiscussion, threadOn } from "@/lib/threads/discussion";
import { deleteComment, editComment, restoreComment } from "@/lib/threads/store";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide, openReview, undoDecision } from "./decide";
import { flagContent, withdrawFlag } from "./flags";
import { comment, itemOf, join, makeScene, restriction, type Scene, say } from "./testing";
import { verifyLogs } from "./verify";

testDatabase();

const comments = 4;
/** Actions in one life, and lives in one run: thousands of actions together. */
const actionsInALife = 200;
const lives = 10;

let scene: Scene;
let people: Member[];
let commentIds: string[];

async function begin(): Promise<void> {
  scene = await makeScene();
  people = [scene.owner, scene.moderator, scene.author, scene.reader];
  for (let joined = 0; joined < 4; joined += 1) people.push(await join(scene, "annotator"));
  commentIds = [];
  for (let said = 0; said < comments; said += 1) commentIds.push(await say(scene, `Words ${said}`));
}

const anyAction = fc.record({
  what: fc.constantFrom(
    ...(["flag", "flag", "flag", "withdraw", "open", "approve", "ignore", "hide", "remove"] as const),
    ...(["undo", "appeal", "uphold", "overturn", "edit", "delete", "restore"] as const),
  ),
  who: fc.nat(),
  which: fc.nat(comments - 1),
});
type Action = typeof anyAction extends fc.Arbitrary<infer Each> ? Each : never;

/** Does it as the API would, asking the same functions. What is refused changes nothing. */
async function perform({ what, who, which }: Action): Promise<void> {
  const now = new Date();
  const commentId = commentIds[which] ?? "";
  const anybody = people[who % people.length] ?? scene.reader;
  const moderator = who % 2 ? scene.moderator : scene.owner;
  const decideAs = async (measure: "approve" | "ignore" | "hide" | "remove") => {
    const item = await db().reviewItem.findUnique({ where: { commentId } });
    const choice = measure === "hide" || measure === "remove" ? restriction(measure) : { measure };
    if (item) await decide(item.id, item.version, choice, moderator, now);
  };
  const last = () =>
    db().decision.findFirst({ where: { item: { commentId } }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const judge = async (outcome: "upheld" | "overturned") => {
    const appeal = await db().appeal.findFirst({ where: { status: "pending", decision: { item: { commentId } } } });
    if (appeal) await decideAppeal(appeal.id, { outcome, reply: "Looked at." }, moderator, now);
  };
  switch (what) {
    case "flag":
      if (anybody.userId === scene.author.userId) return;
      return flagContent(comment(commentId), { reason: "spam", words: "" }, anybody, now);
    case "withdraw":
      return withdrawFlag(comment(commentId), anybody, now);
    case "open":
      return void (await openReview(comment(commentId), moderator, now));
    case "approve":
    case "ignore":
    case "hide":
    case "remove":
      return decideAs(what);
    case "undo": {
      const decision = await last();
      if (decision) await undoDecision(decision.id, moderator, now);
      return;
    }
    case "appeal": {
      const decision = await last();
      if (decision) await makeAppeal(decision.id, scene.author.userId, "Look again.", now);
      return;
    }
    case "uphold":
      return judge("upheld");
    case "overturn":
      return judge("overturned");
    case "edit":
      return void (await editComment(commentId, scene.workspaceId, fromPlainText("Other words"), scene.author, now));
    case "delete":
      return deleteComment(commentId, now);
    case "restore":
      return void (await restoreComment(commentId, scene.author, now));
  }
}

/** Everything about the comment that an undone decision must leave as it was. */
async function worldOf(commentId: string) {
  const comment = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  const item = await db().reviewItem.findUnique({
    where: { commentId },
    include: { flags: { orderBy: { id: "asc" } } },
  });
  const flags = item?.flags.map(({ userId, agreed, withdrawnAt }) => ({ userId, agreed, withdrawnAt })) ?? [];
  const automatic = await db().decision.findMany({
    where: { item: { commentId }, automatedDecision: true },
    orderBy: { id: "asc" },
    select: { id: true, undoneAt: true, overturnedAt: true },
  });
  const notices = await db().notice.findMany({
    where: { decision: { item: { commentId } } },
    orderBy: { id: "asc" },
    select: { id: true, readAt: true },
  });
  return { comment, status: item?.status, score: item?.score, flags, automatic, notices };
}

/** What holds at any time. */
async function expectSound(): Promise<void> {
  const threadId = await threadOn(scene.article.id, { kind: "article" });
  const read = await readDiscussion(threadId, scene.reader, firstPage, new Date());
  const shown = read.comments.flatMap(({ id, kind }) => (kind === "comment" ? [id] : []));
  for (const id of commentIds) {
    const comment = await db().comment.findUniqueOrThrow({
      where: { id },
      include: { reviewItem: { include: { decisions: { include: { appeal: true }, orderBy: { at: "desc" } } } } },
    });
    expect(shown.includes(id)).toBe(comment.state === "visible");
    const standing = comment.reviewItem?.decisions.filter((each) => !each.undoneAt && !each.overturnedAt) ?? [];
    const restricted = comment.state === "hidden" || comment.state === "removed";
    if (restricted) expect(standing.some(({ appealUntil }) => appealUntil !== null)).toBe(true);
    if (comment.reviewItem?.status === "rejected") expect(comment.state === "visible").toBe(false);
    for (const { appeal, overturnedAt } of comment.reviewItem?.decisions ?? [])
      if (appeal) expect(appeal.status === "overturned").toBe(overturnedAt !== null);
  }
}

it("never reaches an impossible state, never loses the log's chain, and an undone decision leaves no trace in the visible world", async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { minLength: actionsInALife, maxLength: actionsInALife }), async (actions) => {
      await begin();
      for (const action of actions) {
        const commentId = commentIds[action.which] ?? "";
        const isDecision = ["approve", "ignore", "hide", "remove"].includes(action.what);
        const before = isDecision ? await worldOf(commentId) : null;
        const decided = await perform(action).then(
          () => true,
          (error: unknown) => {
            // What is refused is refused in words; anything else is a bug.
            if (!(error instanceof AppError)) throw error;
            return false;
          },
        );
        const decision =
          decided && isDecision
            ? await db().decision.findFirst({
                where: { item: { commentId } },
                orderBy: [{ at: "desc" }, { id: "desc" }],
              })
            : null;
        if (!decision?.decidedById || action.who % 3) continue;
        const maker = decision.decidedById === scene.owner.userId ? scene.owner : scene.moderator;
        await undoDecision(decision.id, maker, decision.at).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
        });
        if ((await itemOf(commentId)).status !== "pending") continue;
        undone += 1;
        expect(await worldOf(commentId)).toEqual(before);
      }
      await expectSound();
      const log = (await verifyLogs()).find(({ workspaceId }) => workspaceId === scene.workspaceId);
      expect(log?.break ?? null).toBeNull();
    }),
    { numRuns: lives, endOnFailure: true },
  );
  expect(undone).toBeGreaterThan(lives);
}, 240_000);
