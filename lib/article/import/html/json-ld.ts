/** Finds the article that a page's JSON-LD describes, in schema.org's words. */
import type { Metadata } from "../../schema";
import { tidy } from "../tidy";

export interface Described extends Partial<Pick<Metadata, "title" | "standfirst" | "publisher" | "language">> {
  authors: Metadata["authors"];
  /** As written; a day, or a moment. */
  publishedOn?: string;
  updatedOn?: string;
}

type Node = Record<string, unknown>;

const articleType = /(?:Article|BlogPosting|Report|Review|Essay)$/;
/** How deep an article may stand in a graph, and how many nodes are looked at. */
const deepest = 6;
const mostNodes = 2_000;
const mostAuthors = 50;

/** What the first article in the page's JSON-LD says; nothing when there is none, or it can't be read. */
export function describedIn(document: Document): Described {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = articleIn(parsed(script.textContent ?? ""));
    if (article === null) continue;
    return {
      title: textOf(article.headline) ?? textOf(article.name),
      standfirst: textOf(article.description),
      authors: listOf(article.author).flatMap(authorOf).slice(0, mostAuthors),
      publisher: nameOf(article.publisher),
      publishedOn: textOf(article.datePublished),
      updatedOn: textOf(article.dateModified),
      language: textOf(article.inLanguage),
    };
  }
  return { authors: [] };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function articleIn(root: unknown): Node | null {
  let level = [root];
  let seen = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null || ++seen > mostNodes) continue;
      const node = value as Node;
      if (listOf(node["@type"]).some((type) => typeof type === "string" && articleType.test(type))) return node;
      next.push(...Object.values(node));
    }
    level = next;
  }
  return null;
}

function authorOf(author: unknown): Metadata["authors"] {
  const name = nameOf(author);
  if (name === undefined) return [];
  const role = typeof author === "object" ? textOf((author as Node | null)?.jobTitle) : undefined;
  return [{ name, ...(role && { role }) }];
}

/** A person or organisation is named by an object, or by words alone. */
function nameOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return textOf(first) ?? (typeof first === "object" ? textOf((first as Node | null)?.name) : undefined);
}

function textOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return typeof first === "string" ? tidy(first).slice(0, 2_000) || undefined : undefined;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
