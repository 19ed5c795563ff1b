/** Writes comments (database): post, edit, delete and restore, each in one transaction that announces the change. */
import { type Member, may } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { isOpenToFixing } from "@/lib/moderation/fixing";
import { type Admitted, judge } from "@/lib/moderation/guard/judge";
import { bringToReview, forgetPlaces, holdForReview } from "@/lib/moderation/hold";
import { requireMayPost } from "@/lib/moderation/thread-mode";
import { giveOfCall, giveOfComment } from "@/lib/notices/give";
import { type CommentBody, toPlainText } from "./body";
import { readComment } from "./discussion";
import { checkMentions, keepMentions } from "./mentions";
import { followBySpeaking } from "./reading";
import type { CommentView } from "./schema";
import { idsOf, type Subject, subjectOf } from "./subject";
import { forgetVersions, keepVersion } from "./versions";
import { readableByAll, restorableBy, takesReplies } from "./visibility";

/** The thread's place, as locateThread finds it. */
export interface ThreadPlace {
  id: string;
  articleId: string;
  highlightId: string | null;
  rebuttalId: string | null;
}

interface Posting {
  /** The comment's id, chosen by the caller, so that a repeated request posts once; a new one when missing. */
  id?: string | undefined;
  /** The comment it answers, at any depth. */
  parentId?: string | undefined;
  /** The comment it quotes, in the same thread. */
  quotedId?: string | undefined;
  /** Which part of its plain text, in UTF-16 code units; all of it when missing. */
  quotedPart?: { start: number; end: number } | undefined;
  body: CommentBody;
}

export interface Posted {
  threadId: string;
  comment: CommentView;
}

/**
 * Posts a comment on the subject; the first one starts its thread.
 * @throws AppError `gone` when the subject is no longer there, `conflict` when the id is taken, `not-found` for an unknown parent
 */
export function postOn(
  article: { id: string; workspaceId: string },
  subject: Subject,
  posting: Posting,
  author: Member,
  now: Date,
): Promise<Posted> {
  return db().$transaction(async (tx) => {
    await requireSubject(tx, article.id, subject);
    const thread = await threadFor(tx, article.id, subject, author);
    return post(tx, thread, article.workspaceId, posting, author, now);
  });
}

/**
 * Posts a comment in a thread that exists.
 * @throws AppError as `postOn`
 */
export function postIn(
  thread: ThreadPlace,
  workspaceId: string,
  posting: Posting,
  author: Member,
  now: Date,
): Promise<Posted> {
  return db().$transaction(async (tx) => {
    await requireSubject(tx, thread.articleId, subjectOf(thread));
    return post(tx, thread, workspaceId, posting, author, now);
  });
}

/** The subject's thread, made when there is none. Locking the article's row makes two first comments wait for each other. */
async function threadFor(tx: Tx, articleId: string, subject: Subject, author: Member): Promise<ThreadPlace> {
  const find = () => tx.thread.findFirst({ where: { articleId, ...idsOf(subject) } });
  const existing = await find();
  if (existing) return existing;
  await tx.$queryRaw`SELECT "id" FROM "Article" WHERE "id" = ${articleId}::uuid FOR NO KEY UPDATE`;
  const madeMeanwhile = await find();
  if (madeMeanwhile) return madeMeanwhile;
  return tx.thread.create({ data: { articleId, ...idsOf(subject), createdById: author.userId } });
}

async function requireSubject(tx: Tx, articleId: string, subject: Subject): Promise<void> {
  if (!(await isPresent(tx, articleId, subject))) {
    throw new AppError(
      "gone",
      `This ${subject.kind} is no longer there, so nothing can be posted on it. Your comment was not posted; copy its text if you need it.`,
    );
  }
}

async function isPresent(tx: Tx, articleId: string, subject: Subject): Promise<boolean> {
  switch (subject.kind) {
    case "article":
      return true;
    case "highlight":
      return (await tx.highlight.count({ where: { id: subject.id, articleId, deletedAt: null } })) > 0;
    case "rebuttal":
      return (await tx.rebuttal.count({ where: { id: subject.id, articleId, state: "visible" } })) > 0;
  }
}

async function post(
  tx: Tx,
  thread: ThreadPlace,
  workspaceId: string,
  posting: Posting,
  author: Member,
  now: Date,
): Promise<Posted> {
  const isRepeated = posting.id !== undefined && (await tx.comment.count({ where: { id: posting.id } })) > 0;
  if (!isRepeated) await requireMayPost(tx, thread.id, author, now);
  const { parentId = null } = posting;
  if (parentId !== null) await requireParent(tx, thread.id, parentId);
  if (posting.quotedId !== undefined) await requireQuoted(tx, thread.id, posting.quotedId, posting.quotedPart);
  const body = await checkMentions(tx, workspaceId, posting.body);
  const verdict = isRepeated ? admitted : await judge(tx, { workspaceId, body, author, commentId: null }, now);
  const waits = author.isPremoderated || verdict.outcome === "hold";
  const [created] = await tx.comment.createManyAndReturn({
    data: {
      id: posting.id,
      threadId: thread.id,
      parentId,
      quotedId: posting.quotedId,
      quotedStart: posting.quotedPart?.start,
      quotedEnd: posting.quotedPart?.end,
      authorId: author.userId,
      body,
      text: toPlainText(body),
      state: waits ? "pending" : "visible",
    },
    select: { id: true },
    // A repeated request meets the comment that its first try posted.
    skipDuplicates: true,
  });
  if (created) {
    await keepMentions(tx, created.id, author.userId, body);
    await queueUp(tx, created.id, verdict, waits, now);
    await giveOfComment(tx, created.id);
    await followBySpeaking(tx, thread.id, author.userId);
    await announceChange(tx, thread, created.id);
  }
  const comment = await tx.comment.findFirst({
    where: { id: created?.id ?? posting.id, threadId: thread.id, authorId: author.userId },
    select: { id: true },
  });
  const view = comment && (await readComment(tx, comment.id, author, now));
  if (!view) throw new AppError("conflict", "Another comment already has this id. Nothing was posted.");
  return { threadId: thread.id, comment: view };
}

