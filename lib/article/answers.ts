/** Answers to an import, put together from content that is JSON already. */
import { Serialised } from "@/lib/http/serialised";
import type { RevisionContent } from "./content";
import { describeArticle } from "./store";

/**
 * The preview.
 * @param keptId of what the server keeps; null when the words were sent
 */
export function previewOf(
  { metadata, blocks, setAside, warnings }: RevisionContent,
  keptId: string | null,
): Serialised {
  return objectOf({ ...json({ metadata, warnings, keptId }), blocks, setAside });
}

/** The article that was just imported, with its content. */
export async function importedArticle(articleId: string, content: RevisionContent): Promise<Serialised> {
  const { metadata, canonicalText, blocks } = content;
  return objectOf({ ...json(await describeArticle(articleId)), ...json({ metadata, canonicalText }), blocks });
}

/** Each value as JSON. */
function json(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

function objectOf(members: Record<string, string>): Serialised {
  const written = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return new Serialised(`{${written.join(",")}}`);
}
