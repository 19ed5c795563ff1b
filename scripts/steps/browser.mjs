// The browser for end-to-end tests: one that is there already, or else one that can be had.
import { existsSync } from "node:fs";
import { node } from "./prepare.mjs";
import { runStep, StepFailed } from "./shell.mjs";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium on this machine, Playwright's own download included; null when there is none.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  return (
    [process.env.CHROMIUM, ...installed, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null
  );
}

/**
 * Makes sure that there is one: from Debian's packages where we may install them, from Playwright elsewhere.
 * @throws StepFailed when none can be had
 */
export async function obtainBrowser() {
  if (await findBrowser()) return;
  const ways =
    process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") ? [fromDebian, fromPlaywright] : [fromPlaywright];
  for (const way of ways) {
    await way().catch((error) => {
      if (!(error instanceof StepFailed)) throw error;
    });
    if (await findBrowser()) return;
  }
  throw new StepFailed(
    "No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM to the path of one.",
  );
}

async function fromDebian() {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  await runStep("Reading Debian's package lists", "apt-get", ["update"], quiet);
  await runStep("Installing Chromium", "apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
}

function fromPlaywright() {
  return runStep("Downloading Chromium", node, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}
