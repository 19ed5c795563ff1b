/** The colours a person's caret and avatar can have. Pure. */

/**
 * Twelve six-digit hex colours, each with a contrast of at least 4.5 to white (the name on a caret) and at least 3 to both
 * papers (the caret itself, WCAG 1.4.11).
 */
export const colors = [
  "#b4443c",
  "#b3541e",
  "#8f6a00",
  "#5f7a1f",
  "#2f7d4f",
  "#1d7a7a",
  "#2a719f",
  "#4666b8",
  "#6a5cc0",
  "#8a52b0",
  "#a8478a",
  "#7a6a58",
] as const;

export type Color = (typeof colors)[number];

/** What each is called, for people who don't see it. */
export const colorNames: Record<Color, string> = {
  "#b4443c": "Red",
  "#b3541e": "Rust",
  "#8f6a00": "Ochre",
  "#5f7a1f": "Olive",
  "#2f7d4f": "Green",
  "#1d7a7a": "Teal",
  "#2a719f": "Blue",
  "#4666b8": "Indigo",
  "#6a5cc0": "Violet",
  "#8a52b0": "Purple",
  "#a8478a": "Plum",
  "#7a6a58": "Umber",
};

/** A colour for somebody new: the one that fewest of the others have, so that two people in a room seldom share one. */
export function leastUsedColor(others: readonly string[]): Color {
  const uses = (color: Color) => others.filter((other) => other === color).length;
  return colors.reduce((least, color) => (uses(color) < uses(least) ? color : least));
}
