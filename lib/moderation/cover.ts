/** What readers are told of words that moderators keep from them. Pure. */
import type { ContentState } from "./content";

/** `hidden` may come back; of `purged` words nothing is left. */
export const covers = ["hidden", "purged"] as const;
export type Cover = (typeof covers)[number];

/** What readers are told of content in this state; null when they read it. Hidden and removed look the same to them. */
export function coverOf(state: ContentState): Cover | null {
  if (state === "visible") return null;
  return state === "purged" ? "purged" : "hidden";
}
