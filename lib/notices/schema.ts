/** What the API says of notices, and what the inbox and the mailed digest draw. */
import { z } from "zod";
import { roles } from "@/lib/access/policies";
import { decisionNoticeSchema } from "@/lib/moderation/schema";
import { authorSchema, summarySubjectSchema } from "@/lib/threads/schema";
import { mailFrequencies, topics } from "./topics";

const commonFields = {
  id: z.uuid(),
  workspace: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
};

/** The thread that it is about, and what that hangs on. */
const threadPlaceSchema = z.object({
  articleId: z.uuid(),
  articleTitle: z.string(),
  threadId: z.uuid(),
  subject: summarySubjectSchema,
});
export type ThreadPlace = z.infer<typeof threadPlaceSchema>;

/** A comment that calls or answers the reader. */
const aboutCommentSchema = z.object({
  kind: z.enum(["mentioned", "replied"]),
  ...commonFields,
  place: threadPlaceSchema,
  comment: z.object({ id: z.uuid(), by: authorSchema.nullable(), excerpt: z.string() }),
});

/** What others wrote in a thread that the reader follows. */
const commentedSchema = z.object({
  kind: z.literal("commented"),
  ...commonFields,
  place: threadPlaceSchema,
  count: z.number().int(),
  /** The earliest of them: where to go on reading. */
  firstId: z.uuid(),
  latest: z.object({ by: authorSchema.nullable(), excerpt: z.string() }),
});

const resolvedSchema = z.object({
  kind: z.literal("thread_resolved"),
  ...commonFields,
  place: threadPlaceSchema,
  by: authorSchema.nullable(),
});

const roleSchema = z.object({
  kind: z.literal("role_changed"),
  ...commonFields,
  /** As it is now. */
  role: z.enum(roles),
});

const decidedSchema = decisionNoticeSchema.extend(commonFields);

/** Something the reader was told, as far as they may see it now. */
export const noticeSchema = z.discriminatedUnion("kind", [
  aboutCommentSchema,
  commentedSchema,
  resolvedSchema,
  roleSchema,
  decidedSchema,
]);
export type Notice = z.infer<typeof noticeSchema>;

export const choiceSchema = z.object({ inApp: z.boolean(), mail: z.enum(mailFrequencies) });

/** What a person hears of each topic, and what has to be true for mail to reach them. */
export const preferencesSchema = z.object({
  choices: z.record(z.enum(topics), choiceSchema),
  /**
   * Whether mail is sent: `on`, `off` where the server sends none, `unproven` while the person hasn't shown that the
   * address is theirs.
   */
  mail: z.enum(["on", "off", "unproven"]),
});
export type Preferences = z.infer<typeof preferencesSchema>;
