/**
 * Writes notices about comments, threads and roles (database), in the transaction of what they tell of. Nobody is told of
 * their own acts, and each of a comment's people once: by their name, as who is answered, or as who follows the thread.
 */
import type { Tx } from "@/lib/db/client";
import { readableByAll } from "@/lib/threads/visibility";
import { announceNotices } from "./announce";

/** How long a notice of a thread stays where it is in the inbox while more is written, in seconds. */
const stillNew = 300;

interface Recipient {
  recipientId: string;
}

/** Tells of a comment that readers see from now on: those it calls or answers, and those who follow its thread. Of one that waits, nobody. */
export async function giveOfComment(tx: Tx, commentId: string): Promise<void> {
  await giveOfCall(tx, commentId);
  // One notice for all new comments until it is read. It tells of this one by itself, so that most comments of a lively
  // thread write nothing, however many follow it; now and then it moves up, and is mailed anew. LIMIT makes PostgreSQL look each member up by
  // the index: before it has counted its rows, it would go through all members for each follower.
  const followers = await tx.$queryRaw<Recipient[]>`
    INSERT INTO "Notice" ("id", "workspaceId", "recipientId", "kind", "threadId", "fromNumber")
    SELECT gen_random_uuid(), a."workspaceId", r."userId", 'commented', c."threadId", c."number"
    FROM "Comment" c
    JOIN "Thread" t ON t."id" = c."threadId"
    JOIN "Article" a ON a."id" = t."articleId"
    JOIN "ThreadReading" r ON r."threadId" = c."threadId" AND r."attention" = 'followed'
    CROSS JOIN LATERAL (
      SELECT FROM "Membership" m WHERE m."workspaceId" = a."workspaceId" AND m."userId" = r."userId" LIMIT 1) member
    WHERE c."id" = ${commentId}::uuid AND c."state"::text = ${readableByAll.state}
      AND r."userId" IS DISTINCT FROM c."authorId"
      AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n."recipientId" = r."userId" AND n."commentId" = c."id")
      AND NOT EXISTS (SELECT 1 FROM "Notice" n
        WHERE n."recipientId" = r."userId" AND n."threadId" = c."threadId" AND n."kind" = 'commented'
          AND n."readAt" IS NULL AND n."digestId" IS NULL AND n."fromNumber" <= c."number"
          AND n."createdAt" > CURRENT_TIMESTAMP - make_interval(secs => ${stillNew}))
    ORDER BY r."userId"
    ON CONFLICT ("recipientId", "threadId") WHERE "kind" = 'commented' AND "readAt" IS NULL
    DO UPDATE SET "fromNumber" = least("Notice"."fromNumber", excluded."fromNumber"),
                  "createdAt" = excluded."createdAt", "digestId" = NULL,
                  "waitsSince" = CASE WHEN "Notice"."digestId" IS NULL THEN "Notice"."waitsSince" ELSE excluded."waitsSince" END
    RETURNING "recipientId"`;
  await announceTo(tx, followers);
}

/** Tells those whom the comment calls or answers, each once, however often it is edited. A muted thread still says one's name. */
export async function giveOfCall(tx: Tx, commentId: string): Promise<void> {
  const told = await tx.$queryRaw<Recipient[]>`
    INSERT INTO "Notice" ("id", "workspaceId", "recipientId", "kind", "commentId")
    SELECT gen_random_uuid(), a."workspaceId", told."userId", told."kind", c."id"
    FROM "Comment" c
    JOIN "Thread" t ON t."id" = c."threadId"
    JOIN "Article" a ON a."id" = t."articleId"
    CROSS JOIN LATERAL (
      SELECT called."userId", 'mentioned'::"NoticeKind" AS "kind" FROM "Mention" called WHERE called."commentId" = c."id"
      UNION ALL
      SELECT p."authorId", 'replied' FROM "Comment" p
      WHERE p."id" = c."parentId"
        AND NOT EXISTS (SELECT 1 FROM "Mention" called WHERE called."commentId" = c."id" AND called."userId" = p."authorId")
        AND NOT EXISTS (SELECT 1 FROM "ThreadReading" r
          WHERE r."threadId" = c."threadId" AND r."userId" = p."authorId" AND r."attention" = 'muted')
    ) told
    JOIN "Membership" m ON m."workspaceId" = a."workspaceId" AND m."userId" = told."userId"
    WHERE c."id" = ${commentId}::uuid AND c."state"::text = ${readableByAll.state} AND told."userId" IS DISTINCT FROM c."authorId"
    ORDER BY told."userId"
    ON CONFLICT ("recipientId", "commentId") DO NOTHING
    RETURNING "recipientId"`;
  await announceTo(tx, told);
}

/** Whoever the comment calls no longer isn't told that it does. */
export async function takeBackCalls(tx: Tx, commentId: string, calledIds: readonly string[]): Promise<void> {
  await tx.notice.deleteMany({ where: { commentId, kind: "mentioned", recipientId: { notIn: [...calledIds] } } });
}

/** Tells who began the thread, and who follows it, that it was resolved; anew when it was before. */
export async function giveOfResolution(tx: Tx, threadId: string, resolvedById: string): Promise<void> {
  const told = await tx.$queryRaw<Recipient[]>`
    INSERT INTO "Notice" ("id", "workspaceId", "recipientId", "kind", "threadId")
    SELECT gen_random_uuid(), a."workspaceId", m."userId", 'thread_resolved', t."id"
    FROM "Thread" t
    JOIN "Article" a ON a."id" = t."articleId"
    JOIN "Membership" m ON m."workspaceId" = a."workspaceId"
    LEFT JOIN "ThreadReading" r ON r."threadId" = t."id" AND r."userId" = m."userId"
    WHERE t."id" = ${threadId}::uuid AND m."userId" <> ${resolvedById}::uuid
      AND (r."attention" = 'followed' OR (t."createdById" = m."userId" AND r."attention" IS DISTINCT FROM 'muted'))
    ORDER BY m."userId"
    ON CONFLICT ("recipientId", "threadId") WHERE "kind" = 'thread_resolved'
    DO UPDATE SET "createdAt" = excluded."createdAt", "waitsSince" = excluded."waitsSince", "readAt" = NULL, "digestId" = NULL
    RETURNING "recipientId"`;
  await announceTo(tx, told);
}

/** Tells the member that their role is another now. */
export async function giveOfRole(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  const told = await tx.$queryRaw<Recipient[]>`
    INSERT INTO "Notice" ("id", "workspaceId", "recipientId", "kind")
    VALUES (gen_random_uuid(), ${workspaceId}::uuid, ${memberId}::uuid, 'role_changed')
    ON CONFLICT ("recipientId", "workspaceId") WHERE "kind" = 'role_changed'
    DO UPDATE SET "createdAt" = excluded."createdAt", "waitsSince" = excluded."waitsSince", "readAt" = NULL, "digestId" = NULL
    RETURNING "recipientId"`;
  await announceTo(tx, told);
}

const announceTo = (tx: Tx, told: readonly Recipient[]) =>
  announceNotices(
    tx,
    told.map(({ recipientId }) => recipientId),
  );
