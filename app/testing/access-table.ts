/** Who may call what, as one page: the expectation against which every endpoint is tested. */
import { randomUUID } from "node:crypto";
import { unsubscribeToken } from "@/lib/notices/unsubscribe";
import {
  correction,
  importers,
  inThread,
  inviters,
  inWorkspace,
  onArticle,
  onHighlight,
  onRebuttal,
  onRevision,
  owners,
  type Row,
  readers,
  source,
  text,
  writers,
} from "./access-row";
import { moderationTable } from "./access-table.moderation";
import { password } from "./setting";

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

  ...moderationTable,
];
