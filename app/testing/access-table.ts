/** Who may call what, as one page: the expectation against which every endpoint is tested. */
import { randomUUID } from "node:crypto";
import { unsubscribeToken } from "@/lib/notices/unsubscribe";
import { password, type Setting } from "./setting";

/**
 * - letters: members of these roles (owner, moderator, editor, annotator, viewer), by session or token; nobody else;
 * - `anyone`: with or without an account;
 * - `people`: whoever has an account, also by token;
 * - `browsers`: whoever has an account, by session only;
 * - `nobody`: it is somebody else's, and to everybody else it isn't there.
 */
export type Who = "anyone" | "people" | "browsers" | "nobody" | { members: string };

export interface Row {
  endpoint: string;
  /** Which of several cases. */
  of?: string;
  who: Who;
  ask?: (setting: Setting) => { params?: object; query?: object; body?: object };
}

const readers = { members: "o m e a v" };
const writers = { members: "o m e a" };
const importers = { members: "o m e" };
const inviters = { members: "o m" };
const owners = { members: "o" };
const moderators = { members: "o m" };

const source = { kind: "text", content: "A title of some words\n\nA paragraph that says something." };
const text = { text: "So I say." };
const silence = {
  measure: "silence",
  hours: 1,
  reason: "spam",
  ground: { kind: "law", law: "A law" },
  facts: "It sells something.",
};
const reply = {
  title: "Advertising",
  measure: "hide",
  reason: "spam",
  ground: { kind: "law", law: "A law" },
  facts: "It sells something.",
};
const inWorkspace = ({ workspaceId }: Setting) => ({ params: { workspaceId } });
const correction = {
  from: "blocks",
  metadata: { title: "A title of some words", authors: [] },
  blocks: [{ id: "b1", type: "paragraph", text: "A paragraph that says something else.", marks: [] }],
};
const onArticle = ({ articleId }: Setting) => ({ params: { articleId } });
const onRevision = ({ articleId }: Setting) => ({ params: { articleId, number: 1 } });
const onHighlight = ({ highlightId }: Setting) => ({ params: { highlightId } });
const inThread = ({ threadId }: Setting) => ({ params: { threadId } });
const onOtherComment = ({ otherCommentId }: Setting) => ({ params: { commentId: otherCommentId } });
const onOwnComment = ({ ownCommentId }: Setting) => ({ params: { commentId: ownCommentId } });
const onReview = ({ reviewId }: Setting) => ({ params: { reviewId } });
const onRebuttal = ({ rebuttalId }: Setting) => ({ params: { rebuttalId } });