const admitted: Admitted = { outcome: "pass" };

/** Brings the comment to the moderators for what was found in it, and when it waits for them. */
async function queueUp(tx: Tx, commentId: string, verdict: Admitted, waits: boolean, now: Date): Promise<void> {
  const findings = verdict.outcome === "pass" ? [] : verdict.findings;
  if (waits) await holdForReview(tx, commentId, findings, now);
  else if (findings.length > 0) await bringToReview(tx, { kind: "comment", id: commentId }, findings, now);
}

/** @throws AppError `not-found` when there are no such words in the thread to quote */
async function requireQuoted(tx: Tx, threadId: string, quotedId: string, part: Posting["quotedPart"]): Promise<void> {
  const quoted = await tx.comment.findFirst({
    where: { id: quotedId, threadId, ...readableByAll },
    select: { text: true },
  });
  if (quoted && (part?.end ?? 0) <= quoted.text.length) return;
  throw new AppError(
    "not-found",
    "The comment you quote is no longer there. Your comment was not posted; its text is kept.",
  );
}

/** @throws AppError `not-found` when there is nothing in the thread to answer */
async function requireParent(tx: Tx, threadId: string, parentId: string): Promise<void> {
  const answered = await tx.comment.findFirst({ where: { id: parentId, threadId }, select: { state: true } });
  if (!answered || !takesReplies(answered.state)) {
    throw new AppError(
      "not-found",
      "The comment you answer is no longer there. Your reply was not posted; you can post it as a comment of its own.",
    );
  }
}

/**
 * Changes what the comment says.
 * @throws AppError `gone` when it was deleted or taken down meanwhile
 */
export function editComment(
  commentId: string,
  workspaceId: string,
  body: CommentBody,
  author: Member,
  now: Date,
): Promise<CommentView> {
  return db().$transaction(async (tx) => {
    const checked = await checkMentions(tx, workspaceId, body);
    const isFix = await isOpenToFixing(tx, commentId);
    const verdict = await judge(tx, { workspaceId, body: checked, author, commentId }, now);
    const waits = !isFix && (author.isPremoderated || verdict.outcome === "hold");
    // What was taken down is in no history: neither the words themselves nor what they came from.
    if (isFix) await forgetVersions(tx, commentId);
    else await keepVersion(tx, commentId);
    const { count } = await tx.comment.updateMany({
      where: {
        id: commentId,
        state: isFix ? "hidden" : { in: ["visible", "pending"] },
        thread: isFix || may(author, "moderation.work") ? {} : { state: "open" },
      },
      data: {
        body: checked,
        text: toPlainText(checked),
        editedAt: now,
        // What a moderator let through was other words.
        ...(waits && { state: "pending" }),
      },
    });
    if (count === 0) {
      throw new AppError(
        "gone",
        "This comment was deleted or taken down, or its thread was closed. Your change was not saved; copy its text if you need it.",
      );
    }
    await keepMentions(tx, commentId, author.userId, checked);
    await giveOfCall(tx, commentId);
    await forgetPlaces(tx, { kind: "comment", id: commentId });
    await queueUp(tx, commentId, verdict, waits, now);
    // Nobody decides about words that they haven't read.
    const waiting = await tx.reviewItem.updateMany({
      where: { commentId, status: "pending" },
      data: { version: { increment: 1 } },
    });
    if (waiting.count > 0) await announce(tx, { type: "queue.changed", workspaceId });
    await announceChange(tx, await threadOf(tx, commentId), commentId);
    const comment = await readComment(tx, commentId, author, now);
    if (!comment) throw new Error("A comment that was just changed can't be read by its author.");
    return comment;
  });
}

/** Deletes the comment: its words are gone for everybody, its replies stay. Deleting twice is deleting once. */
export function deleteComment(commentId: string, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, state: "visible" },
      data: { state: "deleted", deletedAt: now },
    });
    // What nobody has seen yet leaves nothing behind to be restored: that would show it.
    const unseen = await tx.comment.updateMany({
      where: { id: commentId, state: "pending" },
      data: { state: "deleted" },
    });
    if (count + unseen.count > 0) await announceChange(tx, await threadOf(tx, commentId), commentId);
  });
}

/**
 * Takes a deletion back. Restoring twice is restoring once.
 * @throws AppError `gone` when the time for it is over
 */
export function restoreComment(commentId: string, author: Member, now: Date): Promise<CommentView> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, ...restorableBy(author, now) },
      data: { state: "visible", deletedAt: null },
    });
    if (count > 0) await announceChange(tx, await threadOf(tx, commentId), commentId);
    const comment = await readComment(tx, commentId, author, now);
    if (comment?.kind !== "comment") {
      throw new AppError("gone", "The time to restore this comment is over. It stays deleted.");
    }
    return comment;
  });
}

async function threadOf(tx: Tx, commentId: string): Promise<ThreadPlace> {
  const { thread } = await tx.comment.findUniqueOrThrow({ where: { id: commentId }, select: { thread: true } });
  return thread;
}

function announceChange(
  tx: Tx,
  { id, articleId, highlightId, rebuttalId }: ThreadPlace,
  commentId: string,
): Promise<void> {
  return announce(tx, { type: "thread.changed", articleId, threadId: id, highlightId, rebuttalId, commentId });
}
