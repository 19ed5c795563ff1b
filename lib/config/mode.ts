/** Whether this process runs what was built, or the sources themselves (development and tests). */

/** scripts/start.mjs and the build say so in NODE_ENV, as Next and React expect it. */
export function runsBuilt(): boolean {
  return process.env.NODE_ENV === "production";
}
