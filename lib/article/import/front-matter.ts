/** Reads the front matter that many Markdown files begin with: `key: value` lines between two rules. */
import type { Metadata } from "../schema";
import { findDay } from "./days";
import { readAuthors } from "./head-line";
import { tidy } from "./tidy";

interface FrontMatter {
  metadata: Partial<Metadata>;
  /** The front matter's words, for what was set aside; empty when there is none. */
  text: string;
  /** The document without it. */
  body: string;
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n((?:[^\r\n]{0,1000}\r?\n){1,100}?)---[ \t]*(?:\r?\n|$)/;
const line = /^([A-Za-z_-]{2,20}):\s*(.*)$/;

/** Takes the front matter off, when every line of it reads as a key, a list's item or a comment. */
export function takeFrontMatter(content: string): FrontMatter {
  const found = frontMatter.exec(content);
  const lines = (found?.[1] ?? "").split(/\r?\n/).filter((text) => text.trim() !== "");
  if (
    found === null ||
    !lines.some((text) => line.test(text)) ||
    !lines.every((text) => /^(?:[A-Za-z_-]+:|\s|#|-)/.test(text))
  ) {
    return { metadata: {}, text: "", body: content };
  }
  const metadata: Partial<Metadata> = {};
  for (const text of lines) {
    const [, key = "", quoted = ""] = line.exec(text) ?? [];
    const value = tidy(quoted.replace(/^(["'])(.*)\1$/, "$2"));
    if (value !== "") Object.assign(metadata, entryOf(key.toLowerCase(), value));
  }
  return { metadata, text: tidy(found[1] ?? ""), body: content.slice(found[0].length) };
}

function entryOf(key: string, value: string): Partial<Metadata> {
  const day = findDay(value);
  switch (key) {
    case "title":
      return { title: value };
    case "subtitle":
    case "description":
    case "standfirst":
      return { standfirst: value };
    case "author":
    case "authors":
    case "by": {
      const authors = readAuthors(value.replace(/^\[(.*)\]$/, "$1"));
      return { authors: authors.length > 0 ? authors : [{ name: value }] };
    }
    case "publisher":
    case "publication":
      return { publisher: value };
    case "date":
    case "published":
      return day === null || day === "ambiguous" ? {} : { publishedOn: day.day };
    case "updated":
    case "lastmod":
      return day === null || day === "ambiguous" ? {} : { updatedOn: day.day };
    case "lang":
    case "language":
      return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) ? { language: value } : {};
    case "url":
    case "canonical":
      return /^https?:\/\//.test(value) ? { sourceUrl: value } : {};
    default:
      return {};
  }
}
