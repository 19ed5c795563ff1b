/** What identifies a passage, and what looking for it again can find. */

/** A passage: its offsets, its words, and the words around them. W3C's TextPositionSelector and TextQuoteSelector in one. */
export interface Selector {
  /** UTF-16 code units in the text; `end` is exclusive. */
  start: number;
  end: number;
  /** The words, verbatim. */
  exact: string;
  /** What stood directly before and after. Empty at the text's edges, or when nobody knows. */
  prefix: string;
  suffix: string;
}

interface Found {
  /**
   * - `anchored`: the same words in their own surroundings, even when text elsewhere pushed them to other offsets;
   * - `moved`: surely the passage, but its words were edited, or it stands in other surroundings;
   * - `ambiguous`: the best guess, not sure enough to be shown as the passage without asking.
   */
  state: "anchored" | "moved" | "ambiguous";
  /** UTF-16 code units in the text; `end` is exclusive. */
  start: number;
  end: number;
  /** From 0 to 1: how sure it is that these are the words that were meant. */
  confidence: number;
  /** From 0 to 1: how far behind the runner-up is; 1 when there is none. */
  margin: number;
}

interface Orphaned {
  state: "orphaned";
  start: null;
  end: null;
  confidence: 0;
  margin: 0;
}

/** Where a passage is now. Doubt is a state, not a guess. */
export type Anchoring = Found | Orphaned;

/** Nothing of it is left, or what is left could be anything. */
export const orphaned: Anchoring = { state: "orphaned", start: null, end: null, confidence: 0, margin: 0 };
