// End-to-end tests: a real Chromium against the real, built server, which e2e/server.ts starts for each worker.
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/steps/browser.mjs";

const executablePath = (await findBrowser()) ?? undefined;
const report = process.env.PLAYWRIGHT_JSON;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Each worker has a server and a database of its own. One alone leaves half of two cores waiting for it.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Most of it is slack for a slow or busy machine; a test that passes takes seconds.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...(report ? [["json", { outputFile: report }]] : [])],
  use: {
    ...devices["Desktop Chrome"],
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
