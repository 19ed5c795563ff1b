/** What each surface may show of a moderated comment, as one page: the expectation against which every surface is searched. */
import type { ContentState } from "@/lib/db/generated/client";
import { unsubscribeToken } from "@/lib/notices/unsubscribe";
import type { Caller, Setting } from "./setting";

/** Who asks, in relation to the comment. */
export interface Asker {
  caller: Caller;
  isAuthor: boolean;
  state: ContentState;
}

/**
 * - `thread`: as readers see it: visible to every member, pending to its author;
 * - `desk`: to moderators in every state but purged;
 * - `record`: the same, in the record of a member other than whoever asks;
 * - `told`: to those it calls, and who follow its thread, as readers see it;
 * - `notice`: as `told`, and to its author in what they were told about a decision, until it is purged;
 * - `never`: no word of it, whoever asks.
 */
export type Sight = "thread" | "desk" | "record" | "told" | "notice" | "never";

export function maySee(sight: Sight, { caller, isAuthor, state }: Asker): boolean {
  const isOutside = caller === "stranger" || caller === "signed out";
  const moderates = caller === "owner" || caller === "moderator" || caller === "token";
  switch (sight) {
    case "never":
      return false;
    case "thread":
      return !isOutside && (state === "visible" || (state === "pending" && isAuthor));
    case "desk":
      return moderates && state !== "purged";
    case "record":
      return moderates && !isAuthor && state !== "purged";
    case "told":
      return !isOutside && !isAuthor && state === "visible";
    case "notice":
      return isAuthor ? caller !== "signed out" && state !== "purged" : !isOutside && state === "visible";
  }
}

const onArticle = ({ articleId }: Setting) => ({ params: { articleId } });
const onRevision = ({ articleId }: Setting) => ({ params: { articleId, number: "1" } });
const inWorkspace = ({ workspaceId }: Setting) => ({ params: { workspaceId } });

/** A letter with all that the asker was told and hasn't read: of decisions it has no words but the way to them. */
export const letterSight: Sight = "told";

/** Every endpoint that reads: one that is missing here fails the test. */
export const leakTable: Record<
  string,
  { sight: Sight; ask?: (setting: Setting) => { params?: object; query?: object } }
> = {
  "GET /healthz": { sight: "never" },
  "GET /readyz": { sight: "never" },
  "GET /api/v1/openapi.json": { sight: "never" },
  "GET /api/v1/me": { sight: "never" },
  "GET /api/v1/me/sign-ins": { sight: "never" },
  "GET /api/v1/me/tokens": { sight: "never" },
  "GET /api/v1/me/notices": { sight: "notice" },
  "GET /api/v1/me/notices/unread": { sight: "never" },
  "GET /api/v1/me/notice-preferences": { sight: "never" },
  "GET /api/v1/unsubscribe": { sight: "never", ask: ({ me }) => ({ query: { token: unsubscribeToken(me) } }) },
  "GET /api/v1/workspaces": { sight: "never" },
  "GET /api/v1/workspaces/:workspaceId/members": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/members/:userId/record": {
    sight: "record",
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId } }),
  },
  "GET /api/v1/workspaces/:workspaceId/invitations": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/articles": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/reviews": { sight: "desk", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/moderation-log": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/moderation-health": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/saved-replies": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/rules": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/watched-words": { sight: "never", ask: inWorkspace },
  "GET /api/v1/workspaces/:workspaceId/posting-rules": { sight: "never", ask: inWorkspace },
  "GET /api/v1/reviews/:reviewId": { sight: "desk", ask: ({ reviewId }) => ({ params: { reviewId } }) },
  "GET /api/v1/articles/:articleId": { sight: "never", ask: onArticle },
  "GET /api/v1/articles/:articleId/highlights": { sight: "never", ask: onArticle },
  "GET /api/v1/articles/:articleId/highlights/facts": { sight: "never", ask: onArticle },
  "GET /api/v1/articles/:articleId/revisions": { sight: "never", ask: onArticle },
  "GET /api/v1/articles/:articleId/revisions/:number": { sight: "never", ask: onRevision },
  "GET /api/v1/articles/:articleId/revisions/:number/report": { sight: "never", ask: onRevision },
  "GET /api/v1/articles/:articleId/rebuttals": { sight: "never", ask: onArticle },
  "GET /api/v1/rebuttals/:rebuttalId": { sight: "never", ask: ({ rebuttalId }) => ({ params: { rebuttalId } }) },
  "GET /api/v1/articles/:articleId/threads": { sight: "thread", ask: onArticle },
  "GET /api/v1/articles/:articleId/threads/counts": { sight: "never", ask: onArticle },
  "GET /api/v1/articles/:articleId/comments": {
    sight: "thread",
    ask: ({ articleId, highlightId }) => ({ params: { articleId }, query: { highlightId } }),
  },
  "GET /api/v1/comments/:commentId": {
    sight: "thread",
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId } }),
  },
  "GET /api/v1/comments/:commentId/versions": {
    sight: "thread",
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId } }),
  },
  "GET /api/v1/threads/:threadId/comments": { sight: "thread", ask: ({ threadId }) => ({ params: { threadId } }) },
};

/**
 * What a surface may show of a highlight's note, or of a rebuttal's title and text:
 * - `readers`: to every member, while they are visible;
 * - `desk`: to moderators in every state but purged;
 * - `authors`: to those who wrote it, in what they were told about a decision, until it is purged;
 * - `readers or authors`: as either.
 * A surface that isn't named shows none of it, whoever asks.
 */
export type SharedSight = "readers" | "desk" | "authors" | "readers or authors";

export function maySeeShared(sight: SharedSight | undefined, { caller, isAuthor, state }: Asker): boolean {
  const isOutside = caller === "stranger" || caller === "signed out";
  const asReader = !isOutside && state === "visible";
  const asAuthor = isAuthor && caller !== "signed out" && state !== "purged";
  switch (sight) {
    case undefined:
      return false;
    case "readers":
      return asReader;
    case "desk":
      return (caller === "owner" || caller === "moderator" || caller === "token") && state !== "purged";
    case "authors":
      return asAuthor;
    case "readers or authors":
      return asReader || asAuthor;
  }
}

/** The surfaces that show shared words: endpoints, and documents over the realtime channel. */
export const sharedSights: Record<"note" | "rebuttal", Record<string, SharedSight>> = {
  note: {
    "GET /api/v1/articles/:articleId/highlights": "readers",
    "GET /api/v1/workspaces/:workspaceId/reviews": "desk",
    "GET /api/v1/reviews/:reviewId": "desk",
    "GET /api/v1/me/notices": "authors",
    "SOCKET article": "readers",
  },
  rebuttal: {
    "GET /api/v1/articles/:articleId/rebuttals": "readers",
    "GET /api/v1/rebuttals/:rebuttalId": "readers",
    // The discussion of it is named by its title.
    "GET /api/v1/articles/:articleId/threads": "readers",
    "GET /api/v1/workspaces/:workspaceId/reviews": "desk",
    "GET /api/v1/reviews/:reviewId": "desk",
    "GET /api/v1/me/notices": "readers or authors",
    "SOCKET rebuttal": "readers",
  },
};

/** Of a rebuttal, a letter names the discussion by its title while everybody reads that; of a note it says nothing. */
export const sharedLetterSights: Record<"note" | "rebuttal", SharedSight | undefined> = {
  note: undefined,
  rebuttal: "readers",
};
