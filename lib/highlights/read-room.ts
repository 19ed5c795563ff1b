/** Reads what a room shows first: the article's current revision, its highlights and the people behind them (database). */
import { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { type Block, blockSchema, type Metadata, metadataSchema } from "@/lib/article/schema";
import { db } from "@/lib/db/client";
import { coverOf } from "@/lib/moderation/cover";
import { isBlankNote, type NoteDocument } from "./note";
import { noteSchema } from "./note.schema";
import { type FactRows, readFacts } from "./read-facts";
import type { RoomHighlight, RoomPerson, UnplacedHighlight } from "./room-highlight";
import { shownIn } from "./shown-in";

export interface RoomData {
  articleId: string;
  revisionId: string;
  revisionNumber: number;
  metadata: Metadata;
  blocks: Block[];
  /** Not in any order. */
  highlights: RoomHighlight[];
  /** Those that have no place in this revision. */
  unplaced: UnplacedHighlight[];
  facts: FactRows;
  /** Everybody in the workspace. */
  members: RoomPerson[];
  /** Authors of highlights who aren't in the workspace any more. */
  formerMembers: RoomPerson[];
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
    select: { currentRevision: { select: { id: true, number: true, metadata: true, blocks: true } } },
  });
  const revision = article?.currentRevision;
  if (!revision) return null;

  const person = { id: true, name: true, color: true } as const;
  const [rows, facts, members] = await Promise.all([
    db().highlight.findMany({
      where: { articleId, deletedAt: null },
      select: {
        id: true,
        revisionId: true,
        start: true,
        end: true,
        exact: true,
        anchorState: true,
        label: true,
        createdAt: true,
        note: true,
        noteState: true,
        authorId: true,
      },
    }),
    readFacts(articleId, reader),
    db().membership.findMany({ where: { workspaceId }, select: { user: { select: person } } }),
  ]);

  const memberIds = new Set(members.map(({ user }) => user.id));
  const formerIds = new Set(rows.flatMap(({ authorId }) => (authorId && !memberIds.has(authorId) ? authorId : [])));
  const formerMembers =
    formerIds.size === 0 ? [] : await db().user.findMany({ where: { id: { in: [...formerIds] } }, select: person });
  const page = { revisionId: revision.id, isOutdated: false, shownAt: () => undefined };
  const shown = rows.map(({ noteState, ...row }) => {
    const noteCover = coverOf(noteState);
    const told = { ...row, createdAt: row.createdAt.getTime(), note: writtenNote(row.note) };
    return shownIn(page, { ...told, ...(noteCover && { noteCover }) });
  });
  return {
    articleId,
    revisionId: revision.id,
    revisionNumber: revision.number,
    metadata: metadataSchema.parse(revision.metadata),
    blocks: z.array(blockSchema).parse(revision.blocks),
    highlights: shown.flatMap((each) => (each.kind === "placed" ? [each.highlight] : [])),
    unplaced: shown.flatMap((each) => (each.kind === "unplaced" ? [each.highlight] : [])),
    facts,
    members: members.map(({ user }) => user),
    formerMembers,
  };
}

/** Null while nothing is written, as the live layer has it: what is equal there and here isn't drawn twice. */
function writtenNote(stored: unknown): NoteDocument | null {
  if (stored === null) return null;
  const note = noteSchema.parse(stored);
  return isBlankNote(note) ? null : note;
}
