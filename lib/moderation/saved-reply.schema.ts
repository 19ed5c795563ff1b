/** A saved reply: a statement of reasons that moderators give often. */
import { z } from "zod";
import { maxFacts, reasonCodes } from "./reasons";

/** How many saved replies a workspace can have. */
export const mostReplies = 100;
export const maxReplyTitle = 120;

const draftFields = {
  title: z.string().trim().min(1, "Give it a title to find it by.").max(maxReplyTitle),
  measure: z.enum(["hide", "remove"]),
  reason: z.enum(reasonCodes),
  /** What it names as the ground; null when whoever decides chooses one. */
  ground: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("rule"), ruleId: z.uuid() }),
      z.object({ kind: z.literal("law"), law: z.string().trim().min(1, "Name the law.").max(300) }),
    ])
    .nullable(),
  facts: z.string().trim().min(1, "Say what the facts are: whoever it concerns reads it.").max(maxFacts),
};

export const replyDraftSchema = z.object(draftFields);
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

/** `ground` is null, too, once its rule doesn't hold any more. */
export const savedReplySchema = z.object({ id: z.uuid(), ...draftFields });
export type SavedReply = z.infer<typeof savedReplySchema>;
