/** Reads what a page says of its article in its head: JSON-LD (schema.org), OpenGraph, meta elements, links. */
import type { Metadata } from "../../schema";
import { findDay } from "../days";
import { tidy } from "../tidy";
import { type Described, describedIn } from "./json-ld";

const languageTag = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;
/** What a page puts behind its title: " | Publisher". */
const siteSuffix = /\s+[|–—·-]\s+[^|–—·]{2,60}$/u;

/**
 * What the page says of its article. JSON-LD goes before OpenGraph, and that before plain meta elements.
 * @param url where the page came from
 */
export function pageMetadata(document: Document, url: string | undefined): Partial<Metadata> {
  const described = describedIn(document);
  const meta = metaOf(document);
  const language = document.documentElement?.getAttribute("lang") || described.language || meta("og:locale");
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? meta("og:url");
  return compact({
    title: described.title ?? meta("og:title") ?? meta("citation_title") ?? meta("dc.title") ?? titleOf(document),
    standfirst: described.standfirst ?? meta("og:description") ?? meta("description"),
    authors: authorsOf(described, meta),
    publisher: described.publisher ?? meta("og:site_name") ?? meta("citation_journal_title") ?? meta("dc.publisher"),
    publishedOn: dayOf(described.publishedOn ?? meta("article:published_time") ?? meta("date") ?? meta("dc.date")),
    updatedOn: dayOf(described.updatedOn ?? meta("article:modified_time") ?? meta("og:updated_time")),
    language: language && languageTag.test(language) ? language.replaceAll("_", "-") : undefined,
    sourceUrl: addressOf(canonical, url) ?? addressOf(url, undefined),
  });
}

type Meta = (name: string) => string | undefined;

/** Looks meta elements up by their name or property. */
function metaOf(document: Document): Meta {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const name = (element.getAttribute("property") ?? element.getAttribute("name") ?? "").toLowerCase();
    const value = tidy(element.getAttribute("content") ?? "");
    if (name !== "" && value !== "" && !values.has(name)) values.set(name, value);
  }
  return (name) => values.get(name);
}

function titleOf(document: Document): string | undefined {
  const title = tidy(document.querySelector("title")?.textContent ?? "");
  return title.replace(siteSuffix, "") || undefined;
}

function authorsOf({ authors }: Described, meta: Meta): Metadata["authors"] | undefined {
  if (authors.length > 0) return authors;
  const name = meta("author") ?? meta("article:author") ?? meta("citation_author") ?? meta("dc.creator");
  // OpenGraph wants the address of a profile there.
  return name === undefined || /^https?:/.test(name) ? undefined : [{ name: name.replace(/^by\s+/i, "") }];
}

function dayOf(date: string | undefined): string | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0];
  const found = iso === undefined && date !== undefined ? findDay(date) : null;
  return iso ?? (found === null || found === "ambiguous" ? undefined : found.day);
}

function addressOf(href: string | undefined | null, base: string | undefined): string | undefined {
  if (!href || !URL.canParse(href, base)) return undefined;
  const address = new URL(href, base).href;
  return /^https?:/.test(address) ? address : undefined;
}

function compact<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}
