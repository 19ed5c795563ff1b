/** Finds a document's footnotes: the elements that short links in the text lead to. */

/** What a footnote's mark looks like: a number, a letter, a star, in brackets or not. */
const markShape = /^\s*[[(]?(?:\d{1,3}|[a-z]{1,2}|\*{1,3}|[†‡§¶]{1,2}|[ivx]{1,5})[\])]?\s*$/i;
const noteName = /(?:foot|end)?-?_?(?:note|fn|cite_note)/i;
/** The arrow that leads back. */
const backShape = /^(?:[\s↩↑⤴^]|\uFE0E|\uFE0F)*$/u;

export interface FootnoteLinks {
  /** The id of the note that the link leads to; null when it is another link. */
  labelOf: (link: Element) => string | null;
  /** Ids of all notes. */
  notes: ReadonlySet<string>;
}

/**
 * Looks at every link within the document. A note is what a mark-shaped link leads to, when it is called a note (by its
 * id, class or role) or leads back.
 */
export function findFootnotes(document: Document): FootnoteLinks {
  const notes = new Set<string>();
  const labels = new Map<Element, string>();
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decoded(link.getAttribute("href")?.slice(1) ?? "");
    if (id === "" || !markShape.test(link.textContent ?? "")) continue;
    const target = document.getElementById(id);
    if (target === null || target.contains(link)) continue;
    const called = `${id} ${target.getAttribute("class") ?? ""} ${target.getAttribute("role") ?? ""}`;
    if (!noteName.test(called) && !leadsBack(target, link)) continue;
    notes.add(id);
    labels.set(link, id);
  }
  // Notes lead back to their marks by links that look the same; only what stands outside a note is a mark.
  for (const link of [...labels.keys()]) if (isInNote(link, notes)) labels.delete(link);
  return { labelOf: (link) => labels.get(link) ?? null, notes };
}

/** The arrows by which notes lead back say nothing to read. */
export function dropBackLinks(document: Document, { notes }: FootnoteLinks): void {
  for (const id of notes) {
    for (const link of document.getElementById(id)?.querySelectorAll('a[href^="#"]') ?? []) {
      if (backShape.test(link.textContent ?? "")) link.remove();
    }
  }
}

function leadsBack(target: Element, link: Element): boolean {
  const ids = [link, link.parentElement, link.parentElement?.parentElement]
    .map((element) => element?.id)
    .filter(Boolean);
  return [...target.querySelectorAll('a[href^="#"]')].some((back) =>
    ids.includes(decoded(back.getAttribute("href")?.slice(1) ?? "")),
  );
}

function isInNote(link: Element, notes: ReadonlySet<string>): boolean {
  for (let at = link.parentElement; at !== null; at = at.parentElement) if (notes.has(at.id)) return true;
  return false;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
