/** The addresses of a workspace's and an article's pages, in one place. Pure. */

/** A workspace's library. */
export const libraryPlace = (workspaceId: string): string => `/w/${workspaceId}`;

/** Where an article is imported into a workspace. */
export const importPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/import`;

/** A workspace's rules. */
export const rulesPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/rules`;

/** The moderators' desk, open at an item when one is named. */
export const deskPlace = (workspaceId: string, reviewId?: string): string =>
  `${libraryPlace(workspaceId)}/moderation${reviewId ? `?item=${reviewId}` : ""}`;

/** A member as moderators know them. */
export const memberRecordPlace = (workspaceId: string, userId: string): string =>
  `${libraryPlace(workspaceId)}/moderation/members/${userId}`;

/** What a workspace's moderators have held, flagged or refused automatically. */
export const moderationRulesPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/moderation/rules`;

/** A workspace's moderation log. */
export const moderationLogPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/moderation/log`;

/** The moderators' saved replies. */
export const savedRepliesPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/moderation/replies`;

/** How moderation goes in a workspace. */
export const moderationHealthPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/moderation/health`;

/** What one was told, in all workspaces. */
export const noticesPlace = "/notices";

/** One's own account, at a part of it when one is named. */
export const accountPlace = (part?: "notices"): string => `/account${part ? `#${part}` : ""}`;

/** Where whoever has the token from a letter stops letters. */
export const unsubscribePlace = (token: string): string => `/unsubscribe?${new URLSearchParams({ token })}`;

/** An article's room. */
export const roomPlace = (workspaceId: string, articleId: string): string => `/w/${workspaceId}/a/${articleId}`;

/** What a room's address ends with when it opens at a highlight; the id of the highlight's first mark in the page. */
export const highlightAnchor = (highlightId: string): string => `highlight-${highlightId}`;

/** An article's room, open at one of its highlights. */
export const highlightPlace = (workspaceId: string, articleId: string, highlightId: string): string =>
  `${roomPlace(workspaceId, articleId)}#${highlightAnchor(highlightId)}`;

/** The list of an article's rebuttals. */
export const rebuttalsPlace = (workspaceId: string, articleId: string): string =>
  `${roomPlace(workspaceId, articleId)}/rebuttals`;

/** One rebuttal. */
export const rebuttalPlace = (workspaceId: string, articleId: string, rebuttalId: string): string =>
  `${rebuttalsPlace(workspaceId, articleId)}/${rebuttalId}`;

/** The list of an article's threads, all of them or some. */
export function threadsPlace(
  workspaceId: string,
  articleId: string,
  { show, before, thread }: { show?: string; before?: string; thread?: string } = {},
): string {
  const query = new URLSearchParams({ ...(show && { show }), ...(before && { before }), ...(thread && { thread }) });
  return `${roomPlace(workspaceId, articleId)}/threads${query.size > 0 ? `?${query}` : ""}`;
}

/** The id of a comment's element in the page, and what an address ends with that leads to it. */
export const commentAnchor = (commentId: string): string => `comment-${commentId}`;

/** The comment that the address leads to; null when it leads to none. */
export const commentIn = (hash: string): string | null =>
  hash.startsWith(`#${commentAnchor("")}`) ? hash.slice(commentAnchor("").length + 1) : null;

/** A thread in the list of its article's, open at one of its comments when one is named. */
export const threadPlace = (workspaceId: string, articleId: string, threadId: string, commentId?: string): string =>
  threadsPlace(workspaceId, articleId, { thread: threadId }) + (commentId ? `#${commentAnchor(commentId)}` : "");

/** Signing in, for someone who just left changes on this device that no server has: the page says so. */
export const signInKeptPlace = "/sign-in?kept";
/** The list of an article's revisions. */
export const revisionsPlace = (workspaceId: string, articleId: string): string =>
  `${roomPlace(workspaceId, articleId)}/revisions`;

/** One revision, to be read. */
export const revisionPlace = (workspaceId: string, articleId: string, number: number): string =>
  `${revisionsPlace(workspaceId, articleId)}/${number}`;

/** What became of the highlights when the revision came. */
export const reportPlace = (workspaceId: string, articleId: string, number: number): string =>
  `${revisionPlace(workspaceId, articleId, number)}/report`;

/** What differs between two revisions. */
export const comparePlace = (workspaceId: string, articleId: string, from: number, to: number): string =>
  `${revisionsPlace(workspaceId, articleId)}/compare?from=${from}&to=${to}`;

/** Where the current text is corrected. */
export const correctPlace = (workspaceId: string, articleId: string): string =>
  `${revisionsPlace(workspaceId, articleId)}/correct`;

/** Where a new version of the article is imported. */
export const importRevisionPlace = (workspaceId: string, articleId: string): string =>
  `${revisionsPlace(workspaceId, articleId)}/import`;

const reattachPrefix = "reattach-";

/** An article's room, ready to select a new passage for a highlight. */
export const reattachPlace = (workspaceId: string, articleId: string, highlightId: string): string =>
  `${roomPlace(workspaceId, articleId)}#${reattachPrefix}${highlightId}`;

/** The highlight that the address asks to re-attach; null when it asks for nothing. */
export const reattachedBy = (hash: string): string | null =>
  hash.startsWith(`#${reattachPrefix}`) ? hash.slice(reattachPrefix.length + 1) : null;
