// Adds to package-lock.json the packages that only other systems need and that npm left out, which it does when they are
// not installed here or not to be had here (https://github.com/npm/cli/issues/4828); `npm ci` then refuses the lockfile.
// Run it after changing a dependency when scripts/steps/lockfile.test.ts asks for it: node scripts/complete-lockfile.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { missingPackages, stubOf } from "./steps/lockfile.mjs";

const file = new URL("../package-lock.json", import.meta.url);
const lockfile = JSON.parse(readFileSync(file, "utf8"));
const missing = missingPackages(lockfile.packages);
for (const { path, version, dev } of missing) lockfile.packages[path] = stubOf(path, version, dev);
lockfile.packages = Object.fromEntries(Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(`${missing.length} packages for other systems added.`);
