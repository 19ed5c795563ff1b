/** Ctrl-C and SIGTERM: the first asks for an ordered end, a second one for an end at once. */

/**
 * A terminal's Ctrl-C comes several times: from the terminal itself, and again from npm and the start script, which pass
 * on what they get. Only a signal that comes later than this means that the person asks again.
 */
const echo = 1_000; // ms

/** Calls `first` at the first signal and `second` when another one comes more than a second later. */
export function onStopSignal(first: (signal: NodeJS.Signals) => void, second: () => void): void {
  let firstAt: number | null = null;
  const hear = (signal: NodeJS.Signals) => {
    if (firstAt === null) {
      firstAt = performance.now();
      first(signal);
    } else if (performance.now() - firstAt > echo) second();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, hear);
}
