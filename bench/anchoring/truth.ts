/** Where a passage truly is after a mutation, read off its map and nothing else. */
import type { Selector } from "@/lib/anchoring";
import type { Placed, Revision } from "./revision";

/** Code units; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** The offsets at which a passage may start and end. */
export interface Place {
  earliestStart: number;
  latestStart: number;
  earliestEnd: number;
  latestEnd: number;
}

export interface Truth {
  /** From 0 to 1: the share of the passage's words that stand unchanged there. */
  survival: number;
  /** Where it is; more than one place only where the map can be read in two ways; none when it was taken out. */
  places: Place[];
}

/** What became of a stretch of the passage: it lies in `piece`, and in the old text it was `from` to `to`. */
interface Fragment {
  piece: Placed;
  from: number;
  to: number;
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;

/** The passage's fragments in the order of the new text, in groups that only new text parts. */
function groupsOf({ pieces }: Revision, { start, end }: Range): Fragment[][] {
  const groups: Fragment[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const origin = piece.kind === "kept" ? piece : piece.replaces;
    if (origin === null) continue;
    const from = Math.max(start, origin.from);
    const to = Math.min(end, origin.to);
    if (from >= to) {
      isOpen = false;
      continue;
    }
    if (!isOpen || from > origin.from) groups.push([]);
    groups.at(-1)?.push({ piece, from, to });
    isOpen = to === origin.to;
  }
  return groups;
}

/** Whole words of the passage that are kept: a word cut by an edit isn't. */
function keptWords(before: string, group: readonly Fragment[], passage: Range): number {
  let words = 0;
  for (const { piece, from, to } of group) {
    if (piece.kind !== "kept") continue;
    const cutBefore =
      from > passage.start && from === piece.from && /[\p{L}\p{M}\p{N}]{2}/u.test(before.slice(from - 1, from + 1));
    const cutAfter = to < passage.end && to === piece.to && /[\p{L}\p{M}\p{N}]{2}/u.test(before.slice(to - 1, to + 1));
    words += Math.max(0, wordsIn(before.slice(from, to)) - Number(cutBefore) - Number(cutAfter));
  }
  return words;
}

/** A kept fragment's own place; anywhere in a replacement. */
function placeOf({ piece, from, to }: Fragment): Range {
  if (piece.kind === "new") return piece;
  return { start: piece.start + from - piece.from, end: piece.start + to - piece.from };
}

/** From the first to the last fragment; null when all of them were taken out. */
function spanOf(group: readonly Fragment[]): Place | null {
  const first = group.find(({ piece }) => piece.start < piece.end);
  const last = group.findLast(({ piece }) => piece.start < piece.end);
  if (first === undefined || last === undefined) return null;
  const { start } = placeOf(first);
  const { end } = placeOf(last);
  return {
    earliestStart: start,
    // Where the word at the edge was replaced, the replacement may count as part of the passage or not.
    latestStart: first.piece.kind === "new" ? first.piece.end : start,
    earliestEnd: last.piece.kind === "new" ? last.piece.start : end,
    latestEnd: end,
  };
}

/**
 * Joins neighbouring groups when what stands between them is shorter than either: whether that was moved in there or the
 * shorter group was moved beyond it comes to the same text.
 */
function joined(groups: readonly Fragment[][]): Fragment[][] {
  const result: Fragment[][] = [];
  for (const group of groups) {
    const last = result.at(-1);
    const [left, right] = [last === undefined ? null : spanOf(last), spanOf(group)];
    const isJoined =
      left !== null &&
      right !== null &&
      right.earliestStart - left.latestEnd <
        Math.min(left.latestEnd - left.earliestStart, right.latestEnd - right.earliestStart);
    if (last !== undefined && isJoined) last.push(...group);
    else result.push([...group]);
  }
  return result;
}

/** A passage that was torn apart is where most of its words are. */
export function truthOf(revision: Revision, passage: Range): Truth {
  const words = Math.max(1, wordsIn(revision.before.slice(passage.start, passage.end)));
  const apart = groupsOf(revision, passage);
  const most = [apart, joined(apart)].map((groups) => {
    const counted = groups.map((group) => ({ place: spanOf(group), kept: keptWords(revision.before, group, passage) }));
    const best = Math.max(0, ...counted.map(({ kept }) => kept));
    return counted.filter(({ place, kept }) => place !== null && kept === best);
  });
  const best = most.flat();
  return {
    survival: Math.min(1, Math.max(0, ...best.map(({ kept }) => kept)) / words),
    places: best.flatMap(({ place }) => place ?? []),
  };
}

/** The revision if all that comes from beyond `known` had been written for it. */
function asWritten(known: Range, { before, after, pieces }: Revision): Revision {
  const written = pieces.map((piece): Placed => {
    if (piece.kind === "new" || (piece.from < known.end && piece.to > known.start)) return piece;
    const { start, end } = piece;
    return { kind: "new", text: after.slice(start, end), replaces: null, start, end };
  });
  return { before, after, pieces: written };
}

const isSentence = (text: string) => /[.!?]["”’)]*\s*$/.test(text);

/** The revision if all sentences that were written for it had come from somewhere in the old text. */
function asMoved({ before, after, pieces }: Revision): Revision {
  const moved = pieces.map((piece): Placed => {
    if (piece.kind === "kept" || piece.replaces !== null || !isSentence(piece.text)) return piece;
    const { start, end } = piece;
    return { kind: "kept", from: before.length, to: before.length + end - start, start, end };
  });
  return { before, after, pieces: moved };
}

/**
 * Whether the same new text and the same selector belong to two revisions in which the passage is in different places:
 * what stands between its parts came from where the selector doesn't reach, or somebody wrote it there. Reckoned from
 * the map alone, whatever anybody answers.
 */
export function isUndecidable(revision: Revision, { start, end, prefix, suffix }: Selector, truth: Truth): boolean {
  const known = { start: start - prefix.length, end: end + suffix.length };
  const places = JSON.stringify(truth.places);
  return [asWritten(known, revision), asMoved(revision)].some(
    (other) => JSON.stringify(truthOf(other, { start, end }).places) !== places,
  );
}
