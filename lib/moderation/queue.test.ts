/** The queue with ten thousand items in a real PostgreSQL: in order, and without looking through all of them. */
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { listQueue } from "./queue";
import { makeScene, type Scene, say } from "./testing";

testDatabase();

const items = 10_000;

type Plan = { "QUERY PLAN": string }[];

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
  const first = await say(scene, "Something.");
  const { threadId } = await db().comment.findUniqueOrThrow({ where: { id: first } });
  await db().$executeRaw`
    INSERT INTO "Comment" ("id", "threadId", "authorId", "body", "text")
    SELECT gen_random_uuid(), ${threadId}::uuid, ${scene.author.userId}::uuid,
           '{"type":"doc","content":[]}', 'Words ' || n FROM generate_series(1, ${items}::int) AS n`;
  await db().$executeRaw`
    INSERT INTO "ReviewItem" ("id", "workspaceId", "commentId", "score")
    SELECT gen_random_uuid(), ${scene.workspaceId}::uuid, "id", random() FROM "Comment" WHERE "id" <> ${first}::uuid`;
  await db().$executeRaw`ANALYZE`;
});

it("gives the most pressing of ten thousand first, and finds them by an index", async () => {
  const page = { show: "pending", limit: 50 } as const;
  const { entries, counts } = await listQueue(scene.workspaceId, scene.moderator, page, new Date());
  expect(counts.pending).toBe(items);
  const scores = entries.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  const { _max } = await db().reviewItem.aggregate({ _max: { score: true } });
  expect(scores[0]).toBe(_max.score);
  const plan = await db().$queryRaw<Plan>`
    EXPLAIN SELECT "id" FROM "ReviewItem" WHERE "workspaceId" = ${scene.workspaceId}::uuid AND "status" = 'pending'
    ORDER BY "score" DESC, "openedAt", "id" LIMIT 50`;
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index (Only )?Scan/);
});

it("finds what somebody looks at, and what one member wrote, without looking through all of it", async () => {
  const { reader } = scene;
  const plans = await Promise.all([
    db().$queryRaw<Plan>`EXPLAIN SELECT "id" FROM "ReviewItem" WHERE "claimedById" = ${reader.userId}::uuid`,
    db().$queryRaw<Plan>`
      EXPLAIN SELECT "id" FROM "Comment" WHERE "authorId" = ${reader.userId}::uuid ORDER BY "createdAt" DESC LIMIT 20`,
  ]);
  for (const plan of plans) expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index (Only )?Scan/);
});
