/** What a member said and flagged of late, as moderators read it. */
import { z } from "zod";
import { reasonCodes } from "./reasons";

export const memberHistorySchema = z.object({
  /** The newest of what they wrote here. */
  comments: z.array(
    z.object({
      id: z.uuid(),
      createdAt: z.iso.datetime(),
      state: z.enum(["pending", "visible", "hidden", "removed", "deleted", "purged"]),
      /** Its beginning; empty once it was purged. */
      excerpt: z.string(),
      articleId: z.uuid(),
      articleTitle: z.string(),
      /** Its item at the desk; null when it was never in the queue. */
      reviewId: z.uuid().nullable(),
    }),
  ),
  /** The newest of the flags they made, and what became of them. */
  flags: z.array(
    z.object({
      id: z.uuid(),
      createdAt: z.iso.datetime(),
      reason: z.enum(reasonCodes),
      outcome: z.enum(["held", "did-not-hold", "withdrawn", "open"]),
      reviewId: z.uuid(),
    }),
  ),
});
export type MemberHistory = z.infer<typeof memberHistorySchema>;
