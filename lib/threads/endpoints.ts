/** The comment endpoints' definitions. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { maxCommentLength } from "./body";
import { saysOnce, saysOnceMessage, wordsFields } from "./body.schema";
import { cursorSchema } from "./cursor";
import { discussionOrders, placeSchema } from "./place";
import {
  attentions,
  commentSchema,
  discussionSchema,
  reactionKinds,
  threadCountSchema,
  threadFilters,
  threadPageSchema,
  versionSchema,
} from "./schema";
import { isOneSubject } from "./subject";

const ofArticle = z.object({ articleId: z.uuid() });
const ofThread = z.object({ threadId: z.uuid() });
const ofComment = z.object({ commentId: z.uuid() });
const ofReaction = z.object({ commentId: z.uuid(), kind: z.enum(reactionKinds) });

const subjectFields = { highlightId: z.uuid().optional(), rebuttalId: z.uuid().optional() };
const oneSubjectMessage = "Name a highlight or a rebuttal, not both; neither means the article as a whole.";

const discussionPageFields = {
  order: z.enum(discussionOrders).default("oldest"),
  from: placeSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** The caller may choose the comment's id: a request sent twice then posts once. */
const postingFields = { ...wordsFields, id: z.uuid().optional() };

/** A part of a comment's plain text, in UTF-16 code units. */
const partSchema = z
  .object({ start: z.number().int().min(0), end: z.number().int().max(maxCommentLength) })
  .refine(({ start, end }) => start < end, "A part ends behind its beginning.");
const postedSchema = z.object({ threadId: z.uuid(), comment: commentSchema });

export const listThreads = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/threads",
  summary: "The article's threads, newest activity first",
  audience: "comment.read",
  params: ofArticle,
  query: z.object({
    filter: z.enum(threadFilters).default("all"),
    before: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: threadPageSchema,
});

export const countComments = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/threads/counts",
  summary: "How many comments each of the article's threads has",
  audience: "comment.read",
  params: ofArticle,
  response: z.object({ counts: z.array(threadCountSchema) }),
});

export const startThread = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/threads",
  summary: "Comment on a highlight, a rebuttal or the article; the first comment starts the thread",
  audience: "comment.create",
  params: ofArticle,
  body: z
    .object({ ...postingFields, ...subjectFields })
    .refine(saysOnce, saysOnceMessage)
    .refine(isOneSubject, oneSubjectMessage),
  response: postedSchema,
  status: 201,
});

export const readDiscussion = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/comments",
  summary: "The comments on a highlight, a rebuttal or the article, a page at a time",
  audience: "comment.read",
  params: ofArticle,
  query: z.object({ ...subjectFields, ...discussionPageFields }).refine(isOneSubject, oneSubjectMessage),
  response: discussionSchema,
});

export const readThread = endpoint({
  method: "GET",
  path: "/api/v1/threads/:threadId/comments",
  summary: "A thread's comments, a page at a time",
  audience: "comment.read",
  params: ofThread,
  query: z.object(discussionPageFields),
  response: discussionSchema,
});

export const postComment = endpoint({
  method: "POST",
  path: "/api/v1/threads/:threadId/comments",
  summary: "Comment in a thread, or reply to a comment in it",
  audience: "comment.create",
  params: ofThread,
  body: z
    .object({
      ...postingFields,
      parentId: z.uuid().optional(),
      quotedId: z.uuid().optional(),
      quotedPart: partSchema.optional(),
    })
    .refine(
      ({ quotedId, quotedPart }) => quotedId !== undefined || quotedPart === undefined,
      "Name the comment that you quote a part of.",
    )
    .refine(saysOnce, saysOnceMessage),
  response: postedSchema,
  status: 201,
});

export const markRead = endpoint({
  method: "PUT",
  path: "/api/v1/threads/:threadId/reading",
  summary: "Note how far one has read the thread",
  audience: "comment.read",
  params: ofThread,
  body: z.object({ upTo: z.number().int().min(0).max(9_999_999) }),
  response: z.void(),
  status: 204,
});

export const setAttention = endpoint({
  method: "PUT",
  path: "/api/v1/threads/:threadId/attention",
  summary: "Follow the thread, mute it, or neither",
  audience: "comment.read",
  params: ofThread,
  body: z.object({ attention: z.enum(attentions) }),
  response: z.void(),
  status: 204,
});

export const setResolved = endpoint({
  method: "PUT",
  path: "/api/v1/threads/:threadId/resolution",
  summary: "Resolve the thread that one began, or open it again; moderators any",
  audience: "thread.resolve",
  params: ofThread,
  body: z.object({ resolved: z.boolean() }),
  response: z.void(),
  status: 204,
});

export const readComment = endpoint({
  method: "GET",
  path: "/api/v1/comments/:commentId",
  summary: "One comment as it is now, and what shows or is gone because of it",
  audience: "comment.read",
  params: ofComment,
  response: z.object({ comments: z.array(commentSchema), gone: z.array(z.uuid()) }),
});

export const listVersions = endpoint({
  method: "GET",
  path: "/api/v1/comments/:commentId/versions",
  summary: "What the comment said before its edits, and what it says now",
  audience: "comment.read",
  params: ofComment,
  response: z.object({ versions: z.array(versionSchema) }),
});

export const react = endpoint({
  method: "PUT",
  path: "/api/v1/comments/:commentId/reactions/:kind",
  summary: "Answer a comment without a word",
  audience: "comment.create",
  params: ofReaction,
  response: commentSchema,
});

export const takeReactionBack = endpoint({
  method: "DELETE",
  path: "/api/v1/comments/:commentId/reactions/:kind",
  summary: "Take back one's wordless answer",
  audience: "comment.create",
  params: ofReaction,
  response: commentSchema,
});

export const editComment = endpoint({
  method: "PATCH",
  path: "/api/v1/comments/:commentId",
  summary: "Change what one's own comment says",
  audience: "comment.edit",
  params: ofComment,
  body: z.object(wordsFields).refine(saysOnce, saysOnceMessage),
  response: commentSchema,
});

export const deleteComment = endpoint({
  method: "DELETE",
  path: "/api/v1/comments/:commentId",
  summary: "Delete one's own comment; replies to it stay",
  audience: "comment.delete",
  params: ofComment,
  response: z.void(),
  status: 204,
});

export const restoreComment = endpoint({
  method: "POST",
  path: "/api/v1/comments/:commentId/restore",
  summary: "Take back the deletion of one's own comment, within ten minutes",
  audience: "comment.delete",
  params: ofComment,
  response: commentSchema,
});
