import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** What a process that logs this writes where. */
function logged(fields: object) {
  const script = `import { log } from "./lib/log.ts"; log.warn(${JSON.stringify(fields)}, "said");`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { NODE_ENV: "test", LOG_LEVEL: "info" },
  });
  return { stdout, line: JSON.parse(stderr.trim()) as Record<string, unknown> };
}

it("keeps off standard output, which belongs to what a command was asked for", () => {
  const { stdout, line } = logged({ articleId: "a1" });
  expect(stdout).toBe("");
  expect(line).toMatchObject({ level: "warn", articleId: "a1", msg: "said" });
});

it("withholds what must not be kept, at whatever depth it was passed", () => {
  const { line } = logged({ token: "rj_x", user: { email: "ada@example.org", id: "u1" } });
  expect(line).toMatchObject({ token: "[withheld]", user: { email: "[withheld]", id: "u1" } });
});
