// `npm run test:soak`: builds what is missing or stale and runs the soak, all of it or the part that is named.
import { spawn } from "node:child_process";
import { build, generateClient, installPackages, node } from "./steps/prepare.mjs";
import { root, StepFailed } from "./steps/shell.mjs";

try {
  await installPackages();
  await generateClient();
  await build();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}

const args = ["node_modules/tsx/dist/cli.mjs", "soak/run.ts", ...process.argv.slice(2)];
spawn(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, LOG_LEVEL: "silent" } }).on("close", (code) =>
  process.exit(code ?? 1),
);
