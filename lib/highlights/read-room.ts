/** Reads what a room shows first: the article's current revision, its highlights and the people behind them (database). */
import { z } from "zod";
import { type Block, blockSchema, type Metadata, metadataSchema } from "@/lib/article/schema";
import { db } from "@/lib/db/client";
import { readableByAll } from "@/lib/threads/visibility";
import { noteSchema } from "./note.schema";
import type { RoomHighlight, RoomPerson } from "./room-highlight";

export interface RoomData {
  articleId: string;
  revisionId: string;
  metadata: Metadata;
  blocks: Block[];
  /** Not in any order. */
  highlights: RoomHighlight[];
  /** Ids of highlights that a rebuttal answers (one that was withdrawn doesn't). */
  answered: string[];
  /** How many comments others can read, by highlight id; only where there are some. */
  comments: [highlightId: string, count: number][];
  /** Members of the workspace, and authors who no longer are. */
  people: RoomPerson[];
}

/** The article's title; null when the workspace has no such article. */
export async function readArticleTitle(workspaceId: string, articleId: string): Promise<string | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId, deletedAt: null },
    select: { title: true },
  });
  return article?.title ?? null;
}

/** The room of an article; null when the workspace has no such article. */
export async function readRoom(workspaceId: string, articleId: string): Promise<RoomData | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId, deletedAt: null },
    select: { currentRevision: { select: { id: true, metadata: true, blocks: true } } },
  });
  const revision = article?.currentRevision;
  if (!revision) return null;

  const person = { id: true, name: true, color: true } as const;
  const standing = { articleId, revisionId: revision.id, deletedAt: null };
  const [rows, answers, comments, members] = await Promise.all([
    db().highlight.findMany({
      where: standing,
      select: {
        id: true,
        start: true,
        end: true,
        label: true,
        createdAt: true,
        note: true,
        authorId: true,
        author: { select: person },
      },
    }),
    db().rebuttalAnswer.findMany({
      where: { highlight: standing, rebuttal: { status: { not: "withdrawn" } } },
      select: { highlightId: true },
      distinct: ["highlightId"],
    }),
    db().thread.findMany({
      where: { highlight: standing },
      select: { highlightId: true, _count: { select: { comments: { where: readableByAll } } } },
    }),
    db().membership.findMany({ where: { workspaceId }, select: { user: { select: person } } }),
  ]);

  const authors = rows.flatMap(({ author }) => author ?? []);
  const people = new Map([...members.map(({ user }) => user), ...authors].map((each) => [each.id, each]));
  return {
    articleId,
    revisionId: revision.id,
    metadata: metadataSchema.parse(revision.metadata),
    blocks: z.array(blockSchema).parse(revision.blocks),
    highlights: rows.map(({ author: _, createdAt, note, ...row }) => ({
      ...row,
      createdAt: createdAt.getTime(),
      note: note === null ? null : noteSchema.parse(note),
    })),
    answered: answers.map(({ highlightId }) => highlightId),
    comments: comments.flatMap(({ highlightId, _count }) =>
      highlightId !== null && _count.comments > 0 ? [[highlightId, _count.comments] satisfies [string, number]] : [],
    ),
    people: [...people.values()],
  };
}
