import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refuseUpgrade } from "./refuse-upgrade";

const refusal = { status: 401, reason: "unauthenticated", headers: { "retry-after": "1" }, body: "no" };

let server: Server;
beforeEach(async () => {
  server = createServer().on("upgrade", (_request, stream) => refuseUpgrade(stream, refusal));
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(() => void server.close());

/** Asks for an upgrade over a connection that the client, for its part, never ends. */
async function knock(): Promise<Socket> {
  const client = connect({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", allowHalfOpen: true });
  await once(client, "connect");
  client.write("GET /collab HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  return client;
}

const connections = () => new Promise<number>((done) => server.getConnections((_error, count) => done(count)));

test("the answer says why, in full", async () => {
  expect(await text(await knock())).toBe(
    "HTTP/1.1 401 unauthenticated\r\nconnection: close\r\nretry-after: 1\r\ncontent-length: 2\r\n\r\nno",
  );
});

test("whoever doesn't hang up is let go all the same", async () => {
  const client = await knock();
  await once(client.resume(), "end");
  await vi.waitFor(async () => expect(await connections()).toBe(0));
  client.destroy();
});

test("whoever breaks the connection off disturbs nobody", async () => {
  const disturbed = vi.fn();
  process.on("uncaughtException", disturbed);
  const broken = new Promise<void>((closed) => {
    server.on("upgrade", (_request, stream) => stream.once("close", closed).destroy(new Error("read ECONNRESET")));
  });
  const client = await knock();
  await broken;
  process.off("uncaughtException", disturbed);
  client.destroy();
  expect(disturbed).not.toHaveBeenCalled();
});
