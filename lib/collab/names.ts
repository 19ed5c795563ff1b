/** Names of realtime documents: `article:<id>` for an article's layer, `rebuttal:<id>` for a rebuttal. Pure. */
import { z } from "zod";

export type DocumentName = `article:${string}` | `rebuttal:${string}`;
type DocumentRef = { kind: "article"; articleId: string } | { kind: "rebuttal"; rebuttalId: string };

const uuid = z.uuid();

export const articleDocument = (articleId: string): DocumentName => `article:${articleId}`;
export const rebuttalDocument = (rebuttalId: string): DocumentName => `rebuttal:${rebuttalId}`;

/** What the name refers to, or null when it is no document's name. */
export function parseDocumentName(name: string): DocumentRef | null {
  const [kind, id, ...rest] = name.split(":");
  if (rest.length > 0 || !uuid.safeParse(id).success || id === undefined || id !== id.toLowerCase()) return null;
  switch (kind) {
    case "article":
      return { kind, articleId: id };
    case "rebuttal":
      return { kind, rebuttalId: id };
    default:
      return null;
  }
}
