/** A page without any document hears that its person's inbox changed, and nobody else's does. */
import { beforeAll, expect, test } from "vitest";
import { WebSocket as WsWebSocket } from "ws";
import { db } from "@/lib/db/client";
import { makeUser, testDatabase } from "@/lib/db/testing";
import { announceNotices } from "@/lib/notices/announce";
import { inboxLine } from "../client/inbox-line";
import { Socket } from "../client/socket";
import { bearer, startCollab, type TestServer } from "../testing";

testDatabase();

let server: TestServer;
beforeAll(async () => {
  server = await startCollab();
  return () => server.close();
});

/** The bell on the person's page, once its socket is open. */
async function bell(userId: string) {
  const headers = await bearer(userId);
  const openWebSocket = (url: string) => new WsWebSocket(url, { headers }) as unknown as WebSocket;
  const socket = new Socket(server.url, openWebSocket, async () => false);
  let heard = 0;
  let wake = () => {};
  const line = inboxLine(socket, () => {
    heard += 1;
    wake();
  });
  const until = async (count: number) => {
    while (heard < count) await new Promise<void>((done) => (wake = done));
  };
  socket.attach(line);
  await until(1);
  return { until, heard: () => heard, leave: () => socket.detach(line) };
}

test("news of an inbox reach all pages of its person, and no others", async () => {
  const [ana, ben] = [await makeUser(), await makeUser()];
  const bells = [await bell(ana.id), await bell(ana.id)] as const;
  const others = await bell(ben.id);
  await announceNotices(db(), [ana.id]);
  await Promise.all(bells.map((each) => each.until(2)));
  // What is announced later comes later, so whatever of the first was for others has come by now.
  await announceNotices(db(), [ben.id]);
  await others.until(2);
  expect([others.heard(), bells[0].heard(), bells[1].heard()]).toEqual([2, 2, 2]);
  for (const each of [...bells, others]) each.leave();
});

test("as many people as follow a thread are told in events that PostgreSQL takes", async () => {
  const ana = await makeUser();
  const page = await bell(ana.id);
  const many = Array.from({ length: 500 }, () => crypto.randomUUID());
  await announceNotices(db(), [...many, ana.id]);
  await page.until(2);
  page.leave();
});
