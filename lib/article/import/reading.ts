/** What every source format is read into before it is judged. */
import type { Metadata } from "../schema";
import type { Unit } from "./unit";

export interface Reading {
  units: Unit[];
  /** What the format itself says of the article (Markdown's front matter). */
  metadata: Partial<Metadata>;
}
