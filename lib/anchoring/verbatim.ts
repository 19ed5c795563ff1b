/** Finds a passage that stands unchanged between unchanged surroundings: the ordinary case, without any comparing. */
import { isClusterBoundary } from "./clusters";
import type { Selector } from "./selector";

/** Only so many places are looked at. */
const mostPlaces = 64;

/** Where `words` stand. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < mostPlaces; at = text.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

/** A passage's start, and where else its words stand. */
export interface Standing {
  start: number;
  /** Whether all surroundings agree there as well: then only the position chose. */
  hasTwin: boolean;
  /** Whether the words alone stand elsewhere. */
  isRepeated: boolean;
}

/**
 * The place where prefix, words and suffix stand without a break: the old one, or the only one. Null otherwise, and when
 * a side without known words isn't an edge of the text, since a longer word may go on there.
 */
export function findStanding(text: string, { start, exact, prefix, suffix }: Selector): Standing | null {
  const whole = prefix + exact + suffix;
  if ((prefix === "" && start !== 0) || exact === "") return null;
  const places = placesOf(text, whole).map((at) => at + prefix.length);
  const place = places.includes(start) ? start : places.length === 1 ? places[0] : undefined;
  if (place === undefined) return null;
  const end = place + exact.length;
  const isCut = (prefix === "" && place !== 0) || (suffix === "" && end !== text.length);
  if (isCut || !isClusterBoundary(text, place) || !isClusterBoundary(text, end)) return null;
  const next = text.indexOf(exact);
  const isRepeated = next !== place || text.indexOf(exact, next + 1) !== -1;
  return { start: place, hasTwin: places.length > 1, isRepeated };
}
