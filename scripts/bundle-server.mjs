// Bundles server.ts, and the worker in which imports run, with our own modules into dist, so that a start doesn't compile them. Packages stay in node_modules.
import { build } from "esbuild";

await build({
  entryPoints: { server: "server.ts", "import-worker": "lib/article/import-worker.ts" },
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: true,
  logLevel: "warning",
});
