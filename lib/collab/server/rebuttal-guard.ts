/** Guards a rebuttal's document: its title is one line, its body fits the schema, and every card quotes the article. */
import * as Y from "yjs";
import type { Member } from "@/lib/access/policies";
import { maxTitleLength } from "@/lib/rebuttal/limits";
import { bodyField, rebuttalSchema, titleField } from "@/lib/rebuttal/schema";
import { limits } from "../limits";
import type { Refusal, RefusalCode } from "../protocol";
import type { Answers, Followed, Guard, Untidy, Verdict } from "./guard";
import type { HighlightRow } from "./highlight-rows";
import type { Change, Roots } from "./shadow";
import { inspect, shapeOf } from "./shape";
import type { SharedType } from "./shared-type";
import type { Reading, Vocabulary } from "./vocabulary";

const shape = shapeOf(rebuttalSchema);
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });

export const rebuttalRoots: Roots = { [bodyField]: "fragment", [titleField]: "text" };

interface RebuttalFacts {
  articleId: string;
  /** The canonical texts of the article's revisions: what was quoted from an earlier one stays a quote. */
  texts: readonly string[];
  /** Reads them anew. */
  readTexts(): Promise<readonly string[]>;
}

export class RebuttalGuard implements Guard {
  readonly vocabulary: Vocabulary = {
    allowsFormat: shape.allowsMark,
    allowsType: (type) =>
      type instanceof Y.XmlElement ? shape.node(type.nodeName) !== null : type.constructor === Y.XmlText,
  };
  readonly #facts: RebuttalFacts;
  #texts: readonly string[];
  /** At least how long the body is, in code units: its length when last counted, and all that came since. */
  #length: number;

  constructor(facts: RebuttalFacts, doc: Y.Doc) {
    this.#facts = facts;
    this.#texts = facts.texts;
    this.#length = lengthOf(doc);
  }

  /** A card can only name a highlight in a value that the update brings. */
  questions({ values }: Reading): string[] {
    return [...values].filter((value) => uuid.test(value));
  }

  /** A quote that no known revision holds may be of one that came since. */
  prepare({ values }: Reading): (() => Promise<void>) | null {
    const isKnown = (value: string) => uuid.test(value) || this.#texts.some((text) => text.includes(value));
    if ([...values].every(isKnown)) return null;
    return async () => {
      this.#texts = await this.#facts.readTexts();
    };
  }

  adopt(): Untidy {
    return { isAstray: false, isExposed: false };
  }

  follow({ doc }: Change): Followed {
    this.#length = lengthOf(doc);
    return { rows: [], isExposed: false };
  }

  ownRows(): HighlightRow[] {
    return [];
  }

  quotes(doc: Y.Doc, highlightId: string): boolean {
    return [...elementsOf(doc)].some((element) => element.getAttribute("highlightId") === highlightId);
  }

  judge(change: Change, reading: Reading, _member: Member, answers: Answers): Verdict {
    const body = change.doc.getXmlFragment(bodyField);
    const title = change.doc.getText(titleField);
    const inBody: SharedType[] = [];
    for (const type of change.changed.keys()) {
      if (type !== title) inBody.push(type);
      else if (!isOneLine(title))
        return {
          refusal: refuse("outside-schema", `A title is one line of at most ${maxTitleLength} plain characters.`),
        };
    }
    const { misfit, elements } = inspect(shape, body, inBody, change.isNew);
    if (misfit) return { refusal: refuse("outside-schema", `A rebuttal can't hold that: ${misfit}.`) };
    for (const element of elements) {
      const refusal = element.nodeName === "citation" ? this.#refusalOfCard(element, answers) : null;
      if (refusal) return { refusal };
    }
    const length = this.#length + reading.length;
    this.#length = length > limits.body ? lengthOf(change.doc) : length;
    if (this.#length > limits.body)
      return { refusal: refuse("too-many", `A rebuttal holds at most ${limits.body} characters.`) };
    return { shown: "at-once", rows: [], isAstray: false };
  }

  #refusalOfCard(card: Y.XmlElement, answers: Answers): Refusal | null {
    const { id, highlightId, quote }: Record<string, unknown> = card.getAttributes();
    if (typeof id !== "string" || typeof highlightId !== "string" || typeof quote !== "string")
      return refuse("outside-schema", "A citation needs the ids of itself and its highlight, and its quote.");
    if (!this.#texts.some((text) => text.includes(quote)))
      return refuse("quote-not-in-article", "The quote's words are not in the article. The card was not added.");
    const highlight = answers.get(highlightId);
    // One that wasn't asked about stood in the card before, and is looked at only because another attribute changed.
    if (highlight === undefined) return null;
    if (highlight?.stands && highlight.articleId === this.#facts.articleId) return null;
    return refuse("unknown-highlight", "The card refers to a highlight that the article doesn't have.");
  }
}

/** Whether the title is short, plain and without a line break. */
function isOneLine(title: Y.Text): boolean {
  const words = title.toString();
  return (
    title.length <= maxTitleLength &&
    title._map.size === 0 &&
    !/[\n\r\u2028\u2029]/.test(words) &&
    Y.getTypeChildren(title).every(({ content, deleted }) => deleted || content instanceof Y.ContentString)
  );
}

function lengthOf(doc: Y.Doc): number {
  let length = 0;
  for (const node of doc.getXmlFragment(bodyField).createTreeWalker(() => true))
    if (node instanceof Y.XmlText) length += node.length;
  return length;
}

function* elementsOf(doc: Y.Doc): Generator<Y.XmlElement> {
  for (const node of doc.getXmlFragment(bodyField).createTreeWalker(() => true))
    if (node instanceof Y.XmlElement) yield node;
}
