/** Turns notices into what their recipient may see of them (database). A notice that shows nothing any more is left out. */
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { decisionSelect, decisionView } from "@/lib/moderation/notices";
import { excerptOf } from "@/lib/threads/excerpt";
import { subjectSelect, subjectView } from "@/lib/threads/subject-view";
import { authorSelect } from "@/lib/threads/view";
import { readableByAll } from "@/lib/threads/visibility";
import type { Notice, ThreadPlace } from "./schema";
import { isToldBy } from "./shown";

const threadSelect = {
  id: true,
  resolvedAt: true,
  resolvedBy: { select: authorSelect },
  article: { select: { id: true, title: true } },
  ...subjectSelect,
} as const satisfies Prisma.ThreadSelect;

const commentSelect = {
  id: true,
  text: true,
  author: { select: authorSelect },
} as const satisfies Prisma.CommentSelect;

const select = {
  id: true,
  kind: true,
  createdAt: true,
  readAt: true,
  recipientId: true,
  workspace: { select: { id: true, name: true } },
  decision: { include: decisionSelect },
  comment: { select: { ...commentSelect, state: true, thread: { select: threadSelect } } },
  thread: { select: threadSelect },
} as const satisfies Prisma.NoticeSelect;

type Row = Prisma.NoticeGetPayload<{ select: typeof select }>;

/** What the notices say, in the order of `ids`. Ask `shown` first whether they may say it. */
export async function viewsOf(ids: readonly string[], now: Date): Promise<Notice[]> {
  const [rows, told, roles] = await Promise.all([
    db().notice.findMany({ where: { id: { in: [...ids] } }, select }),
    toldBy(ids),
    rolesOf(ids),
  ]);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    return (row && viewOf(row, told.get(id), roles.get(id), now)) ?? [];
  });
}

function viewOf(row: Row, told: Told | undefined, role: Role | undefined, now: Date): Notice | null {
  const { id, kind, workspace, comment, thread, decision } = row;
  const createdAt = row.createdAt.toISOString();
  const common = { id, workspace, createdAt, readAt: row.readAt?.toISOString() ?? null };
  switch (kind) {
    case "content_decided":
    case "member_decided":
    case "flag_decided":
    case "appeal_decided":
      return decision && { ...common, ...decisionView(kind, decision, row.recipientId, now) };
    case "mentioned":
    case "replied": {
      if (comment?.state !== readableByAll.state) return null;
      const { id: commentId, author: by, text } = comment;
      return {
        kind,
        ...common,
        place: placeOf(comment.thread),
        comment: { id: commentId, by, excerpt: excerptOf(text) },
      };
    }
    case "commented": {
      if (!thread || !told) return null;
      const { count, firstId, latest } = told;
      return { kind, ...common, place: placeOf(thread), count, firstId, latest };
    }
    case "thread_resolved":
      return thread?.resolvedAt ? { kind, ...common, place: placeOf(thread), by: thread.resolvedBy } : null;
    case "role_changed":
      return role ? { kind, ...common, role } : null;
  }
}

function placeOf(thread: NonNullable<Row["thread"]>): ThreadPlace {
  const { id: articleId, title: articleTitle } = thread.article;
  return { articleId, articleTitle, threadId: thread.id, subject: subjectView(thread) };
}

/** What a notice about a followed thread tells of. */
interface Told {
  count: number;
  firstId: string;
  latest: Extract<Notice, { kind: "commented" }>["latest"];
}

async function toldBy(ids: readonly string[]): Promise<Map<string, Told>> {
  const counts = await db().$queryRaw<{ id: string; count: number; firstId: string; lastId: string }[]>`
    SELECT n."id", count(*)::int AS "count",
           (array_agg(c."id" ORDER BY c."number"))[1] AS "firstId",
           (array_agg(c."id" ORDER BY c."number" DESC))[1] AS "lastId"
    FROM "Notice" n JOIN "Comment" c ON ${isToldBy} AND c."state"::text = ${readableByAll.state}
    WHERE n."id" = ANY(${[...ids]}::uuid[]) AND n."kind" = 'commented'
    GROUP BY n."id"`;
  const lastIds = counts.map(({ lastId }) => lastId);
  const last = await db().comment.findMany({ where: { id: { in: lastIds }, ...readableByAll }, select: commentSelect });
  const lastById = new Map(last.map((comment) => [comment.id, comment]));
  return new Map(
    counts.flatMap(({ id, count, firstId, lastId }): [string, Told][] => {
      const comment = lastById.get(lastId);
      return comment
        ? [[id, { count, firstId, latest: { by: comment.author, excerpt: excerptOf(comment.text) } }]]
        : [];
    }),
  );
}

type Role = Extract<Notice, { kind: "role_changed" }>["role"];

/** The roles that recipients have now, by notice. */
async function rolesOf(ids: readonly string[]): Promise<Map<string, Role>> {
  const rows = await db().$queryRaw<{ id: string; role: Role }[]>`
    SELECT n."id", m."role"::text AS "role"
    FROM "Notice" n JOIN "Membership" m ON m."workspaceId" = n."workspaceId" AND m."userId" = n."recipientId"
    WHERE n."id" = ANY(${[...ids]}::uuid[]) AND n."kind" = 'role_changed'`;
  return new Map(rows.map(({ id, role }) => [id, role]));
}
