/** Why something came into the queue without anybody's flag. Pure. */
import { z } from "zod";

/** What happens to a text with a watched word in it. */
export const watchActions = ["hold", "flag", "refuse"] as const;
export type WatchAction = (typeof watchActions)[number];

const rangeSchema = z.object({ start: z.number().int(), end: z.number().int() });

/** It holds none of its author's words, so that a purge finds them in one place. */
export const detailsSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("watched_word"),
    /** As it stood in the list, with the moderators' note. */
    word: z.string(),
    note: z.string(),
    /** Where in a comment's plain text, or a rebuttal's title, in UTF-16 code units; none when it was edited since. */
    ranges: z.array(rangeSchema),
    /** Whether it stands in the address of a link too, or in the text of a rebuttal. */
    alsoIn: z.enum(["address", "text"]).nullable(),
  }),
  /** The author's `number`th comment, of those that wait for a moderator. */
  z.object({ kind: z.literal("first_posts"), number: z.number().int(), of: z.number().int() }),
  /** The same words were there before. */
  z.object({
    kind: z.literal("reposted"),
    commentId: z.uuid(),
    earlier: z.enum(["deleted", "hidden", "removed"]),
    /** Whether the same person wrote them. */
    own: z.boolean(),
  }),
  /** A moderator had found it all right before the edit. */
  z.object({ kind: z.literal("edited") }),
]);
export type Details = z.infer<typeof detailsSchema>;
export type DetectionKind = Details["kind"];

export const detectionKinds = ["watched_word", "first_posts", "reposted", "edited"] as const satisfies DetectionKind[];
