/** The id of a comment's element in the page. */
export const commentAnchor = (commentId: string): string => `comment-${commentId}`;
