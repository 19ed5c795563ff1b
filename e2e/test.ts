/**
 * Playwright's `test` with a running server, one for each worker with a database of its own, and with open ears: what a page
 * complains of in any journey fails it.
 */
import { type BrowserContext, test as base, expect } from "@playwright/test";
import { makePlace, type RunningServer, removePlace, startServer } from "./server";

interface Ears {
  /** What pages said since the test began: errors that nothing caught, and what the content policy refused. */
  complaints: string[];
}

export const test = base.extend<Ears, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const place = await makePlace();
      const server = await startServer(place);
      await use(server);
      await server.end("SIGTERM");
      await removePlace(place);
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, use) => use(server.url),
  complaints: [
    async ({ browser }, use) => {
      const complaints: string[] = [];
      const listen = (context: BrowserContext) => {
        context.on("weberror", (thrown) => complaints.push(thrown.error().stack ?? String(thrown.error())));
        context.on("console", (message) => {
          if (message.text().includes("Content Security Policy")) complaints.push(message.text());
        });
      };
      browser.on("context", listen);
      await use(complaints);
      browser.off("context", listen);
      expect(complaints, "what pages complained of").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
