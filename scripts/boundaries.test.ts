import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A small tree of its own, checked with our rules: a check that silently sees nothing would pass everything. */
let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "rejoinder-boundaries-"));
  for (const file of [".dependency-cruiser.mjs", "tsconfig.json", "package.json"]) cpSync(file, join(tree, file));
  symlinkSync(resolve("node_modules"), join(tree, "node_modules"));
  for (const folder of ["app", "components", "lib", "prisma"]) mkdirSync(join(tree, folder));
});
afterEach(() => rmSync(tree, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

function check() {
  const program = resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [program, "app", "components", "lib", "prisma", "--config", ".dependency-cruiser.mjs"];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
  return { passed: status === 0, said: stdout };
}

test("app → components → lib passes", () => {
  write("lib/threads/count.ts", "export const count = 1;");
  write(
    "components/Count.tsx",
    'import { count } from "@/lib/threads/count"; export const Count = () => <p>{count}</p>;',
  );
  write("app/page.tsx", 'import { Count } from "@/components/Count"; export default Count;');
  expect(check()).toMatchObject({ passed: true });
});

test("each rule notices what it is there for", () => {
  for (const target of ["components/b.tsx", "lib/db/b.ts", "app/b.ts", "lib/errors.ts", "lib/db/testing.ts"])
    write(target, "export const b = 1;");
  const violations = {
    "lib-knows-no-screen": ["lib/one/a.ts", 'import { b } from "@/components/b"; export const a = b;'],
    "components-know-no-database": ["components/a.ts", 'import { b } from "@/lib/db/b"; export const a = b;'],
    "components-know-no-route": ["components/c.ts", 'import { b } from "../app/b"; export const a = b;'],
    "ground-floor-knows-no-subject": [
      "lib/access/a.ts",
      'import type { a } from "@/lib/one/a"; export type A = typeof a;',
    ],
    "anchoring-stands-alone": ["lib/anchoring/a.ts", 'import { b } from "../errors"; export const a = b;'],
    "product-knows-no-tests": ["lib/two/a.ts", 'import { b } from "@/lib/db/testing"; export const a = b;'],
    "no-circles": ["lib/three/a.ts", 'import { b } from "./b"; export const a = () => b;'],
    "no-unknown-modules": ["lib/four/a.ts", 'export * from "./nowhere";'],
  };
  write("lib/three/b.ts", 'import { a } from "./a"; export const b = () => a;');
  for (const [path = "", text = ""] of Object.values(violations)) write(path, text);
  const { passed, said } = check();
  expect(passed).toBe(false);
  for (const [rule, [path]] of Object.entries(violations)) expect(said).toMatch(new RegExp(`${rule}: .*${path}`));
});
