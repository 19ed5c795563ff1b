/** A realtime server on a port of its own, for tests over real sockets. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { createApiToken } from "@/lib/people/api-tokens";
import { type Collab, createCollab } from "./server";

export { type Received, WireClient } from "./testing/wire-client";

export interface TestServer {
  url: string;
  collab: Collab;
  close(): Promise<void>;
}

/** Starts a realtime server by itself. */
export async function startCollab(): Promise<TestServer> {
  const collab = await createCollab();
  const http = createServer();
  http.on("upgrade", collab.handleUpgrade);
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const { port } = http.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/collab`,
    collab,
    async close() {
      await collab.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}

/** One server for the test file. */
export function testCollab(): { url(): string } {
  let server: TestServer;
  beforeAll(async () => {
    server = await startCollab();
  });
  afterAll(() => server.close());
  return { url: () => server.url };
}

/** By person, since a person has fifty tokens at most. Ids of people differ in every test file's database. */
const tokens = new Map<string, Promise<string>>();

/** The headers of a program that acts for the person. */
export async function bearer(userId: string): Promise<{ authorization: string }> {
  const token = tokens.get(userId) ?? createApiToken(userId, "test").then((made) => made.token);
  tokens.set(userId, token);
  return { authorization: `Bearer ${await token}` };
}
