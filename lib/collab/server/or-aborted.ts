/** Waiting that somebody may give up. */

/**
 * What the promise comes to.
 * @throws when the signal aborts before
 */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const hear = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", hear);
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", hear);
  }
}
