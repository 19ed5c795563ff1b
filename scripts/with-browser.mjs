// Builds what is missing or stale, finds a browser, and runs a TypeScript file with the browser's path and
// what else was given: benchmarks, screenshots.
import { spawn } from "node:child_process";
import { findBrowser, obtainBrowser } from "./steps/browser.mjs";
import { build, generateClient, installPackages, node } from "./steps/prepare.mjs";
import { root, StepFailed } from "./steps/shell.mjs";

try {
  await installPackages();
  await generateClient();
  await build();
  await obtainBrowser();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}

const [file, ...rest] = process.argv.slice(2);
const args = ["node_modules/tsx/dist/cli.mjs", file, await findBrowser(), ...rest];
spawn(node, args, { cwd: root, stdio: "inherit" }).on("close", (code) => process.exit(code ?? 1));
