/** What the API says of threads and comments, and what the panel draws. */
import { z } from "zod";
import { labels } from "@/lib/highlights/labels";
import { lockReasons } from "@/lib/moderation/thread";
import { commentBodySchema } from "./body.schema";
import { placeSchema } from "./place";

export const authorSchema = z.object({ id: z.uuid(), name: z.string(), color: z.string() });
/** Who wrote it, as anybody in the workspace may know them. */
export type Author = z.infer<typeof authorSchema>;

const commonFields = {
  id: z.uuid(),
  /** The comment it answers; null for a top-level comment. */
  parentId: z.uuid().nullable(),
  /** Where it stands in its thread: places sort each comment above its replies. */
  place: placeSchema,
  /** What it answers, when it doesn't stand right under that; without a name when that can't be read. */
  answers: z.object({ id: z.uuid(), author: authorSchema.nullable() }).nullable(),
  createdAt: z.iso.datetime(),
};

/** What one can answer without a word. */
export const reactionKinds = ["agree", "doubt", "insight", "thanks"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

const shownSchema = z.object({
  kind: z.literal("comment"),
  ...commonFields,
  /** Null when the author's account is gone. */
  author: authorSchema.nullable(),
  body: commentBodySchema,
  editedAt: z.iso.datetime().nullable(),
  /** What it quotes: the words as they are there now, or none when they can't be read any more. */
  quote: z
    .object({ id: z.uuid(), words: z.object({ author: authorSchema.nullable(), excerpt: z.string() }).nullable() })
    .nullable(),
  /** Only those that somebody gave. */
  reactions: z.array(z.object({ kind: z.enum(reactionKinds), count: z.number().int(), mine: z.boolean() })),
  /** Whether it waits for a moderator; its author alone reads it until then. */
  pending: z.boolean(),
  /** The reader's flag: they can make one, take an open one back, and have none left once it was judged or taken back. */
  flag: z.enum(["none", "open", "spent"]),
});

export const versionSchema = z.object({ body: commentBodySchema, at: z.iso.datetime() });
/** What a comment said, and when that was written. */
export type CommentVersion = z.infer<typeof versionSchema>;

const tombstoneSchema = z.object({
  kind: z.literal("tombstone"),
  ...commonFields,
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

const threadModeSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("open"), slowSeconds: z.number().int().nullable() }),
  z.object({ state: z.literal("locked"), reason: z.enum(lockReasons) }),
  z.object({ state: z.literal("archived") }),
]);

/** What one wants to hear of a thread: everything, what concerns oneself, or nothing but one's own name. */
export const attentions = ["followed", "ordinary", "muted"] as const;
export type Attention = (typeof attentions)[number];

const threadStateSchema = z.object({
  resolved: z.object({ by: authorSchema.nullable(), at: z.iso.datetime() }).nullable(),
  /** Whether the reader may resolve it, or open it again. */
  mayResolve: z.boolean(),
  attention: z.enum(attentions),
  /** The number of the newest comment that the reader has read: the last of the numbers in its place. */
  readUpTo: z.number().int(),
});
/** How a thread stands, to one reader. */
export type ThreadState = z.infer<typeof threadStateSchema>;

export const discussionSchema = z.object({
  /** Null while nobody has said anything. */
  threadId: z.uuid().nullable(),
  /** Null while nobody has said anything. */
  state: threadStateSchema.nullable(),
  /** Each above its replies. */
  comments: z.array(commentSchema),
  /** Send it as `from` to go on, in the order of writing to earlier ones; null when there are no more. */
  more: placeSchema.nullable(),
  /** What can be done in the thread now. */
  mode: threadModeSchema,
  /** Whether the reader may moderate here. */
  mayModerate: z.boolean(),
});
/** One page of a thread. */
export type Discussion = z.infer<typeof discussionSchema>;

export const summarySubjectSchema = z.discriminatedUnion("kind", [
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
  /** How many of them others wrote and the reader hasn't read; none of a muted thread. */
  unread: z.number().int(),
  resolved: z.boolean(),
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

/** Which threads of an article: all, those the reader has spoken in, was called in, or follows. */
export const threadFilters = ["all", "mine", "mentions", "followed"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

export const threadCountSchema = z.object({
  threadId: z.uuid(),
  highlightId: z.uuid().nullable(),
  rebuttalId: z.uuid().nullable(),
  comments: z.number().int(),
});
export type ThreadCount = z.infer<typeof threadCountSchema>;
