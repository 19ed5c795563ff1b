/** The server is killed in the middle of people's edits, and loses its database; `npm run test:soak` goes on for longer. */
import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

test("five kills in the middle of everybody's edits lose nothing that was acknowledged", async () => {
  test.setTimeout(240_000);
  const { code, output } = await run("soak/run.ts", "kills", "--times", "5");
  // The output names the seed: `npm run test:soak -- kills --times 5 --seed N` does the same again.
  expect(code, output).toBe(0);
});

test("without its database, or on its way out, the server lets people write on and calls nothing durable that isn't", async () => {
  test.setTimeout(240_000);
  const { code, output } = await run("soak/run.ts", "outages");
  expect(code, output).toBe(0);
});

function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => child.once("close", (code) => done({ code, output })));
}
