/** A purge in a real PostgreSQL: afterwards a planted word stands nowhere in the whole database. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { tablesWith, testDatabase } from "@/lib/db/testing";
import { fromPlainText } from "@/lib/threads/body";
import { editComment } from "@/lib/threads/store";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide } from "./decide";
import { flagContent } from "./flags";
import { purgeContent } from "./purge";
import { comment, itemOf, makeScene, restriction, say, stateOf } from "./testing";
import { verifyLogs } from "./verify";

const database = testDatabase();

it("leaves nothing of the words, wherever they were quoted, and keeps the fact", async () => {
  const word = `planted${randomUUID().replaceAll("-", "")}`;
  const scene = await makeScene();
  const commentId = await say(scene, `First ${word}`);
  await editComment(commentId, scene.workspaceId, fromPlainText(`Then ${word}`), scene.author, new Date());
  await flagContent(comment(commentId), { reason: "abusive", words: `They say ${word}` }, scene.reader, new Date());
  const { id, version } = await itemOf(commentId);
  const choice = { ...restriction("hide"), facts: `It says ${word}.` };
  const { decisionId } = await decide(id, version, choice, scene.moderator, new Date());
  await makeAppeal(decisionId, scene.author.userId, `I only said ${word}`, new Date());
  const { id: appealId } = await db().appeal.findUniqueOrThrow({ where: { decisionId } });
  const answer = { outcome: "upheld", reply: `You said ${word}` } as const;
  await decideAppeal(appealId, answer, scene.owner, new Date());
  const holding = ["Appeal", "Comment", "CommentVersion", "Decision", "Flag"];
  expect(await tablesWith(database.url(), word)).toEqual(holding.map((table) => `public."${table}"`));

  await purgeContent(comment(commentId), scene.owner, new Date());
  expect(await tablesWith(database.url(), word)).toEqual([]);
  expect(await stateOf(commentId)).toBe("purged");
  await expect(purgeContent(comment(commentId), scene.owner, new Date())).rejects.toMatchObject({ code: "gone" });
  const last = await db().moderationLogEntry.findFirst({
    where: { workspaceId: scene.workspaceId },
    orderBy: { number: "desc" },
  });
  expect(last).toMatchObject({ action: "comment.purged", actorId: scene.owner.userId, data: { commentId } });
  expect((await verifyLogs()).every((log) => log.break === null)).toBe(true);
});
