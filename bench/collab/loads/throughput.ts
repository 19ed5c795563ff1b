/** As many durable edits as the server takes: a hundred people type as fast as they are confirmed. */
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../../statistics";
import { openAll, type RawClient } from "../client";
import type { Figures } from "../figures";
import type { Load, Trial } from "../load";
import { beginParagraph, followDurability, typeLetter } from "../typing";

const rooms = 100;
/** Edits that each may have on their way. */
const underway = 24;
const warmUp = 1000; // ms
const measured = 4000; // ms

async function run({ contestant, server, ground }: Trial): Promise<Figures> {
  const names = await ground.rebuttals(rooms);
  const clients = await openAll(
    names.map((room, index) => ({
      contestant,
      url: server.url,
      room,
      headers: ground.people[index % ground.people.length]?.headers ?? {},
    })),
  );
  const { waited, frames } = followDurability(clients);
  let isOver = false;
  for (const client of clients) keepBusy(client, () => isOver);
  await pause(warmUp);
  const before = { frames: frames(), cpu: await server.cpu(), at: performance.now() };
  waited.length = 0;
  await pause(measured);
  const after = { frames: frames(), cpu: await server.cpu(), at: performance.now() };
  isOver = true;
  await Promise.all(clients.map((client) => client.close()));
  const took = after.at - before.at;
  return {
    "durable frames": ((after.frames - before.frames) / took) * 1000,
    "frame to durable, p50": percentile(waited, 0.5),
    "server CPU": ((after.cpu - before.cpu) / took) * 100,
  };
}

/** Sends an edit for each that is confirmed. */
function keepBusy(client: RawClient, isOver: () => boolean): void {
  const words = beginParagraph(client);
  let confirmed = 0;
  const go = () => {
    while (!isOver() && client.sent - confirmed < underway) typeLetter(words);
  };
  const follow = client.onDurable;
  client.onDurable = (frames) => {
    follow(frames);
    confirmed = Math.max(confirmed, frames);
    go();
  };
  go();
}

export const throughput: Load = {
  name: "throughput",
  title: "100 people who type as fast as they are confirmed, each in a room of their own",
  units: { "durable frames": "/s", "frame to durable, p50": "ms", "server CPU": "%" },
  promises: [{ what: "durable frames", atLeast: 5000 }],
  rounds: 3,
  isFor: ({ isDurable }) => isDurable,
  run,
};
