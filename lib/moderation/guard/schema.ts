/** What the API says of watched words and posting rules, and what their page draws. */
import { z } from "zod";
import { watchActions } from "./details";

export const postingRulesSchema = z.object({
  /** How many first comments of each member wait for a moderator; 0 for none. */
  heldPosts: z.number().int().min(0).max(100),
  /** How old an account is that isn't a newcomer's any more, in hours; 0 when nobody is one. */
  newcomerHours: z.number().int().min(0).max(8760),
  /** Most links in a newcomer's comment; null when there is no limit. */
  newcomerLinks: z.number().int().min(0).max(100).nullable(),
  /** Whether a comment that was found all right comes back to the queue when it is edited. */
  rechecksEdits: z.boolean(),
});
export type PostingRules = z.infer<typeof postingRulesSchema>;

/** What holds in a workspace that never chose. */
export const gentleRules: PostingRules = { heldPosts: 0, newcomerHours: 24, newcomerLinks: 2, rechecksEdits: false };

/** Most entries of a workspace's list. */
const mostWatchedWords = 2000;
/** Longest word or phrase, and longest note, in UTF-16 code units. */
const longestWord = 100;
export const longestNote = 300;

export const watchedWordSchema = z.object({
  word: z.string().trim().min(1).max(longestWord),
  /** Whether it counts inside longer words too. */
  isPart: z.boolean().default(false),
  action: z.enum(watchActions),
  /** For moderators. */
  note: z.string().trim().max(longestNote).default(""),
});
export type WatchedWord = z.output<typeof watchedWordSchema>;

/** One of each word, and each of them one that can be watched. */
export const watchedListSchema = z
  .array(watchedWordSchema)
  .max(mostWatchedWords)
  .refine((words) => new Set(words.map(({ word }) => word)).size === words.length, "has a word twice");

/** What a list would have found among the comments that are there. */
export const trialSchema = z.object({
  /** How many comments were looked at, the newest first, and whether those were all. */
  looked: z.number().int(),
  isAll: z.boolean(),
  /** How many of them hold a watched word. */
  hit: z.number().int(),
  /** For each word of the list that is found: in how many comments. */
  words: z.array(z.object({ word: z.string(), comments: z.number().int() })),
  /** Some of them, with where the words stand. */
  examples: z.array(
    z.object({
      commentId: z.uuid(),
      author: z.string().nullable(),
      text: z.string(),
      ranges: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
      words: z.array(z.string()),
    }),
  ),
});
export type Trial = z.infer<typeof trialSchema>;
