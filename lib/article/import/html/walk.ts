/** Walks through a document and takes its paragraphs out, in order, each with its place. */
import { AppError } from "@/lib/errors";
import { type Inline, isSafeLink } from "../inline";
import { deepestElement } from "../limits";
import { rowOf } from "../table-row";
import { tidyCode } from "../tidy";
import type { Form } from "../unit";
import { Paragraph } from "./paragraph";
import { inline, type Place, type Reason, reasonOf, unread } from "./place";

export interface Piece extends Inline {
  form: Form;
  aside: Reason | null;
  place: Place;
  /** The element that the words stand in. */
  element: Element;
}

const textNode = 3;
const elementNode = 1;
const heading = /^h([1-6])$/;
const pullQuote = /\bpull-?quote\b/i;
/** A form around a whole page says nothing about the words in it. */
const mostProseInForm = 2;

/**
 * The document's paragraphs.
 * @param base what links are relative to
 * @param isNote whether the link with this text leads to a footnote
 * @throws AppError `invalid-input` when elements nest too deep
 */
export function walk(root: Element, base: string | undefined, noteLabel: (link: Element) => string | null): Piece[] {
  const walker = new Walker(base, noteLabel);
  walker.visit(root, {
    parent: null,
    id: "",
    form: { type: "paragraph" },
    aside: null,
    lists: [],
    depth: 0,
  });
  return walker.pieces;
}

class Walker {
  readonly pieces: Piece[] = [];
  #paragraph = new Paragraph();
  #tables = 0;
  /** Where the words being collected stand. */
  #at: { place: Place; element: Element } | null = null;

  constructor(
    private readonly base: string | undefined,
    private readonly noteLabel: (link: Element) => string | null,
  ) {}

  visit(element: Element, around: Place): void {
    const place = enter(element, around);
    switch (element.localName) {
      case "pre":
        this.#flush();
        this.#push({ text: tidyCode(element.textContent ?? "").trim(), marks: [] }, { type: "code" }, place, element);
        return;
      case "table":
        if (isData(element)) {
          this.#table(element, place);
          return;
        }
    }
    this.#flush();
    this.#children(element, place);
    this.#flush();
  }

