/** An ordered end: named phases one after the other, each with its time limit. */
import { setTimeout as pause } from "node:timers/promises";

export interface Phase {
  name: string;
  /** How long it may take before the next one begins all the same, in ms. */
  limit: number;
  run(): Promise<unknown> | unknown;
}

export type PhaseOutcome = { state: "done" } | { state: "late" } | { state: "failed"; error: unknown };

/**
 * Runs the phases in order. One that fails or takes too long doesn't keep the later ones (the database is last) from
 * their turn.
 * @param tell called after each phase
 */
export async function runPhases(
  phases: readonly Phase[],
  tell: (phase: Phase, outcome: PhaseOutcome) => void,
): Promise<void> {
  for (const phase of phases) tell(phase, await outcomeOf(phase));
}

async function outcomeOf({ run, limit }: Phase): Promise<PhaseOutcome> {
  const stopWaiting = new AbortController();
  const late = pause(limit, { state: "late" } as const, { signal: stopWaiting.signal });
  late.catch(() => undefined);
  try {
    return await Promise.race([Promise.resolve(run()).then(() => ({ state: "done" }) as const), late]);
  } catch (error) {
    return { state: "failed", error };
  } finally {
    stopWaiting.abort();
  }
}
