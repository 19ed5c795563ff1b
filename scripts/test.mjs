// `npm test`: makes what is missing, then checks everything, each part as far as it goes, and sums up. `--only types,e2e`
// runs some parts. Runs on any Node from 20.9 and needs no package, since there may be none yet.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainBrowser } from "./steps/browser.mjs";
import { closingLine, playwrightCounts, sum, vitestCounts, withRunnersVerdict } from "./steps/counts.mjs";
import { build, generateClient, installPackages, node } from "./steps/prepare.mjs";
import { obtainRedis } from "./steps/redis.mjs";
import { root, runStep, StepFailed } from "./steps/shell.mjs";

const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

const bin = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
  knip: "node_modules/knip/bin/knip.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

const boundaries = ["app", "components", "lib", "prisma", "server.ts", "--config", ".dependency-cruiser.mjs"];

/** Every part, in order. A part that isn't made of tests is one check. */
const parts = {
  types: async () => {
    await runStep("Describing routes to TypeScript", node, [bin.next, "typegen"]);
    await runStep("Checking types", node, [bin.tsc, "--noEmit"]);
    return passed;
  },
  lint: () => check("Linting", [bin.biome, "check", "--error-on-warnings", "."]),
  boundaries: () => check("Checking boundaries", [bin.depcruise, ...boundaries]),
  unused: () => check("Looking for dead code", [bin.knip]),
  unit: async () => {
    await obtainRedis();
    return runTests([bin.vitest, "run", "--reporter=default", "--reporter=json"], "VITEST_JSON", vitestCounts);
  },
  build: async () => {
    await build();
    return passed;
  },
  e2e: async () => {
    await build();
    await obtainBrowser();
    return runTests([bin.playwright, "test"], "PLAYWRIGHT_JSON", playwrightCounts);
  },
};

async function check(title, args) {
  await runStep(title, node, args);
  return passed;
}

/** Runs tests with their output as it comes, and counts them from the report they write to the file named by the variable. */
async function runTests(args, reportVariable, countsOf) {
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-report-"));
  const report = join(folder, "report.json");
  const runner = spawn(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, [reportVariable]: report } });
  const code = await new Promise((done) => runner.on("error", () => done(1)).on("close", done));
  const counts = existsSync(report) ? countsOf(JSON.parse(readFileSync(report, "utf8"))) : failed;
  rmSync(folder, { recursive: true });
  return withRunnersVerdict(counts, code === 0);
}

function chosenParts() {
  const index = process.argv.indexOf("--only");
  if (index === -1) return Object.keys(parts);
  const names = (process.argv[index + 1] ?? "").split(",");
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length === 0) return names;
  console.error(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

/** What one part counted; its failure doesn't keep the next ones from running. */
async function outcomeOf(name) {
  try {
    return await parts[name]();
  } catch (error) {
    if (!(error instanceof StepFailed)) console.error(error);
    return failed;
  }
}

process.chdir(root);
const names = chosenParts();
const results = {};
try {
  await installPackages();
  await generateClient();
  for (const name of names) results[name] = await outcomeOf(name);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  results.preparation = failed;
}

console.log();
for (const [name, counts] of Object.entries(results)) console.log(`${name.padEnd(12)} ${closingLine(counts)}`);
const total = sum(Object.values(results));
console.log(closingLine(total));
process.exit(total.failed === 0 ? 0 : 1);
