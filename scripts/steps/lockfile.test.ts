import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPackages, stubOf } from "./lockfile.mjs";

test("npm ci accepts the lockfile on every system (if not, run: node scripts/complete-lockfile.mjs)", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect(missingPackages(packages)).toEqual([]);
});

test("an optional package counts as there at the top, in its parent, or in a parent's parent", () => {
  const optionalDependencies = { "tool-darwin-x64": "1.0.0" };
  const parent = { "node_modules/a/node_modules/tool": { optionalDependencies } };
  expect(missingPackages(parent)).toEqual([{ path: "node_modules/tool-darwin-x64", version: "1.0.0", dev: false }]);
  for (const folder of ["", "node_modules/a/", "node_modules/a/node_modules/tool/"])
    expect(missingPackages({ ...parent, [`${folder}node_modules/tool-darwin-x64`]: {} })).toEqual([]);
});

test.each([
  ["node_modules/@swc/core-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ["node_modules/@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["node_modules/@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["node_modules/@next/swc-win32-ia32-msvc", { os: ["win32"], cpu: ["ia32"] }],
])("%s says for which system it is", (path, system) => {
  expect(stubOf(path, "1.2.3", false)).toEqual({ version: "1.2.3", optional: true, ...system });
});

test("a name that doesn't say it is refused rather than guessed", () => {
  expect(() => stubOf("node_modules/fsevents", "2.3.3", false)).toThrow("doesn't say for which system");
});
