/** Reads what an item is about with what stands around it: the thread, the passage, the passages that are answered (database). */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { noteSchema } from "@/lib/highlights/note.schema";
import { noteWritersOf } from "@/lib/highlights/note-writers";
import { bodySchema } from "@/lib/rebuttal/body.schema";
import { projectLog, writersOf } from "@/lib/rebuttal/log";
import { fromPlainText } from "@/lib/threads/body";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { authorSelect } from "@/lib/threads/view";
import { readableBy } from "@/lib/threads/visibility";
import type { Review } from "./schema";
import type { TargetRef } from "./target-ref";

/** How much of the thread stands around a comment. */
const before = 4;
const after = 2;

type Context = Pick<Review, "target" | "authors" | "place" | "around" | "createdAt" | "editedAt">;

const articleSelect = { select: { id: true, title: true } } as const;

/**
 * The words in question in their context, as the moderator sees them.
 * @throws AppError `not-found`
 */
export async function readTarget({ kind, id }: TargetRef, reader: Member): Promise<Context> {
  switch (kind) {
    case "comment":
      return readCommentTarget(id, reader);
    case "note":
      return readNoteTarget(id);
    case "rebuttal":
      return readRebuttalTarget(id);
  }
}

async function readCommentTarget(id: string, reader: Member): Promise<Context> {
  const comment = await db().comment.findUnique({
    where: { id },
    select: {
      body: true,
      text: true,
      threadId: true,
      createdAt: true,
      editedAt: true,
      author: { select: authorSelect },
      thread: {
        select: {
          article: articleSelect,
          highlight: { select: { exact: true } },
          rebuttal: { select: { title: true } },
        },
      },
    },
  });
  if (!comment) throw notFound("comment");
  const { thread, createdAt, editedAt, author, text } = comment;
  const { article, highlight, rebuttal } = thread;
  const body = commentBodySchema.safeParse(comment.body);
  return {
    target: { kind: "comment", id, body: body.success ? body.data : fromPlainText(text) },
    authors: author ? [author] : [],
    place: {
      articleId: article.id,
      articleTitle: article.title,
      on: highlight ? highlight.exact : rebuttal ? rebuttal.title : null,
    },
    around: await readAround({ id, ...comment }, reader),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

interface Spoken {
  id: string;
  threadId: string;
  text: string;
  createdAt: Date;
  author: Review["author"];
}

/** The comment among those around it, whose words stand there only where every reader may see them. */
async function readAround(
  { id, threadId, text, createdAt, author }: Spoken,
  reader: Member,
): Promise<Review["around"]> {
  const others = { threadId, id: { not: id }, ...readableBy(reader) };
  const what = { id: true, text: true, createdAt: true, author: { select: authorSelect } } as const;
  const [earlier, later] = await Promise.all([
    db().comment.findMany({
      where: { ...others, createdAt: { lte: createdAt } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: before,
      select: what,
    }),
    db().comment.findMany({
      where: { ...others, createdAt: { gt: createdAt } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: after,
      select: what,
    }),
  ]);
  return [...earlier.reverse(), { id, text, createdAt, author }, ...later].map((each) => ({
    ...each,
    createdAt: each.createdAt.toISOString(),
    isTarget: each.id === id,
  }));
}

async function readNoteTarget(id: string): Promise<Context> {
  const highlight = await db().highlight.findUnique({
    where: { id },
    select: { exact: true, note: true, heldNote: true, createdAt: true, article: articleSelect },
  });
  if (!highlight) throw notFound("highlight");
  const { exact, heldNote, createdAt, article } = highlight;
  const note = noteSchema.safeParse(heldNote ? heldNote.note : highlight.note);
  return {
    target: { kind: "note", id, note: note.success ? note.data : null },
    authors: await readPeople(await noteWritersOf(id)),
    place: { articleId: article.id, articleTitle: article.title, on: exact },
    around: [],
    createdAt: createdAt.toISOString(),
    editedAt: null,
  };
}

async function readRebuttalTarget(id: string): Promise<Context> {
  const rebuttal = await db().rebuttal.findUnique({
    where: { id },
    select: {
      state: true,
      createdAt: true,
      article: articleSelect,
      answers: { select: { highlight: { select: { exact: true } } }, orderBy: { position: "asc" }, take: 1 },
    },
  });
  if (!rebuttal) throw notFound("rebuttal");
  const { createdAt, article, answers } = rebuttal;
  // While it is kept from readers its log alone holds its words.
  const { title, body } = await projectLog(db(), id);
  return {
    target: { kind: "rebuttal", id, title, body: bodySchema.parse(body.toJSON()) },
    authors: await readPeople(await writersOf(id)),
    place: { articleId: article.id, articleTitle: article.title, on: answers[0]?.highlight.exact ?? null },
    around: [],
    createdAt: createdAt.toISOString(),
    editedAt: null,
  };
}

/** These people, in this order. */
async function readPeople(ids: readonly string[]): Promise<Review["authors"]> {
  const people = await db().user.findMany({ where: { id: { in: [...ids] } }, select: authorSelect });
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
}
