/** How long to wait before the socket is opened again. Pure. */

const firstWait = 300; // ms
const longestWait = 15_000; // ms
/** After a restart that the server announced everybody comes back at once, so they spread over this time. */
const restart = { from: 300, to: 1800 }; // ms

/**
 * @param failures how often in a row the connection broke or failed; 0: the server said that it restarts
 * @param chance from 0 up to 1
 * @returns ms
 */
export function waitBeforeTrying(failures: number, chance: number): number {
  if (failures === 0) return restart.from + chance * (restart.to - restart.from);
  return Math.min(firstWait * 2 ** (failures - 1), longestWait) * (0.5 + chance / 2);
}
