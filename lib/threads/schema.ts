/** What the API says of threads and comments, and what the panel draws. */
import { z } from "zod";
import { labels } from "@/lib/highlights/labels";
import { lockReasons } from "@/lib/moderation/thread";
import { commentBodySchema } from "./body.schema";

const authorSchema = z.object({ id: z.uuid(), name: z.string(), color: z.string() });
/** Who wrote it, as anybody in the workspace may know them. */
export type Author = z.infer<typeof authorSchema>;

const shownSchema = z.object({
  kind: z.literal("comment"),
  id: z.uuid(),
  /** Null when the author's account is gone. */
  author: authorSchema.nullable(),
  body: commentBodySchema,
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  /** Whether it waits for a moderator; its author alone reads it until then. */
  pending: z.boolean(),
  /** Whether the reader has flagged it for the moderators. */
  flagged: z.boolean(),
});

const tombstoneSchema = z.object({
  kind: z.literal("tombstone"),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  /** Who took it down: its author, or the moderators. */
  cause: z.enum(["author", "moderation"]),
  /** Whether the reader wrote it. */
  own: z.boolean(),
  /** Until when the reader, as its author, can take the deletion back. */
  restorableUntil: z.iso.datetime().nullable(),
});

/** A comment as its reader may see it: with all it says, or only that there was one. */
export const commentSchema = z.discriminatedUnion("kind", [shownSchema, tombstoneSchema]);
export type CommentView = z.infer<typeof commentSchema>;
export type ShownComment = z.infer<typeof shownSchema>;
export type Tombstone = z.infer<typeof tombstoneSchema>;

const replies = { replies: z.array(commentSchema) };

/** A top-level comment with its replies, oldest first. */
const topCommentSchema = z.discriminatedUnion("kind", [shownSchema.extend(replies), tombstoneSchema.extend(replies)]);
export type TopComment = z.infer<typeof topCommentSchema>;

const threadModeSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("open"), slowSeconds: z.number().int().nullable() }),
  z.object({ state: z.literal("locked"), reason: z.enum(lockReasons) }),
  z.object({ state: z.literal("archived") }),
]);

export const discussionSchema = z.object({
  /** Null while nobody has said anything. */
  threadId: z.uuid().nullable(),
  /** Top-level comments, oldest first. */
  comments: z.array(topCommentSchema),
  /** Send it as `before` to get the comments before these; null when there are none. */
  earlier: z.string().nullable(),
  /** What can be done in the thread now. */
  mode: threadModeSchema,
  /** Whether the reader may moderate here. */
  mayModerate: z.boolean(),
});
/** One page of a thread. */
export type Discussion = z.infer<typeof discussionSchema>;

const summarySubjectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("article") }),
  z.object({
    kind: z.literal("highlight"),
    id: z.uuid(),
    label: z.enum(labels),
    exact: z.string(),
    /** Whether the highlight is still in the article; its thread stays readable when it isn't. */
    present: z.boolean(),
  }),
  z.object({ kind: z.literal("rebuttal"), id: z.uuid(), title: z.string() }),
]);

const threadSummarySchema = z.object({
  id: z.uuid(),
  subject: summarySubjectSchema,
  /** How many comments the reader can read. */
  comments: z.number().int(),
  /** The first people to speak, at most five. */
  people: z.array(authorSchema),
  latest: z.object({ author: authorSchema.nullable(), excerpt: z.string(), at: z.iso.datetime() }),
});
/** A thread in a list: what it hangs on, who takes part, and what was said last. */
export type ThreadSummary = z.infer<typeof threadSummarySchema>;

export const threadPageSchema = z.object({
  /** Newest activity first. */
  threads: z.array(threadSummarySchema),
  /** Send it as `before` to get the threads after these; null when there are none. */
  next: z.string().nullable(),
});
export type ThreadPage = z.infer<typeof threadPageSchema>;

/** Which threads of an article: all, those the reader has spoken in, or those where the reader was called. */
export const threadFilters = ["all", "mine", "mentions"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

export const threadCountSchema = z.object({
  threadId: z.uuid(),
  highlightId: z.uuid().nullable(),
  rebuttalId: z.uuid().nullable(),
  comments: z.number().int(),
});
export type ThreadCount = z.infer<typeof threadCountSchema>;
