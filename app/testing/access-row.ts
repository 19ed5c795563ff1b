/** What a row of the access table is, and what most of them ask with. */
import type { Setting } from "./setting";

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

export const readers = { members: "o m e a v" };
export const writers = { members: "o m e a" };
export const importers = { members: "o m e" };
export const inviters = { members: "o m" };
export const owners = { members: "o" };
export const moderators = { members: "o m" };

export const source = { kind: "text", content: "A title of some words\n\nA paragraph that says something." };
export const text = { text: "So I say." };
export const silence = {
  measure: "silence",
  hours: 1,
  reason: "spam",
  ground: { kind: "law", law: "A law" },
  facts: "It sells something.",
};
export const reply = {
  title: "Advertising",
  measure: "hide",
  reason: "spam",
  ground: { kind: "law", law: "A law" },
  facts: "It sells something.",
};
export const inWorkspace = ({ workspaceId }: Setting) => ({ params: { workspaceId } });
export const correction = {
  from: "blocks",
  metadata: { title: "A title of some words", authors: [] },
  blocks: [{ id: "b1", type: "paragraph", text: "A paragraph that says something else.", marks: [] }],
};
export const onArticle = ({ articleId }: Setting) => ({ params: { articleId } });
export const onRevision = ({ articleId }: Setting) => ({ params: { articleId, number: 1 } });
export const onHighlight = ({ highlightId }: Setting) => ({ params: { highlightId } });
export const inThread = ({ threadId }: Setting) => ({ params: { threadId } });
export const onOtherComment = ({ otherCommentId }: Setting) => ({ params: { commentId: otherCommentId } });
export const onOwnComment = ({ ownCommentId }: Setting) => ({ params: { commentId: ownCommentId } });
export const onReview = ({ reviewId }: Setting) => ({ params: { reviewId } });
export const onRebuttal = ({ rebuttalId }: Setting) => ({ params: { rebuttalId } });
