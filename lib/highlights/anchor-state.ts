/** How a highlight stands in its article's current revision. Pure. */

/**
 * - `anchored`: on its own words;
 * - `moved`: on words that a revision moved or changed around it;
 * - `ambiguous`: its place is in doubt, and somebody must choose;
 * - `orphaned`: its words are gone.
 */
export const anchorStates = ["anchored", "moved", "ambiguous", "orphaned"] as const;
export type AnchorState = (typeof anchorStates)[number];

/** Whether the highlight stands in the current revision at all. */
export const isPlaced = (state: AnchorState): boolean => state === "anchored" || state === "moved";
