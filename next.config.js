// Next's settings. The server around it is server.ts.

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // One copy of Yjs in the process, and native or wasm parts that a bundler can't carry.
  serverExternalPackages: ["yjs", "y-protocols", "lib0", "@hocuspocus/server", "@node-rs/argon2", "pg", "pino"],
  // No page has pictures to shrink, and /_next/image would fetch and convert for anybody who asks.
  images: { unoptimized: true },
  // lib0 names Node's Buffer in a branch that browsers never take; Turbopack would put a polyfill of 6 KB (gzip) beside it.
  turbopack: { resolveAlias: { "next/dist/compiled/buffer": { browser: "./lib/collab/client/no-buffer.ts" } } },
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
};

export default config;
