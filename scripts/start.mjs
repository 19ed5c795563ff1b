// `npm start` and `npm run dev`: makes what is missing or stale, then becomes the server. Runs on any Node from 20.9 and
// needs no package, since there may be none yet.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { clusterSize, runCluster } from "./steps/cluster.mjs";
import { build, generateClient, installPackages, node } from "./steps/prepare.mjs";
import { root, StepFailed } from "./steps/shell.mjs";

const dev = process.argv.includes("--dev");

process.chdir(root);
let size = null;
try {
  size = clusterSize(process.argv);
  await installPackages();
  await generateClient();
  if (!dev) await build();
  performance.mark("everything is built");
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`${error.message} Nothing was started; the data is untouched.`);
  process.exit(1);
}

process.env.NODE_ENV = dev ? "development" : "production";
if (size !== null) {
  process.exit(
    await runCluster(size).catch((error) => {
      if (!(error instanceof StepFailed)) throw error;
      console.error(error.message);
      return 1;
    }),
  );
}
// npm already runs us with the Node from node_modules, unless it was only just installed. Staying in this process spares
// a second one, and signals need no passing on.
if (!dev && realpathSync(process.execPath) === realpathSync(node)) {
  process.setSourceMapsEnabled(true);
  await import("../dist/server.js");
} else {
  const args = dev ? ["--import", "tsx", "server.ts", "--dev"] : ["--enable-source-maps", "dist/server.js"];
  const server = spawn(node, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
