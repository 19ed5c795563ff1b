/** A text cut down to what was found in it and what stands around that. Pure. */

/** Where something stands, in UTF-16 code units. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of the text, from `start` on, or "…" for what was left out; of that `start` only tells it from the others. */
export interface Piece {
  start: number;
  text: string;
  isFound: boolean;
}

/** How much stands before and after what was found, in UTF-16 code units. */
const around = 60;

/**
 * The pieces, in order.
 * @param ranges may overlap; those that don't lie in the text are passed over
 */
export function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const found = united(ranges.filter(({ start, end }) => start < end && end <= text.length));
  const shown = united(
    found.map(({ start, end }) => ({ start: Math.max(0, start - around), end: Math.min(text.length, end + around) })),
  );
  return shown.flatMap(({ start, end }, index) => {
    const pieces: Piece[] = [];
    const cut = (from: number, to: number, isFound: boolean) => {
      if (from < to) pieces.push({ start: from, text: text.slice(from, to), isFound });
    };
    let at = start;
    for (const each of found.filter((range) => range.start >= start && range.end <= end)) {
      cut(at, each.start, false);
      cut(each.start, each.end, true);
      at = each.end;
    }
    cut(at, end, false);
    if (start > 0) pieces.unshift({ start: -start, text: "…", isFound: false });
    if (end < text.length && index === shown.length - 1) pieces.push({ start: end, text: "…", isFound: false });
    return pieces;
  });
}

/** The ranges in order, those that meet as one. */
function united(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
