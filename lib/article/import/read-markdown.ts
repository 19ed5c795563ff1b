/** Reads Markdown (CommonMark, tables, strikethrough and footnotes) into units, keeping emphasis, links and code. */
import MarkdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { AppError } from "@/lib/errors";
import { takeFrontMatter } from "./front-matter";
import { type Inline, linkedMarks } from "./inline";
import { type InlineToken, inlineOf, noteMark } from "./markdown-inline";
import type { Reading } from "./reading";
import { rowOf } from "./table-row";
import { tidy, tidyCode } from "./tidy";
import type { Form, Unit } from "./unit";

// Notes are read where they stand, so that one that nothing refers to isn't lost. Unsafe links keep their words here.
const parser = MarkdownIt({ html: true }).use(footnotes).disable(["footnote_tail", "footnote_inline"]);
parser.validateLink = () => true;

/** Bounds on what the parser is given, far from anything that a person writes. */
const mostLines = 20_000;
const nestedTooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){13}/m;
/** The parser drops what nests deeper than 100. */
const deepestLevel = 90;

/** A paragraph whose footnote marks still go by label. */
interface Piece extends Inline {
  form: Form;
  aside: Unit["aside"];
}

/** The containers around the token being read. */
interface Place {
  lists: { ordered: boolean }[];
  quotes: number;
  heading: number | null;
  /** The label of the footnote. */
  note: string | null;
  /** The cells of a table's row so far. */
  row: InlineToken[][] | null;
  /** Tables so far, and whether the row being read is a header's. */
  tables: number;
  isHeader: boolean;
}

/**
 * The document's paragraphs in order; footnotes stand at the end, numbered ones first.
 *
 * @throws AppError `invalid-input` or `too-large` for what can't be read in bounded time.
 */
export function readMarkdown(content: string): Reading {
  const { metadata, text, body } = takeFrontMatter(content);
  checkLines(body);
  const tokens = parser.parse(body, {});
  if (tokens.some(({ level }) => level > deepestLevel)) throw tooDeep();

  const marks = noteMarks(tokens);
  const pieces: Piece[] = text === "" ? [] : [{ text, marks: [], form: { type: "paragraph" }, aside: "metadata" }];
  const notes = new Map<string, Piece[]>([...marks.keys()].map((label) => [label, []]));
  for (const { note, ...piece } of piecesOf(tokens, marks)) {
    if (piece.text === "") continue;
    if (note === null) pieces.push(piece);
    else notes.set(note, [...(notes.get(note) ?? []), piece]);
  }
  const noteAt = new Map<string, number>();
  for (const [label, paragraphs] of notes) {
    if (paragraphs.length > 0) noteAt.set(label, pieces.length);
    for (const paragraph of paragraphs) pieces.push(paragraph);
  }
  return { units: pieces.map((piece, group) => toUnit(piece, group, noteAt)), metadata };
}

function checkLines(content: string): void {
  if ((content.match(/^[^\n]*\S/gm)?.length ?? 0) > mostLines) {
    throw new AppError(
      "too-large",
      `This text has more than ${mostLines} lines. Nothing was saved. Import it in parts.`,
    );
  }
  if (nestedTooDeep.test(content)) throw tooDeep();
}

function tooDeep(): AppError {
  return new AppError(
    "invalid-input",
    "The Markdown nests lists or quotations too deep. Nothing was saved. Make them shallower, or import it as plain text.",
  );
}

/** What each footnote's mark shows, by label, in the order in which the text refers to them. */
function noteMarks(tokens: readonly Token[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === "footnote_ref") marks.set(String(token.meta?.label), noteMark(token));
  }
  return marks;
}

function* piecesOf(
  tokens: readonly Token[],
  marks: ReadonlyMap<string, string>,
): Generator<Piece & { note: string | null }> {
  const place: Place = { lists: [], quotes: 0, heading: null, note: null, row: null, tables: 0, isHeader: false };
  for (const token of tokens) {
    enter(place, token);
    const form = formIn(place, marks);
    for (const piece of piecesIn(token, place, form)) yield { ...piece, note: place.note };
    leave(place, token);
  }
}

function enter(place: Place, token: Token): void {
  if (token.type === "bullet_list_open" || token.type === "ordered_list_open") {
    place.lists.push({ ordered: token.type === "ordered_list_open" });
  } else if (token.type === "blockquote_open") place.quotes++;
  else if (token.type === "heading_open") place.heading = Number(token.tag.slice(1));
  else if (token.type === "footnote_reference_open") place.note = String(token.meta?.label);
  else if (token.type === "table_open") place.tables++;
  else if (token.type === "thead_open") place.isHeader = true;
  else if (token.type === "tr_open") place.row = [];
}

function leave(place: Place, token: Token): void {
  if (token.type === "bullet_list_close" || token.type === "ordered_list_close") place.lists.pop();
  else if (token.type === "blockquote_close") place.quotes--;
  else if (token.type === "heading_close") place.heading = null;
  else if (token.type === "footnote_reference_close") place.note = null;
  else if (token.type === "thead_close") place.isHeader = false;
  else if (token.type === "tr_close") place.row = null;
}

function formIn({ lists, quotes, heading, note }: Place, marks: ReadonlyMap<string, string>): Form {
  const list = lists.at(-1);
  if (heading !== null) return { type: "heading", level: heading };
  if (note !== null) return { type: "footnote", mark: marks.get(note) ?? "*" };
  if (list !== undefined) return { type: "list-item", ordered: list.ordered, depth: lists.length - 1 };
  return quotes > 0 ? { type: "quote" } : { type: "paragraph" };
}

/** What the token itself makes: a table's row when it ends, everything else at once. */
function piecesIn(token: Token, place: Place, form: Form): Piece[] {
  const children = token.children ?? [];
  switch (token.type) {
    case "inline":
      if (place.row !== null) {
        place.row.push(children);
        return [];
      }
      return isPicture(children) ? captionsOf(children) : [{ ...inlineOf(children), form, aside: null }];
    case "tr_close":
      return [rowOf((place.row ?? []).map(inlineOf), { table: place.tables, isHeader: place.isHeader })];
    case "fence":
    case "code_block":
      return [{ text: tidyCode(token.content.replace(/\n$/, "")), marks: [], form: { type: "code" }, aside: null }];
    case "html_block":
      return [htmlPiece(token.content, form)];
    default:
      return [];
  }
}

/** HTML in Markdown is reduced to its text; comments and scripts are set aside whole. */
function htmlPiece(html: string, form: Form): Piece {
  const isHidden = /^\s*<(?:!--|script\b|style\b)/i.test(html);
  const text = isHidden ? tidy(html) : tidy(html.replace(/<[^<>]*>/g, " "));
  return { text, marks: [], form, aside: isHidden ? "metadata" : null };
}

function isPicture(tokens: readonly Token[]): boolean {
  const isBlank = ({ type, content }: Token) => type === "softbreak" || (type === "text" && content.trim() === "");
  return (
    tokens.some(({ type }) => type === "image") && tokens.every((token) => token.type === "image" || isBlank(token))
  );
}

/** What a picture shows stands for it. */
function captionsOf(tokens: readonly Token[]): Piece[] {
  return tokens
    .filter(({ type }) => type === "image")
    .map(({ content }) => ({ text: tidy(content), marks: [], form: { type: "caption" }, aside: null }));
}

function toUnit({ text, marks, form, aside }: Piece, group: number, noteAt: ReadonlyMap<string, number>): Unit {
  return { text, marks: linkedMarks(marks, noteAt), form, group, aside };
}