  #children(element: Element, place: Place): void {
    for (const node of element.childNodes) {
      if (node.nodeType === textNode) this.#words(node.textContent ?? "", place, element);
      else if (node.nodeType === elementNode) this.#element(node as Element, place, element);
    }
  }

  #element(element: Element, place: Place, within: Element): void {
    const tag = element.localName;
    if (unread.has(tag)) return;
    const reason = reasonOf(element);
    if (!inline.has(tag) || (reason !== null && reason !== place.aside)) {
      this.visit(element, place);
      return;
    }
    if (tag === "br") {
      this.#break(element, place, within);
      return;
    }
    const opened = this.#open(element);
    this.#children(element, place);
    for (let mark = 0; mark < opened; mark++) this.#paragraph.close();
  }

  /** A line's end; two of them end the paragraph. */
  #break(element: Element, place: Place, within: Element): void {
    let next = element.nextSibling;
    while (next !== null && next.nodeType === textNode && (next.textContent ?? "").trim() === "")
      next = next.nextSibling;
    if ((next as Element | null)?.localName === "br") this.#flush();
    else this.#words(" ", place, within);
  }

  /** Opens the marks that the element stands for; returns how many. */
  #open(element: Element): number {
    const style = element.getAttribute("style") ?? "";
    const isBold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
    const isPlain = /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style);
    const isItalic = /font-style\s*:\s*italic/i.test(style);
    let opened = 0;
    const open = (mark: Parameters<Paragraph["open"]>[0]) => {
      this.#paragraph.open(mark);
      opened++;
    };
    switch (element.localName) {
      case "a": {
        const label = this.noteLabel(element);
        const href = this.#address(element.getAttribute("href") ?? "");
        if (label !== null) open({ type: "footnote", label });
        else if (href !== null) open({ type: "link", href });
        return opened;
      }
      case "strong":
      case "b":
        // Google's documents put a plain <b> around everything that is copied.
        if (!isPlain) open({ type: "strong" });
        break;
      case "em":
      case "i":
      case "cite":
      case "dfn":
      case "var":
        open({ type: "emphasis" });
        break;
      case "code":
      case "kbd":
      case "samp":
      case "tt":
        open({ type: "code" });
        break;
      default:
        if (isBold) open({ type: "strong" });
        if (isItalic) open({ type: "emphasis" });
    }
    return opened;
  }

  /** The link's whole address, when it leads to the web or a mailbox. */
  #address(href: string): string | null {
    // Links within the page lead nowhere outside it.
    if (href.trim() === "" || href.trim().startsWith("#")) return null;
    if (!URL.canParse(href, this.base)) return null;
    const address = new URL(href, this.base).href;
    return isSafeLink(address) ? address : null;
  }

  #words(words: string, place: Place, element: Element): void {
    if (this.#at === null) {
      if (words.trim() === "") return;
      this.#at = { place, element };
    }
    this.#paragraph.add(words);
  }

  #flush(): void {
    const taken = this.#paragraph.take();
    if (this.#at !== null) this.#push(taken, this.#at.place.form, this.#at.place, this.#at.element);
    this.#at = null;
  }

  #push(words: Inline, form: Form, place: Place, element: Element): void {
    if (words.text !== "") this.pieces.push({ ...words, form, aside: place.aside, place, element });
  }

  #table(table: Element, place: Place): void {
    this.#flush();
    this.#tables++;
    const caption = table.querySelector("caption");
    if (caption) this.visit(caption, place);
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row);
      const isHeader = cells.length > 0 && cells.every(({ localName }) => localName === "th");
      const words = cells.map((cell) => this.#cell(cell, place));
      const { form, text, marks } = rowOf(words, { table: this.#tables, isHeader });
      this.#push({ text, marks }, form, place, row);
    }
  }

  /** A cell's words, all on one line. */
  #cell(cell: Element, place: Place): Inline {
    const inner = new Walker(this.base, this.noteLabel);
    inner.visit(cell, { ...place, aside: null });
    const words: Inline = { text: "", marks: [] };
    for (const { text, marks } of inner.pieces) {
      if (words.text !== "") words.text += " ";
      const start = words.text.length;
      words.text += text;
      words.marks.push(...marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start })));
    }
    return { ...words, text: words.text.replaceAll("\n", " ") };
  }
}

function enter(element: Element, parent: Place): Place {
  if (parent.depth >= deepestElement) {
    throw new AppError(
      "invalid-input",
      `This nests more than ${deepestElement} elements in each other. Nothing was saved. Paste the words of the article.`,
    );
  }
  const tag = element.localName;
  const isForm = tag === "form" && [...element.querySelectorAll("p")].length <= mostProseInForm;
  const lists = tag === "ul" || tag === "ol" ? [...parent.lists, { ordered: tag === "ol" }] : parent.lists;
  const aside = parent.aside ?? (isForm ? "form-field" : reasonOf(element));
  return { parent, id: element.id, form: formOf(element, parent, lists), aside, lists, depth: parent.depth + 1 };
}

function formOf(element: Element, { form }: Place, lists: Place["lists"]): Form {
  const tag = element.localName;
  const level = heading.exec(tag)?.[1];
  if (level !== undefined) return { type: "heading", level: Number(level) };
  switch (tag) {
    case "blockquote":
      return pullQuote.test(element.getAttribute("class") ?? "") ? { type: "paragraph" } : { type: "quote" };
    case "li":
      return { type: "list-item", ordered: lists.at(-1)?.ordered ?? false, depth: Math.max(0, lists.length - 1) };
    case "figcaption":
    case "caption":
      return { type: "caption" };
    case "dt":
    case "dd":
      return { type: "paragraph" };
    default:
      return form;
  }
}

/** A table that shows data rather than laying out a page: it has header cells, or rows alike of short cells. */
function isData(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "")) return false;
  if (table.querySelector("table") !== null) return false;
  if (table.querySelector("th") !== null) return true;
  const widths = rowsOf(table).map((row) => cellsOf(row).length);
  return widths.length > 1 && (widths[0] ?? 0) > 1 && widths.every((width) => width === widths[0]);
}

const rowsOf = (table: Element) => [...table.querySelectorAll("tr")];
const cellsOf = (row: Element) => [...row.children].filter(({ localName }) => localName === "td" || localName === "th");