export const table: readonly Row[] = [
  { endpoint: "GET /healthz", who: "anyone" },
  { endpoint: "GET /readyz", who: "anyone" },
  { endpoint: "GET /api/v1/openapi.json", who: "anyone" },
  {
    endpoint: "POST /api/v1/welcome",
    who: "anyone",
    ask: () => ({
      body: { name: "Eve", email: "eve@example.org", password: "long enough, surely", workspaceName: "Mine" },
    }),
  },

  { endpoint: "GET /api/v1/me", who: "people" },
  { endpoint: "PATCH /api/v1/me", who: "browsers", ask: () => ({ body: { name: "New Name" } }) },
  {
    endpoint: "PUT /api/v1/me/password",
    of: "knowing the current one",
    who: "browsers",
    ask: () => ({ body: { current: password, next: "long enough, surely" } }),
  },
  {
    endpoint: "PUT /api/v1/me/password",
    of: "guessing the current one",
    who: "nobody",
    ask: () => ({ body: { current: "a guess", next: "long enough, surely" } }),
  },
  { endpoint: "GET /api/v1/me/sign-ins", who: "browsers" },
  { endpoint: "DELETE /api/v1/me/sign-ins", who: "browsers" },
  {
    endpoint: "DELETE /api/v1/me/sign-ins/:signInId",
    of: "one's own",
    who: "browsers",
    ask: ({ ownSignInId }) => ({ params: { signInId: ownSignInId } }),
  },
  { endpoint: "GET /api/v1/me/tokens", who: "browsers" },
  { endpoint: "POST /api/v1/me/tokens", who: "browsers", ask: () => ({ body: { name: "Nightly export" } }) },
  {
    endpoint: "DELETE /api/v1/me/tokens/:tokenId",
    of: "one's own",
    who: "browsers",
    ask: ({ ownTokenId }) => ({ params: { tokenId: ownTokenId } }),
  },
  {
    endpoint: "DELETE /api/v1/me/tokens/:tokenId",
    of: "somebody's",
    who: "nobody",
    ask: ({ otherTokenId }) => ({ params: { tokenId: otherTokenId } }),
  },
  {
    endpoint: "DELETE /api/v1/me/providers/:accountId",
    of: "one's own",
    who: "browsers",
    ask: ({ ownAccountId }) => ({ params: { accountId: ownAccountId } }),
  },
  {
    endpoint: "DELETE /api/v1/me/providers/:accountId",
    of: "somebody's",
    who: "nobody",
    ask: ({ otherAccountId }) => ({ params: { accountId: otherAccountId } }),
  },

  { endpoint: "GET /api/v1/me/notices/unread", who: "people" },
  { endpoint: "GET /api/v1/me/notice-preferences", who: "people" },
  {
    endpoint: "PUT /api/v1/me/notice-preferences/:topic",
    who: "browsers",
    ask: () => ({ params: { topic: "mentions" }, body: { inApp: true, mail: "off" } }),
  },
  {
    endpoint: "GET /api/v1/unsubscribe",
    who: "anyone",
    ask: ({ otherId }) => ({ query: { token: unsubscribeToken(otherId) } }),
  },
  {
    endpoint: "POST /api/v1/unsubscribe",
    who: "anyone",
    ask: ({ otherId }) => ({ query: { token: unsubscribeToken(otherId) } }),
  },

  { endpoint: "GET /api/v1/workspaces", who: "people" },
  { endpoint: "POST /api/v1/workspaces", who: "people", ask: () => ({ body: { name: "Another" } }) },
  {
    endpoint: "PATCH /api/v1/workspaces/:workspaceId",
    who: owners,
    ask: (setting) => ({ ...inWorkspace(setting), body: { name: "Renamed" } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/members", who: readers, ask: inWorkspace },
  {
    endpoint: "PATCH /api/v1/workspaces/:workspaceId/members/:userId",
    who: owners,
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId }, body: { role: "editor" } }),
  },
  {
    endpoint: "DELETE /api/v1/workspaces/:workspaceId/members/:userId",
    of: "somebody",
    who: owners,
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId } }),
  },
  {
    endpoint: "DELETE /api/v1/workspaces/:workspaceId/members/:userId",
    of: "oneself, unless one is the last owner",
    who: { members: "m e a v" },
    ask: ({ workspaceId, me }) => ({ params: { workspaceId, userId: me } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/invitations", who: inviters, ask: inWorkspace },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/invitations",
    of: "as viewer",
    who: inviters,
    ask: (setting) => ({ ...inWorkspace(setting), body: { role: "viewer" } }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/invitations",
    of: "as owner",
    who: owners,
    ask: (setting) => ({ ...inWorkspace(setting), body: { role: "owner" } }),
  },
  {
    endpoint: "DELETE /api/v1/workspaces/:workspaceId/invitations/:invitationId",
    who: inviters,
    ask: ({ workspaceId, invitationId }) => ({ params: { workspaceId, invitationId } }),
  },
  {
    endpoint: "POST /api/v1/invitations/accept",
    who: "browsers",
    ask: ({ invitationToken }) => ({ body: { token: invitationToken } }),
  },
  {
    endpoint: "POST /api/v1/invitations/sign-up",
    who: "anyone",
    ask: ({ invitationToken }) => ({
      body: {
        token: invitationToken,
        name: "Eve",
        email: `${randomUUID()}@example.org`,
        password: "long enough, surely",
      },
    }),
  },

  { endpoint: "GET /api/v1/workspaces/:workspaceId/articles", who: readers, ask: inWorkspace },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/articles",
    who: importers,
    ask: (setting) => ({ ...inWorkspace(setting), body: source }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/articles/preview",
    who: importers,
    ask: (setting) => ({ ...inWorkspace(setting), body: source }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/articles/files",
    who: importers,
    ask: (setting) => ({ ...inWorkspace(setting), query: { name: "words.txt" }, body: source }),
  },
  { endpoint: "GET /api/v1/articles/:articleId", who: readers, ask: onArticle },
  { endpoint: "DELETE /api/v1/articles/:articleId", of: "somebody's", who: { members: "o m" }, ask: onArticle },
  {
    endpoint: "DELETE /api/v1/articles/:articleId",
    of: "one's own",
    who: importers,
    ask: ({ ownArticleId }) => ({ params: { articleId: ownArticleId } }),
  },
  {
    endpoint: "POST /api/v1/articles/:articleId/restore",
    of: "somebody's",
    who: { members: "o m" },
    ask: ({ deletedArticleId }) => ({ params: { articleId: deletedArticleId } }),
  },

  { endpoint: "GET /api/v1/articles/:articleId/revisions", who: readers, ask: onArticle },
  {
    endpoint: "POST /api/v1/articles/:articleId/revisions",
    who: importers,
    ask: (setting) => ({ ...onArticle(setting), body: { base: randomUUID(), text: correction } }),
  },
  {
    endpoint: "POST /api/v1/articles/:articleId/revisions/forecast",
    who: importers,
    ask: (setting) => ({ ...onArticle(setting), body: { text: correction } }),
  },
  { endpoint: "GET /api/v1/articles/:articleId/revisions/:number", who: readers, ask: onRevision },
  { endpoint: "GET /api/v1/articles/:articleId/revisions/:number/report", who: readers, ask: onRevision },
  { endpoint: "POST /api/v1/articles/:articleId/revisions/:number/undo", who: importers, ask: onRevision },

  { endpoint: "GET /api/v1/articles/:articleId/highlights", who: readers, ask: onArticle },
  { endpoint: "GET /api/v1/articles/:articleId/highlights/facts", who: readers, ask: onArticle },

  {
    endpoint: "PUT /api/v1/highlights/:highlightId/place",
    of: "somebody's",
    who: { members: "o e" },
    ask: (setting) => ({ ...onHighlight(setting), body: { revisionId: randomUUID(), start: 0, end: 3 } }),
  },
  {
    endpoint: "POST /api/v1/highlights/:highlightId/leave",
    of: "somebody's",
    who: { members: "o e" },
    ask: onHighlight,
  },

  { endpoint: "GET /api/v1/articles/:articleId/rebuttals", who: readers, ask: onArticle },
  {
    endpoint: "POST /api/v1/articles/:articleId/rebuttals",
    who: writers,
    ask: (setting) => ({ ...onArticle(setting), body: { highlightIds: [setting.highlightId] } }),
  },
  { endpoint: "GET /api/v1/rebuttals/:rebuttalId", who: readers, ask: onRebuttal },
  { endpoint: "DELETE /api/v1/rebuttals/:rebuttalId", of: "somebody's", who: { members: "o e" }, ask: onRebuttal },
  {
    endpoint: "PUT /api/v1/rebuttals/:rebuttalId/answers",
    of: "somebody's",
    who: { members: "o e" },
    ask: (setting) => ({ ...onRebuttal(setting), body: { highlightIds: [setting.highlightId] } }),
  },
  {
    endpoint: "PUT /api/v1/rebuttals/:rebuttalId/contributors/:userId",
    of: "somebody's",
    who: { members: "o e" },
    ask: ({ rebuttalId, me }) => ({ params: { rebuttalId, userId: me } }),
  },
  {
    endpoint: "DELETE /api/v1/rebuttals/:rebuttalId/contributors/:userId",
    of: "somebody's",
    who: { members: "o e" },
    ask: ({ rebuttalId, otherId }) => ({ params: { rebuttalId, userId: otherId } }),
  },
  {
    endpoint: "POST /api/v1/rebuttals/:rebuttalId/status",
    of: "submitting somebody's draft",
    who: { members: "o e" },
    ask: (setting) => ({ ...onRebuttal(setting), body: { move: "submit", version: 0 } }),
  },

  { endpoint: "GET /api/v1/articles/:articleId/threads", who: readers, ask: onArticle },
  {
    endpoint: "POST /api/v1/articles/:articleId/threads",
    who: writers,
    ask: (setting) => ({ ...onArticle(setting), body: text }),
  },
  { endpoint: "GET /api/v1/articles/:articleId/threads/counts", who: readers, ask: onArticle },
  { endpoint: "GET /api/v1/articles/:articleId/comments", who: readers, ask: onArticle },
  { endpoint: "GET /api/v1/threads/:threadId/comments", who: readers, ask: inThread },
  {
    endpoint: "POST /api/v1/threads/:threadId/comments",
    who: writers,
    ask: (setting) => ({ ...inThread(setting), body: text }),
  },
  {
    endpoint: "PUT /api/v1/threads/:threadId/reading",
    who: readers,
    ask: (setting) => ({ ...inThread(setting), body: { upTo: 1 } }),
  },
  {
    endpoint: "PUT /api/v1/threads/:threadId/attention",
    who: readers,
    ask: (setting) => ({ ...inThread(setting), body: { attention: "muted" } }),
  },
  {
    endpoint: "PUT /api/v1/threads/:threadId/resolution",
    of: "somebody's",
    who: { members: "o m" },
    ask: (setting) => ({ ...inThread(setting), body: { resolved: true } }),
  },
  {
    endpoint: "GET /api/v1/comments/:commentId",
    who: readers,
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId } }),
  },
  {
    endpoint: "GET /api/v1/comments/:commentId/versions",
    who: readers,
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId } }),
  },
  {
    endpoint: "PUT /api/v1/comments/:commentId/reactions/:kind",
    who: writers,
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId, kind: "agree" } }),
  },
  {
    endpoint: "DELETE /api/v1/comments/:commentId/reactions/:kind",
    who: writers,
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId, kind: "agree" } }),
  },
  {
    endpoint: "PATCH /api/v1/comments/:commentId",
    of: "one's own",
    who: writers,
    ask: ({ ownCommentId }) => ({ params: { commentId: ownCommentId }, body: text }),
  },
  {
    endpoint: "PATCH /api/v1/comments/:commentId",
    of: "somebody's",
    who: { members: "" },
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId }, body: text }),
  },
  {
    endpoint: "DELETE /api/v1/comments/:commentId",
    of: "one's own",
    who: writers,
    ask: ({ ownCommentId }) => ({ params: { commentId: ownCommentId } }),
  },
  {
    endpoint: "DELETE /api/v1/comments/:commentId",
    of: "somebody's",
    who: { members: "" },
    ask: ({ otherCommentId }) => ({ params: { commentId: otherCommentId } }),
  },
  {
    endpoint: "POST /api/v1/comments/:commentId/restore",
    of: "one's own",
    who: writers,
    ask: ({ deletedCommentId }) => ({ params: { commentId: deletedCommentId } }),
  },

  {
    endpoint: "POST /api/v1/comments/:commentId/flag",
    of: "somebody's",
    who: readers,
    ask: (setting) => ({ ...onOtherComment(setting), body: { reason: "spam" } }),
  },
  {
    endpoint: "POST /api/v1/comments/:commentId/flag",
    of: "one's own",
    who: { members: "" },
    ask: (setting) => ({ ...onOwnComment(setting), body: { reason: "spam" } }),
  },
  { endpoint: "DELETE /api/v1/comments/:commentId/flag", who: readers, ask: onOtherComment },
  { endpoint: "POST /api/v1/comments/:commentId/review", who: moderators, ask: onOtherComment },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/reviews", who: moderators, ask: inWorkspace },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/moderation-log", who: readers, ask: inWorkspace },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/rules", who: readers, ask: inWorkspace },
  {
    endpoint: "PUT /api/v1/workspaces/:workspaceId/rules",
    who: owners,
    ask: (setting) => ({ ...inWorkspace(setting), body: { rules: [{ title: "Be kind", text: "" }] } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/watched-words", who: moderators, ask: inWorkspace },
  {
    endpoint: "PUT /api/v1/workspaces/:workspaceId/watched-words",
    who: moderators,
    ask: (setting) => ({ ...inWorkspace(setting), body: { words: [{ word: "spam", action: "hold" }], version: 0 } }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/watched-words/trial",
    who: moderators,
    ask: (setting) => ({ ...inWorkspace(setting), body: { words: [{ word: "spam", action: "hold" }] } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/posting-rules", who: moderators, ask: inWorkspace },
  {
    endpoint: "PUT /api/v1/workspaces/:workspaceId/posting-rules",
    who: moderators,
    ask: (setting) => ({
      ...inWorkspace(setting),
      body: { heldPosts: 1, newcomerHours: 24, newcomerLinks: 2, rechecksEdits: false },
    }),
  },
  { endpoint: "GET /api/v1/reviews/:reviewId", who: moderators, ask: onReview },
  { endpoint: "POST /api/v1/reviews/:reviewId/claim", who: moderators, ask: onReview },
  {
    endpoint: "POST /api/v1/reviews/:reviewId/decision",
    who: moderators,
    ask: (setting) => ({ ...onReview(setting), body: { version: 0, choice: { measure: "approve" } } }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/reviews/decisions",
    who: moderators,
    ask: (setting) => ({
      ...inWorkspace(setting),
      body: { items: [{ reviewId: setting.reviewId, version: 0 }], choice: { measure: "approve" } },
    }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/decisions/undo",
    who: moderators,
    ask: (setting) => ({ ...inWorkspace(setting), body: { decisionIds: [setting.madeDecisionId] } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/saved-replies", who: moderators, ask: inWorkspace },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/saved-replies",
    who: moderators,
    ask: (setting) => ({ ...inWorkspace(setting), body: reply }),
  },
  {
    endpoint: "PUT /api/v1/workspaces/:workspaceId/saved-replies/:replyId",
    who: moderators,
    ask: ({ workspaceId, replyId }) => ({ params: { workspaceId, replyId }, body: reply }),
  },
  {
    endpoint: "DELETE /api/v1/workspaces/:workspaceId/saved-replies/:replyId",
    who: moderators,
    ask: ({ workspaceId, replyId }) => ({ params: { workspaceId, replyId } }),
  },
  { endpoint: "GET /api/v1/workspaces/:workspaceId/moderation-health", who: moderators, ask: inWorkspace },
  {
    endpoint: "DELETE /api/v1/decisions/:decisionId",
    of: "one's own, just made",
    who: moderators,
    ask: ({ madeDecisionId }) => ({ params: { decisionId: madeDecisionId } }),
  },
  {
    endpoint: "DELETE /api/v1/decisions/:decisionId",
    of: "another's",
    who: { members: "" },
    ask: ({ otherDecisionId }) => ({ params: { decisionId: otherDecisionId } }),
  },
  {
    endpoint: "POST /api/v1/decisions/:decisionId/appeal",
    of: "about one's own words",
    who: "browsers",
    ask: ({ ownDecisionId }) => ({ params: { decisionId: ownDecisionId }, body: text }),
  },
  {
    endpoint: "POST /api/v1/decisions/:decisionId/appeal",
    of: "about another's words",
    who: "nobody",
    ask: ({ otherDecisionId }) => ({ params: { decisionId: otherDecisionId }, body: text }),
  },
  {
    endpoint: "POST /api/v1/appeals/:appealId/decision",
    who: moderators,
    ask: ({ appealId }) => ({ params: { appealId }, body: { outcome: "upheld", reply: "It stays." } }),
  },
  { endpoint: "GET /api/v1/me/notices", who: "people" },
  { endpoint: "POST /api/v1/me/notices/read", who: "browsers" },
  {
    endpoint: "GET /api/v1/workspaces/:workspaceId/members/:userId/record",
    who: moderators,
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId } }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/members/:userId/notes",
    who: moderators,
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId }, body: text }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/members/:userId/standing",
    of: "somebody",
    who: moderators,
    ask: ({ workspaceId, otherId }) => ({ params: { workspaceId, userId: otherId }, body: silence }),
  },
  {
    endpoint: "POST /api/v1/workspaces/:workspaceId/members/:userId/standing",
    of: "oneself",
    who: { members: "" },
    ask: ({ workspaceId, me }) => ({ params: { workspaceId, userId: me }, body: silence }),
  },
  {
    endpoint: "PUT /api/v1/threads/:threadId/mode",
    who: moderators,
    ask: (setting) => ({ ...inThread(setting), body: { type: "lock", reason: "spam" } }),
  },
  { endpoint: "DELETE /api/v1/comments/:commentId/content", who: owners, ask: onOtherComment },
  {
    endpoint: "POST /api/v1/highlights/:highlightId/note/flag",
    who: readers,
    ask: (setting) => ({ ...onHighlight(setting), body: { reason: "spam" } }),
  },
  { endpoint: "DELETE /api/v1/highlights/:highlightId/note/flag", who: readers, ask: onHighlight },
  { endpoint: "POST /api/v1/highlights/:highlightId/note/review", who: moderators, ask: onHighlight },
  { endpoint: "DELETE /api/v1/highlights/:highlightId/note", who: owners, ask: onHighlight },
  {
    endpoint: "POST /api/v1/rebuttals/:rebuttalId/flag",
    who: readers,
    ask: (setting) => ({ ...onRebuttal(setting), body: { reason: "spam" } }),
  },
  { endpoint: "DELETE /api/v1/rebuttals/:rebuttalId/flag", who: readers, ask: onRebuttal },
  { endpoint: "POST /api/v1/rebuttals/:rebuttalId/review", who: moderators, ask: onRebuttal },
  { endpoint: "DELETE /api/v1/rebuttals/:rebuttalId/content", who: owners, ask: onRebuttal },
];
