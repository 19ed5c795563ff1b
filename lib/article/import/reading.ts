/** What every source format is read into before it is judged. */
import type { Metadata } from "../schema";
import type { Unit } from "./unit";

export interface Reading {
  units: Unit[];
  /** What the format itself says of the article: Markdown's front matter, a page's head, a document's properties. */
  metadata: Partial<Metadata>;
  warnings?: string[];
}

/** Hears how far the reading is, from 0 to 1; null while that isn't known. */
export type ReportStep = (step: "reading" | "judging", done: number | null) => void;
