/** A purge in a real PostgreSQL: afterwards a planted word stands nowhere in the whole database. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { fromPlainText } from "@/lib/threads/body";
import { editComment } from "@/lib/threads/store";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide } from "./decide";
import { flagContent } from "./flags";
import { purgeContent } from "./purge";
import { comment, itemOf, makeScene, restriction, say, stateOf } from "./testing";
import { verifyLogs } from "./verify";

const database = testDatabase();

/** The tables that hold the word in any column. */
async function tablesWith(word: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE $1 LIMIT 1`, [
        `%${word}%`,
      ]);
      if (rowCount) found.push(name);
    }
    return found.sort();
  } finally {
    await client.end();
  }
}

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
  expect(await tablesWith(word)).toEqual(holding.map((table) => `public."${table}"`));

  await purgeContent(comment(commentId), scene.owner, new Date());
  expect(await tablesWith(word)).toEqual([]);
  expect(await stateOf(commentId)).toBe("purged");
  await expect(purgeContent(comment(commentId), scene.owner, new Date())).rejects.toMatchObject({ code: "gone" });
  const last = await db().moderationLogEntry.findFirst({
    where: { workspaceId: scene.workspaceId },
    orderBy: { number: "desc" },
  });
  expect(last).toMatchObject({ action: "comment.purged", actorId: scene.owner.userId, data: { commentId } });
  expect((await verifyLogs()).every((log) => log.break === null)).toBe(true);
});
