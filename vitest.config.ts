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
    env: { LOG_LEVEL: "silent" },
    outputFile: { json: process.env.VITEST_JSON ?? "" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
