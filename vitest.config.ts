// Unit and integration tests, beside what they test. Integration tests start a real PostgreSQL once for the run.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: [
      "lib/**/*.test.ts",
      "components/**/*.test.ts",
      "scripts/**/*.test.ts",
      "app/**/*.test.ts",
      "prisma/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
    globalSetup: "lib/db/testing.global.ts",
    // Left to itself it keeps a core free, which on two cores means that every file waits for the one before it.
    maxWorkers: "100%",
    env: { LOG_LEVEL: "silent" },
    outputFile: { json: process.env.VITEST_JSON ?? "" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As long as in a browser: what is polled for comes when a busy machine gets to it.
    expect: { poll: { timeout: 10_000 } },
  },
});
