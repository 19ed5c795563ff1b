/** What one process tells the others (and they tell their sockets) when a transaction commits: types and ids, never content. */
import { z } from "zod";

/** People in one event: as many as surely fit into what PostgreSQL takes. */
export const mostRecipients = 150;

export const eventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("thread.changed"),
    articleId: z.uuid(),
    threadId: z.uuid(),
    highlightId: z.uuid().nullable(),
    rebuttalId: z.uuid().nullable(),
    /** The one comment that changed; missing when it may be any. */
    commentId: z.uuid().optional(),
  }),
  z.object({ type: z.literal("rebuttal.changed"), articleId: z.uuid(), rebuttalId: z.uuid() }),
  z.object({ type: z.literal("article.changed"), workspaceId: z.uuid(), articleId: z.uuid() }),
  /** The server itself edited the article's layer: every process that has it open takes the edit in from the log. */
  z.object({ type: z.literal("layer.edited"), articleId: z.uuid() }),
  /** Words were purged from the rebuttal, or from a note in the article's layer: what is on its way to their log must not stay. */
  z.object({ type: z.literal("words.purged"), articleId: z.uuid(), rebuttalId: z.uuid().nullable() }),
  z.object({ type: z.literal("article.deleted"), workspaceId: z.uuid(), articleId: z.uuid() }),
  /** The moderators' queue changed, or something that stands in it: asked again, it says what. */
  z.object({ type: z.literal("queue.changed"), workspaceId: z.uuid() }),
  z.object({ type: z.literal("member.changed"), workspaceId: z.uuid(), userId: z.uuid() }),
  /** There is something else in these people's inboxes. */
  z.object({ type: z.literal("notices.changed"), userIds: z.array(z.uuid()).max(mostRecipients) }),
  z.object({ type: z.literal("sign-in.ended"), userId: z.uuid(), signInId: z.uuid() }),
  z.object({ type: z.literal("token.revoked"), userId: z.uuid(), tokenId: z.uuid() }),
]);
export type AppEvent = z.infer<typeof eventSchema>;
