/** Reads Markdown (CommonMark and GitHub's additions) into units, with emphasis, links, code and footnotes kept. */
import type { FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { AppError } from "@/lib/errors";
import { takeFrontMatter } from "./front-matter";
import { type Inline, inlineOf, type References } from "./markdown-inline";
import type { Reading } from "./reading";
import { tidy, tidyCode } from "./tidy";
import type { DraftMark, Form, Unit } from "./unit";

/** The parser's cost grows with the square of these; nothing that a person writes comes near. */
const longestParagraph = 20_000;
const nestedTooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){13}/m;

/** A paragraph whose footnote marks still go by identifier. */
interface Piece extends Inline {
  form: Form;
  aside: Unit["aside"];
}

/**
 * The document's paragraphs in order; footnotes stand at the end.
 *
 * @throws AppError `invalid-input` for nesting or paragraphs beyond what can be read in bounded time.
 */
export function readMarkdown(content: string): Reading {
  const { metadata, text, body } = takeFrontMatter(content);
  checkBounds(body);
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const { references, order } = referencesOf(root);

  const pieces: Piece[] = text === "" ? [] : [{ text, marks: [], form: { type: "paragraph" }, aside: "metadata" }];
  const noteAt = new Map<string, number>();
  const add = (node: RootContent, form: Form) => {
    for (const found of piecesOf(node, references, form)) if (found.text !== "") pieces.push(found);
  };
  for (const node of root.children) add(node, { type: "paragraph" });
  for (const note of notesInOrder(root, order)) {
    noteAt.set(note.identifier, pieces.length);
    for (const child of note.children) {
      add(child, { type: "footnote", mark: `[${references.numberOf(note.identifier)}]` });
    }
  }
  return { units: pieces.map((found, group) => toUnit(found, group, noteAt)), metadata };
}

function checkBounds(content: string): void {
  if (nestedTooDeep.test(content)) {
    throw new AppError(
      "invalid-input",
      "The Markdown nests lists or quotations more than 12 deep. Nothing was saved. Make them shallower, or import it as plain text.",
    );
  }
  if (content.split(/\n[ \t\r]*\n/).some((paragraph) => paragraph.length > longestParagraph)) {
    throw new AppError(
      "invalid-input",
      "A paragraph is longer than 20,000 characters. Nothing was saved. Part it with blank lines, or import it as plain text.",
    );
  }
}

/** Every node of the tree, in document order. */
function* nodesOf(root: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ("children" in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
}

function referencesOf(root: Root): { references: References; order: Map<string, number> } {
  const urls = new Map<string, string>();
  /** Footnotes are numbered in the order in which the text refers to them. */
  const order = new Map<string, number>();
  for (const node of nodesOf(root)) {
    if (node.type === "definition" && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
    if (node.type === "footnoteReference" && !order.has(node.identifier)) order.set(node.identifier, order.size + 1);
  }
  const numberOf = (identifier: string) => order.get(identifier) ?? 0;
  return { references: { urlOf: (identifier) => urls.get(identifier), numberOf }, order };
}

/** The notes that the text refers to, by number, then those it doesn't. */
function notesInOrder(root: Root, order: Map<string, number>): FootnoteDefinition[] {
  const notes: FootnoteDefinition[] = [];
  for (const node of nodesOf(root)) if (node.type === "footnoteDefinition") notes.push(node);
  const rank = ({ identifier }: FootnoteDefinition) => order.get(identifier) ?? Number.POSITIVE_INFINITY;
  return notes.sort((a, b) => rank(a) - rank(b) || 0);
}

/** The paragraphs that a node makes; `form` is that of the quotation, list item or note around it. */
function piecesOf(node: RootContent, references: References, form: Form): Piece[] {
  switch (node.type) {
    case "heading":
      return [piece(node.children, references, { type: "heading", level: node.depth })];
    case "paragraph":
      return isPicture(node.children) ? captionOf(node.children) : [piece(node.children, references, form)];
    case "blockquote":
      return node.children.flatMap((child) => piecesOf(child, references, { type: "quote" }));
    case "list": {
      const depth = form.type === "list-item" ? form.depth + 1 : 0;
      const item: Form = { type: "list-item", ordered: node.ordered === true, depth };
      return node.children.flatMap(({ children }) => children.flatMap((child) => piecesOf(child, references, item)));
    }
    case "code":
      return [{ text: tidyCode(node.value), marks: [], form: { type: "code" }, aside: null }];
    case "table":
      return node.children.map((row) => {
        const cells = row.children.flatMap((cell, index): PhrasingContent[] =>
          index === 0 ? cell.children : [{ type: "text", value: " | " }, ...cell.children],
        );
        return piece(cells, references, { type: "paragraph" });
      });
    case "html":
      return [htmlPiece(node.value, form)];
    default:
      // Definitions and rules say nothing; footnotes are read at the end.
      return [];
  }
}

function piece(children: readonly PhrasingContent[], references: References, form: Form): Piece {
  return { ...inlineOf(children, references), form, aside: null };
}

/** HTML in Markdown is reduced to its text; comments and scripts are set aside whole. */
function htmlPiece(value: string, form: Form): Piece {
  const isHidden = /^\s*<(?:!--|script\b|style\b)/i.test(value);
  const text = isHidden ? tidy(value) : tidy(value.replace(/<[^<>]*>/g, " "));
  return { text, marks: [], form, aside: isHidden ? "metadata" : null };
}

function isPicture(children: readonly PhrasingContent[]): boolean {
  const isBlank = (node: PhrasingContent) => node.type === "text" && node.value.trim() === "";
  return (
    children.some(({ type }) => type === "image") && children.every((node) => node.type === "image" || isBlank(node))
  );
}

/** What a picture shows stands for it. */
function captionOf(children: readonly PhrasingContent[]): Piece[] {
  return children.flatMap((node) =>
    node.type === "image" ? [{ text: tidy(node.alt ?? ""), marks: [], form: { type: "caption" }, aside: null }] : [],
  );
}

function toUnit({ text, marks, form, aside }: Piece, group: number, noteAt: Map<string, number>): Unit {
  return {
    text,
    marks: marks.flatMap((mark): DraftMark[] => {
      if (mark.type !== "footnote") return [mark];
      const note = noteAt.get(mark.identifier);
      return note === undefined ? [] : [{ type: "footnote", start: mark.start, end: mark.end, note }];
    }),
    form,
    group,
    aside,
  };
}
