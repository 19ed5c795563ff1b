/** Reads rebuttals from the database. */
import type { RebuttalStatus, Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { coverOf } from "@/lib/moderation/cover";
import { bodySchema } from "./body.schema";
import type { Answer, Passage, Rebuttal, RebuttalPerson, RebuttalSummary } from "./endpoints";

const person = { select: { id: true, name: true, color: true } } as const;

const summary = {
  id: true,
  articleId: true,
  title: true,
  state: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  publishedAt: true,
  createdBy: person,
  contributors: { select: { user: person }, orderBy: [{ addedAt: "asc" }, { userId: "asc" }] },
  answers: {
    select: { highlight: { select: { id: true, exact: true, label: true, start: true, deletedAt: true } } },
    orderBy: { position: "asc" },
  },
  _count: { select: { statusChanges: true } },
} satisfies Prisma.RebuttalSelect;

const full = {
  ...summary,
  body: true,
  text: true,
  statusChanges: { select: { from: true, to: true, at: true, by: person }, orderBy: [{ at: "desc" }, { id: "desc" }] },
} satisfies Prisma.RebuttalSelect;

type SummaryRow = Prisma.RebuttalGetPayload<{ select: typeof summary }>;

/** A rebuttal as lib/access and the routes need it: where it belongs and who may do what to it. */
export interface RebuttalSubject {
  workspaceId: string;
  articleId: string;
  facts: { status: RebuttalStatus; contributorIds: string[]; authorId: string | null; wasSubmitted: boolean };
}

/** The article's rebuttals, last changed first. */
export async function listRebuttals(articleId: string): Promise<RebuttalSummary[]> {
  const rows = await db().rebuttal.findMany({
    where: { articleId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    select: summary,
  });
  return rows.map(summaryOf);
}

/** The rebuttal with its text and its history; null when there is none. */
export async function findRebuttal(rebuttalId: string): Promise<Rebuttal | null> {
  const row = await db().rebuttal.findUnique({ where: { id: rebuttalId, article: { deletedAt: null } }, select: full });
  return (
    row && {
      ...summaryOf(row),
      text: row.text,
      body: bodySchema.nullable().parse(row.body),
      history: row.statusChanges.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    }
  );
}

/**
 * The rebuttal with its text and its history.
 * @throws AppError `not-found`
 */
export async function getRebuttal(rebuttalId: string): Promise<Rebuttal> {
  const rebuttal = await findRebuttal(rebuttalId);
  if (!rebuttal) throw notFound("rebuttal");
  return rebuttal;
}

/** The passages highlighted on the article, in its order: what there is to answer and to quote. */
export async function listPassages(articleId: string): Promise<Passage[]> {
  const rows = await db().highlight.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: "asc" }, { end: "desc" }, { id: "asc" }],
    select: { id: true, exact: true, label: true, start: true },
  });
  return rows.map(({ id, exact, label, start }) => ({ highlightId: id, quote: exact, label, start }));
}

/** The members of the workspace, by name: who can be mentioned, and who may contribute. */
export async function listPeople(workspaceId: string): Promise<(RebuttalPerson & { role: Role })[]> {
  const members = await db().membership.findMany({
    where: { workspaceId },
    orderBy: { user: { name: "asc" } },
    select: { role: true, user: person },
  });
  return members.map(({ role, user }) => ({ ...user, role }));
}

/** Where the rebuttal belongs and what decides about it; null when there is none. */
export async function locateRebuttal(rebuttalId: string, tx: Tx = db()): Promise<RebuttalSubject | null> {
  const row = await tx.rebuttal.findUnique({
    where: { id: rebuttalId, article: { deletedAt: null } },
    select: {
      articleId: true,
      status: true,
      createdById: true,
      article: { select: { workspaceId: true } },
      contributors: { select: { userId: true } },
      _count: { select: { statusChanges: true } },
    },
  });
  return (
    row && {
      workspaceId: row.article.workspaceId,
      articleId: row.articleId,
      facts: {
        status: row.status,
        contributorIds: row.contributors.map(({ userId }) => userId),
        authorId: row.createdById,
        wasSubmitted: row._count.statusChanges > 0,
      },
    }
  );
}

/**
 * The rebuttal, kept from changing until the transaction ends.
 * @throws AppError `not-found`, `gone` while moderators keep it from readers
 */
export async function lockRebuttal(tx: Tx, rebuttalId: string): Promise<RebuttalSubject> {
  const [row] = await tx.$queryRaw<{ isCovered: boolean }[]>`
    SELECT "state" <> 'visible' AS "isCovered" FROM "Rebuttal" WHERE "id" = ${rebuttalId}::uuid FOR UPDATE`;
  const rebuttal = await locateRebuttal(rebuttalId, tx);
  if (!rebuttal) throw notFound("rebuttal");
  if (row?.isCovered)
    throw new AppError(
      "gone",
      "A moderator has taken this rebuttal down, so nobody can change it. Nothing was changed.",
    );
  return rebuttal;
}

function summaryOf(row: SummaryRow): RebuttalSummary {
  return {
    id: row.id,
    articleId: row.articleId,
    title: row.title,
    cover: coverOf(row.state),
    status: row.status,
    version: row._count.statusChanges,
    answers: row.answers.map(
      ({ highlight }): Answer => ({
        highlightId: highlight.id,
        quote: highlight.exact,
        label: highlight.label,
        start: highlight.start,
        removed: highlight.deletedAt !== null,
      }),
    ),
    contributors: row.contributors.map(({ user }): RebuttalPerson => user),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}
