// The Redis that tests of several processes start for themselves: one that is there already, or else one that can be had.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runStep, StepFailed } from "./shell.mjs";

/** Makes sure that there is a redis-server, where we may install one; says so loudly where there is none. */
export async function obtainRedis() {
  if (findRedis()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await fromDebian().catch((error) => {
      if (!(error instanceof StepFailed)) throw error;
    });
    if (findRedis()) return;
  }
  console.error(
    "\nNo redis-server was found and none could be installed: the tests of several processes are SKIPPED.\n" +
      "Install Redis (Debian: apt-get install redis-server) and run the tests again to have them checked.\n",
  );
}

/**
 * Where redis-server is on this machine; null when there is none.
 * @returns {string | null}
 */
export function findRedis() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  return folders.map((folder) => join(folder, "redis-server")).find((path) => existsSync(path)) ?? null;
}

async function fromDebian() {
  // The package would start a Redis of the machine's own; the tests start theirs.
  const quiet = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await runStep("Reading Debian's package lists", "apt-get", ["update"], quiet);
  await runStep("Installing Redis", "apt-get", ["install", "-y", "--no-install-recommends", "redis-server"], quiet);
}
