/** Which notices show anything to their recipient now (database). The inbox, its count and the mailed digest all ask here. */
import { memberAs } from "@/lib/access/standing";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { readableByAll } from "@/lib/threads/visibility";
import { readChoices } from "./preferences";
import { kindsOf, type NoticeKind, topics } from "./topics";

/** What a person can be shown. */
export interface Reach {
  recipientId: string;
  /** The workspaces that are there for them now. */
  workspaceIds: string[];
  /** What they are shown from these. */
  kinds: NoticeKind[];
  /** What they are shown from any: decisions, since whoever is shut out finds out why. */
  anywhere: NoticeKind[];
}

/** What the inbox shows the person. */
export async function reachOfInbox(recipientId: string, now: Date): Promise<Reach> {
  const [workspaceIds, choices] = await Promise.all([workspacesOf(recipientId, now), readChoices(recipientId)]);
  const kinds = kindsOf(topics.filter((topic) => choices[topic].inApp));
  return { recipientId, workspaceIds, kinds, anywhere: kindsOf(["decisions"]) };
}

/** What may be mailed to the person. Whoever is shut out gets no letters, not even of that. */
export async function reachOfMail(recipientId: string, now: Date): Promise<Reach> {
  const [workspaceIds, choices] = await Promise.all([workspacesOf(recipientId, now), readChoices(recipientId)]);
  return {
    recipientId,
    workspaceIds,
    kinds: kindsOf(topics.filter((topic) => choices[topic].mail !== "off")),
    anywhere: [],
  };
}

/** The workspaces that are there for the person now: not those they left, or are shut out from. */
async function workspacesOf(userId: string, now: Date): Promise<string[]> {
  const memberships = await db().membership.findMany({
    where: { userId },
    select: { workspaceId: true, userId: true, role: true, standing: true, standingUntil: true },
  });
  return memberships.filter((row) => memberAs(row, now) !== null).map(({ workspaceId }) => workspaceId);
}

/** The condition under which the notice `n` shows something. */
export function isShown({ recipientId, workspaceIds, kinds, anywhere }: Reach): Prisma.Sql {
  const { state } = readableByAll;
  return Prisma.sql`
    n."recipientId" = ${recipientId}::uuid AND (
      n."kind"::text = ANY(${anywhere}) OR (
        n."workspaceId" = ANY(${workspaceIds}::uuid[]) AND n."kind"::text = ANY(${kinds}) AND
        CASE
          WHEN n."commentId" IS NOT NULL THEN EXISTS (
            SELECT 1 FROM "Comment" c JOIN "Thread" t ON t."id" = c."threadId" JOIN "Article" a ON a."id" = t."articleId"
            WHERE c."id" = n."commentId" AND c."state"::text = ${state} AND a."deletedAt" IS NULL)
          WHEN n."kind" = 'commented' THEN EXISTS (
            SELECT 1 FROM "Comment" c JOIN "Thread" t ON t."id" = c."threadId" JOIN "Article" a ON a."id" = t."articleId"
            WHERE ${isToldBy} AND c."state"::text = ${state} AND a."deletedAt" IS NULL)
          WHEN n."threadId" IS NOT NULL THEN EXISTS (
            SELECT 1 FROM "Thread" t JOIN "Article" a ON a."id" = t."articleId"
            WHERE t."id" = n."threadId" AND t."resolvedAt" IS NOT NULL AND a."deletedAt" IS NULL)
          ELSE true
        END))`;
}

/** Whether the comment `c` is one of those that the notice `n` of a thread tells of: not what another tells of by itself. */
export const isToldBy = Prisma.sql`
  c."threadId" = n."threadId" AND c."number" >= n."fromNumber" AND (n."toNumber" IS NULL OR c."number" <= n."toNumber")
  AND c."authorId" IS DISTINCT FROM n."recipientId"
  AND NOT EXISTS (SELECT 1 FROM "Notice" o WHERE o."recipientId" = n."recipientId" AND o."commentId" = c."id")`;
