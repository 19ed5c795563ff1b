/** Decides from the evidence whether a passage was found, has moved, is in doubt or is gone. */
import type { Evidence } from "./evidence";

/** How the three kinds of evidence are weighed when places are compared. Words count most, yet surroundings and place can outweigh them. */
const weights = { words: 0.5, context: 0.35, place: 0.15 };
/** Nothing known of the surroundings is worth this when places are compared. */
const unknownContext = 0.5;
/** Less than this between the best two places is doubt. It costs questions to people; less would cost wrong answers. */
const leastMargin = 0.1;
/** Without its surroundings a passage must be so much better than anything else. */
const clearMargin = 0.3;
/** With less of its words (by weight) than this a passage is gone, and up to the second it is a guess. */
const traces = 0.25;
const enough = 0.4;
const half = 0.5;
const nearlyAll = 0.8;
/** A part of a torn passage that is nearly as large as the largest. */
const likePart = 0.9;
/** Fewer words (by weight) stand everywhere: a neighbour must have stayed with them, and most of what is around. */
const fewWords = 3;
const mostContext = 0.55;
/** With this much of its surroundings a place is the passage's own. */
const ownContext = 0.4;
/** When this much of the surroundings stands together elsewhere, the passage was taken out there. */
const abandonedContext = 0.6;
/** Words (by weight) that hardly stand twice by accident, and so many that nobody repeats them, not even to quote. */
const distinctWords = 6;
const unrepeatedWords = 24;
/** At least this like, distinct words are the passage wherever they stand, and few words are worth a question. */
const nearlySame = 0.85;
const worthAsking = 0.75;

/** How well a place agrees with what is known of the passage, from 0 to 1. @param place agreement of the position, from 0 to 1 */
export function scoreOf({ words, context, place }: { words: number; context: number | null; place: number }): number {
  return weights.words * words + weights.context * (context ?? unknownContext) + weights.place * place;
}

/** One place for a passage, with what speaks for and against it. */
export interface Finding {
  evidence: Evidence;
  /** Whether a number, a name or a negation changed. */
  isMeaningChanged: boolean;
  /** Whether comparing it with the whole old text leaves no other place for it, whatever stands around it. */
  isPlaced: boolean;
  /** Whether the place can't be told from another, whatever the scores say. */
  isDoubtful: boolean;
  /** Whether something like it stood elsewhere before, which may be what was found. */
  isRepeated: boolean;
  score: number;
  /** The next best place's score; null when there is none. */
  rival: number | null;
  /** The passage's words by weight. */
  size: number;
  /** From 0 to 1: how much of the surroundings stands together somewhere else, without the passage. */
  abandoned: number;
}

/** What a finding amounts to; offsets are added by who knows them. */
export interface Verdict {
  state: "anchored" | "moved" | "ambiguous" | "orphaned";
  confidence: number;
  margin: number;
}

const gone: Verdict = { state: "orphaned", confidence: 0, margin: 0 };

function stateOf(
  { evidence, isMeaningChanged, isPlaced, isDoubtful, isRepeated, size, abandoned }: Finding,
  margin: number,
) {
  const { kept, torn, isVerbatim, likeness, hasNeighbour } = evidence;
  const context = evidence.context ?? 0;
  if (kept < traces) return "orphaned";
  const isOwnPlace = context >= ownContext || isPlaced;
  if (kept < enough) return isOwnPlace ? "ambiguous" : "orphaned";
  if (isMeaningChanged && context < ownContext && !isPlaced && likeness < nearlySame) return "orphaned";
  if (isDoubtful || margin < leastMargin) return "ambiguous";
  // Torn in two like parts, or stretched: some of its words among many others.
  if (torn > kept * likePart || (kept < nearlyAll && likeness < half)) return "ambiguous";
  const isKnown = isPlaced || evidence.context === null;
  if (!isKnown && size < fewWords && (!hasNeighbour || context < mostContext)) return "ambiguous";
  if (isOwnPlace) return isVerbatim ? "anchored" : "moved";
  if (isVerbatim && evidence.context === null && margin >= clearMargin) return "anchored";
  const isCertain = size >= unrepeatedWords || (size >= distinctWords && abandoned < abandonedContext);
  if (isCertain && !isRepeated && likeness >= nearlySame && margin >= clearMargin) return "moved";
  return likeness >= worthAsking ? "ambiguous" : "orphaned";
}

/** Decides. A changed number, name or negation halves the confidence, and so does doubt. */
export function decide(finding: Finding): Verdict {
  const { evidence, isMeaningChanged, isDoubtful, score, rival } = finding;
  const margin = isDoubtful ? 0 : rival === null ? 1 : Math.max(0, (score - rival) / score);
  const state = stateOf(finding, margin);
  if (state === "orphaned") return gone;
  const words = evidence.isVerbatim ? 1 : evidence.likeness;
  const sureness = 0.6 * words + 0.4 * (evidence.context ?? unknownContext);
  const confidence = sureness * (isMeaningChanged ? 0.5 : 1) * (state === "ambiguous" ? 0.5 : 1);
  return { state, confidence, margin };
}
