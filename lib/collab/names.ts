/** Names of realtime documents: `article:<id>` for an article's layer, `rebuttal:<id>` for a rebuttal, `desk:<id>` for the desk of a workspace. Pure. */

export type DocumentName = `article:${string}` | `rebuttal:${string}` | `desk:${string}`;
type DocumentRef =
  | { kind: "article"; articleId: string }
  | { kind: "rebuttal"; rebuttalId: string }
  | { kind: "desk"; workspaceId: string };

/** Where a person is told that something else is in their inbox: no document has this name. */
export const inboxAddress = "inbox";

/** Ids are in lower case, so that one document has one name. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const articleDocument = (articleId: string): DocumentName => `article:${articleId}`;
export const rebuttalDocument = (rebuttalId: string): DocumentName => `rebuttal:${rebuttalId}`;
/** Holds nothing, and nobody writes in it: it is how moderators hear that their queue changed. */
export const deskDocument = (workspaceId: string): DocumentName => `desk:${workspaceId}`;

/** What the name refers to, or null when it is no document's name. */
export function parseDocumentName(name: string): DocumentRef | null {
  const [kind, id, ...rest] = name.split(":");
  if (rest.length > 0 || id === undefined || !uuid.test(id)) return null;
  switch (kind) {
    case "article":
      return { kind, articleId: id };
    case "rebuttal":
      return { kind, rebuttalId: id };
    case "desk":
      return { kind, workspaceId: id };
    default:
      return null;
  }
}
