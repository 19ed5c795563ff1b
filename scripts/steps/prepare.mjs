// What must be there before the server or the tests can run: packages, the Prisma client, the build. Each is made only when missing or stale.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runStep } from "./shell.mjs";

const buildStamp = join(root, "dist/stamp");
const clientStamp = join(root, "lib/db/generated/stamp");

/** What the build is made from; a test or a page of docs doesn't make it stale. */
const builtFolders = ["app", "components", "lib", "prisma", "public"];
const builtFiles = /\.(js|mjs|ts|tsx|json)$/;
const notBuilt =
  /(\.test\.tsx?|^vitest\.config\.ts|^playwright\.config\.js|^biome\.json|^knip\.json|^next-env\.d\.ts|\.tsbuildinfo)$/;

/** The Node that runs everything: the one from npm, since the machine's own may be too old. */
export const node = join(root, "node_modules/.bin/node");

/** Installs from the lockfile when what is installed isn't what it says. */
export async function installPackages() {
  if (isInstalled()) return;
  await runStep("Installing packages", "npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Generates the Prisma client when the schema changed. */
export async function generateClient() {
  const wanted = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  if (read(clientStamp) === wanted) return;
  await runStep("Generating the database client", node, ["scripts/generate.mjs"]);
  writeFileSync(clientStamp, wanted);
}

/** Builds the pages and the server when a source changed. */
export async function build() {
  const wanted = hashOf(sources());
  if (read(buildStamp) === wanted) return;
  rmSync(buildStamp, { force: true });
  await runStep("Building", node, ["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production" });
  await runStep("Bundling the server", node, ["scripts/bundle-server.mjs"]);
  writeFileSync(buildStamp, wanted);
}

/** npm writes down what it installed; every package that isn't optional must be there in the lockfile's version. */
function isInstalled() {
  const installed = packagesIn("node_modules/.package-lock.json");
  const wanted = packagesIn("package-lock.json");
  if (!installed || !existsSync(node)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === "") return true;
    return installed[path] ? installed[path].version === version : optional || devOptional || peer;
  });
}

function packagesIn(lockfile) {
  const text = read(join(root, lockfile));
  return text === null ? null : JSON.parse(text).packages;
}

function sources() {
  const inFolders = builtFolders.filter((folder) => existsSync(join(root, folder))).flatMap(filesIn);
  const inRoot = readdirSync(root).filter((name) => builtFiles.test(name));
  return [...inFolders, ...inRoot].filter((path) => !notBuilt.test(path)).sort();
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === "lib/db/generated") return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
