/** Turns a range of a text into a selector that can be found again. */
import { boundaryAfter, boundaryBefore } from "./clusters";
import type { Selector } from "./selector";

/** Context on each side, in code units: of a passage that stands alone, and of one that has something like it elsewhere. */
const ordinaryContext = 128;
const longestContext = 256;
/** Characters aren't cut, so that context may end a little earlier. */
const longestCharacter = 16;

/** A passage that shares so many code units with another place, its surroundings included, could be taken for that. */
const likeLength = 32;
/** Any shared stretch of that length holds a whole probe of half of it when they begin so far apart. */
const probeLength = likeLength / 2;
const probeDistance = likeLength - probeLength + 1;
/** Of a long passage only so many probes are looked for, evenly spread. */
const mostProbes = 8;
/** A probe that stands in more places than this is looked at in no more. */
const mostPlaces = 256;

/** The stretch around the probe that both places share without a break, as far as `likeLength` on either side. */
function sharedAround(text: string, at: number, other: number): { from: number; to: number } {
  let [from, to] = [at, at + probeLength];
  const by = other - at;
  const isShared = (place: number) => place + by >= 0 && place < text.length && text[place] === text[place + by];
  while (from > 0 && at - from < likeLength && isShared(from - 1)) from -= 1;
  while (to - at < likeLength + probeLength && isShared(to)) to += 1;
  return { from, to };
}

/** Whether another place shares `likeLength` code units with the passage and what is around it, some of its own included. */
function hasLike(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - likeLength + 1);
  const to = Math.min(text.length, end + likeLength - 1);
  const step = Math.max(probeDistance, Math.ceil((to - from) / mostProbes));
  for (let at = from; at + probeLength <= to; at += step) {
    const probe = text.slice(at, at + probeLength);
    let places = 0;
    for (let other = text.indexOf(probe); other !== -1 && places < mostPlaces; other = text.indexOf(probe, other + 1)) {
      places += 1;
      if (other === at) continue;
      const shared = sharedAround(text, at, other);
      if (shared.to - shared.from >= likeLength && shared.from < end && shared.to > start) return true;
    }
  }
  return false;
}

/**
 * Describes the range from `start` to `end` (UTF-16 code units, `end` exclusive).
 *
 * A range that cuts through a character is widened to hold it whole. Prefix and suffix have 128 code units each, and twice
 * as many when something like the passage stands elsewhere in the text, so that they reach beyond what both places share.
 *
 * @throws RangeError when the range is not inside the text.
 */
export function describe(text: string, start: number, end: number): Selector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new RangeError(`No range from ${start} to ${end} in a text of ${text.length} code units.`);
  }
  const from = boundaryBefore(text, start);
  const to = boundaryAfter(text, end);
  const size = hasLike(text, from, to) ? longestContext : ordinaryContext;
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(boundaryAfter(text, Math.max(0, from - size)), from),
    suffix: text.slice(to, boundaryBefore(text, Math.min(text.length, to + size))),
  };
}

/** Whether something like the passage stood elsewhere in the text that `describe` made the selector on. */
export function repeatsBefore({ prefix, suffix }: Selector): "none" | "some" | "unknown" {
  const longest = Math.max(prefix.length, suffix.length);
  if (longest > ordinaryContext) return "some";
  return longest > ordinaryContext - longestCharacter ? "none" : "unknown";
}
