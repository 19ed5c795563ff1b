/** The addresses of a workspace's and an article's pages, in one place. Pure. */

/** A workspace's library. */
export const libraryPlace = (workspaceId: string): string => `/w/${workspaceId}`;

/** Where an article is imported into a workspace. */
export const importPlace = (workspaceId: string): string => `${libraryPlace(workspaceId)}/import`;

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
  { show, before }: { show?: string; before?: string } = {},
): string {
  const query = new URLSearchParams({ ...(show && { show }), ...(before && { before }) });
  return `${roomPlace(workspaceId, articleId)}/threads${query.size > 0 ? `?${query}` : ""}`;
}

/** Signing in, for someone who just left changes on this device that no server has: the page says so. */
export const signInKeptPlace = "/sign-in?kept";
