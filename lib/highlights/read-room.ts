/** Reads what a room shows first: the article's current revision, its highlights and the people behind them (database). */
import { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { type Block, blockSchema, type Metadata, metadataSchema } from "@/lib/article/schema";
import { db } from "@/lib/db/client";
import { noteSchema } from "./note.schema";
import { type FactRows, readFacts } from "./read-facts";
import type { RoomHighlight, RoomPerson } from "./room-highlight";

export interface RoomData {
  articleId: string;
  revisionId: string;
  metadata: Metadata;
  blocks: Block[];
  /** Not in any order. */
  highlights: RoomHighlight[];
  facts: FactRows;
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

/** The room of an article as the reader may see it; null when the workspace has no such article. */
export async function readRoom(workspaceId: string, articleId: string, reader: Member): Promise<RoomData | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId, deletedAt: null },
    select: { currentRevision: { select: { id: true, metadata: true, blocks: true } } },
  });
  const revision = article?.currentRevision;
  if (!revision) return null;

  const person = { id: true, name: true, color: true } as const;
  const [rows, facts, members] = await Promise.all([
    db().highlight.findMany({
      where: { articleId, revisionId: revision.id, deletedAt: null },
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
    readFacts(articleId, reader),
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
    facts,
    people: [...people.values()],
  };
}
