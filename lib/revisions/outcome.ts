/** Decides what becomes of highlights in another revision: each is looked for by where it last stood, then by where it once stood. Pure. */
import { type Anchoring, describe, reanchor, type Selector } from "@/lib/anchoring";

/** A passage that a highlight stands or stood on, in the revision that it belongs to. */
export interface Stand extends Selector {
  revisionId: string;
}

/** A highlight on its way to another revision. */
export interface Traveller {
  id: string;
  /** The newest first; at least one. */
  stands: readonly Stand[];
}

/** What became of a highlight. */
export interface Outcome {
  id: string;
  state: Anchoring["state"];
  confidence: number;
  margin: number;
  /** Its passage in the new text; the best guess when ambiguous, null when orphaned. */
  passage: Selector | null;
  /** The passage that was looked for. */
  from: Stand;
}

/**
 * What becomes of each highlight in the text.
 * @param textOf the canonical text of each revision that a stand names
 */
export function outcomesIn(
  text: string,
  travellers: readonly Traveller[],
  textOf: (revisionId: string) => string,
): Outcome[] {
  const first = travellers.flatMap(({ id, stands: [newest] }) => (newest ? [{ id, from: newest }] : []));
  const found = new Map(lookedFor(text, first, textOf).map((outcome) => [outcome.id, outcome]));
  // What is in doubt or gone may be as it once was: a revision can restore what an earlier one took out.
  const lost = travellers.filter(({ id }) => !isSure(found.get(id)));
  const earlier = lost.flatMap(({ id, stands }) => stands.slice(1).map((from) => ({ id, from })));
  for (const outcome of lookedFor(text, earlier, textOf)) {
    if (outcome.state === "anchored" && !isSure(found.get(outcome.id))) found.set(outcome.id, outcome);
  }
  return [...found.values()];
}

const isSure = (outcome: Outcome | undefined) => outcome?.state === "anchored" || outcome?.state === "moved";

function lookedFor(
  text: string,
  searches: readonly { id: string; from: Stand }[],
  textOf: (revisionId: string) => string,
): Outcome[] {
  return [...Map.groupBy(searches, ({ from }) => from.revisionId)].flatMap(([revisionId, group]) => {
    const selectors = group.map(({ from: { revisionId: _, ...selector } }) => selector);
    const answers = reanchor(textOf(revisionId), text, selectors);
    return group.flatMap(({ id, from }, index): Outcome[] => {
      const answer = answers[index];
      if (!answer) return [];
      const { state, confidence, margin } = answer;
      // An empty passage is none that a highlight could stand on.
      if (state === "orphaned" || answer.start === answer.end)
        return [{ id, state: "orphaned", confidence: 0, margin: 0, passage: null, from }];
      return [{ id, state, confidence, margin, passage: describe(text, answer.start, answer.end), from }];
    });
  });
}
