/** How often somebody may do something: counted in PostgreSQL, so that a restart forgets nothing and processes share it. */
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { dbPool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

export interface Limit {
  /** Names the counter; unique in the product. */
  name: string;
  /** How many times in one window. */
  times: number;
  /** The window's length, in seconds. It begins with the first time. */
  seconds: number;
  /** What happened and what was kept, for the person who is told to wait: "You post faster than people can read. …" */
  words: string;
}

export interface RateLimit {
  /**
   * Counts one more time for whoever `who` names.
   * @throws AppError `rate-limited`, with the seconds to wait
   */
  spend(who: string): Promise<void>;
  /** Counts from zero again for `who`. */
  forgive(who: string): Promise<void>;
}

/** A counter for one kind of deed. */
export function rateLimit({ name, times, seconds, words }: Limit): RateLimit {
  const limiter = new RateLimiterPostgres({
    // The pool is asked for at each query, because a limit outlives it in tests.
    storeClient: { query: (query: { text: string; values: unknown[] }) => dbPool().query(query) },
    storeType: "client",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: name,
    points: times,
    duration: seconds,
  });
  return {
    async spend(who) {
      try {
        await limiter.consume(who);
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        const retryAfter = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
        throw new AppError("rate-limited", `${words} Try again in ${inWords(retryAfter)}.`, { retryAfter });
      }
    },
    async forgive(who) {
      await limiter.delete(who);
    },
  };
}

function inWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
