/** Tries again, less and less often, what a database that is away didn't take. */
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log";
import { limits } from "../limits";

/** The wait after one of `before` ms. */
export const longer = (before: number): number => Math.min(before * 2, limits.longestRetry);

/**
 * Tries until it succeeds.
 * @param what for the log
 * @param signal gives up
 * @throws when the signal aborts
 */
export async function persistently<T>(what: string, attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let pause: number = limits.firstRetry; ; pause = longer(pause)) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: error, retryIn: pause }, `${what} failed and is tried again`);
      await wait(pause, undefined, { signal, ref: false });
    }
  }
}
