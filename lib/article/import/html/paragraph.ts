/** Collects the words of one paragraph while a document is walked, with the marks that are open. */
import { type Inline, type LabelledMark, tidied } from "../inline";

type Opened =
  | { type: "emphasis" | "strong" | "code" }
  | { type: "link"; href: string }
  /** A footnote's mark; `label` is the id it leads to. */
  | { type: "footnote"; label: string };

export class Paragraph {
  #raw = "";
  #marks: LabelledMark[] = [];
  /** Marks around what comes next; `start` in the raw words. */
  #open: { mark: Opened; start: number }[] = [];

  add(words: string): void {
    this.#raw += words;
  }

  open(mark: Opened): void {
    this.#open.push({ mark, start: this.#raw.length });
  }

  close(): void {
    const closed = this.#open.pop();
    if (closed) this.#marks.push({ ...closed.mark, start: closed.start, end: this.#raw.length });
  }

  /** Takes the words so far; marks that are open go on in the next paragraph. */
  take(): Inline {
    const end = this.#raw.length;
    const marks = [...this.#marks, ...this.#open.map(({ mark, start }) => ({ ...mark, start, end }))];
    const taken = tidied(this.#raw, marks);
    this.#raw = "";
    this.#marks = [];
    for (const opened of this.#open) opened.start = 0;
    return taken;
  }
}
