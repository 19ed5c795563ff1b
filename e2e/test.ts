/** Playwright's `test` with a running server: one for each worker, with a database of its own. */
import { test as base } from "@playwright/test";
import { makePlace, type RunningServer, removePlace, startServer } from "./server";

export const test = base.extend<object, { server: RunningServer }>({
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
});

export { expect } from "@playwright/test";
