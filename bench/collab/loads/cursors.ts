/** Cursor loads: everybody in one room moves theirs, and everybody else sees it. */
import { setTimeout as pause } from "node:timers/promises";
import { openAll } from "../client";
import { type Figures, type Promised, times } from "../figures";
import { CursorTimes } from "../latency";
import type { Load, Trial } from "../load";
import { atPace } from "../typing";

const hertz = 2;
const warmUp = 800; // ms
const measured = 4000; // ms
const settle = 400; // ms

async function run({ contestant, server, ground }: Trial, people: number): Promise<Figures> {
  const [room] = await ground.rebuttals(1);
  const clients = await openAll(
    ground.people.slice(0, people).map(({ headers }) => ({ contestant, url: server.url, room: room ?? "", headers })),
  );
  const cursors = new CursorTimes();
  let messages = 0;
  let at = 0;
  const move = (client: (typeof clients)[number]) => {
    at += 1;
    cursors.note(client.doc.clientID, at);
    client.point({ at, user: { name: "Ada Example", color: "#3366aa" }, cursor: { anchor: at, head: at + 4 } });
  };
  await atPace(clients, hertz, warmUp, move);
  await pause(settle);

  for (const client of clients)
    client.onAwareness = (update) => {
      messages += 1;
      cursors.meet(update, client.doc.clientID);
    };
  const before = { cpu: await server.cpu(), received: received(), at: performance.now() };
  await atPace(clients, hertz, measured, move);
  await pause(settle);
  const after = { cpu: await server.cpu(), received: received(), at: performance.now() };
  await Promise.all(clients.map((client) => client.close()));

  const took = after.at - before.at;
  return {
    ...times("cursor seen", cursors.seen),
    "server CPU": ((after.cpu - before.cpu) / took) * 100,
    messages: (messages / took) * 1000,
    "sent by the server": ((after.received - before.received) / took) * 1000,
  };

  function received(): number {
    return clients.reduce((sum, { traffic }) => sum + traffic.received, 0);
  }
}

const load = (name: string, people: number, promises: Promised[]): Load => ({
  name,
  title: `1 room × ${people} people who move their cursors at ${hertz} Hz`,
  units: {
    "cursor seen, p50": "ms",
    "cursor seen, p99": "ms",
    "server CPU": "%",
    messages: "/s",
    "sent by the server": "bytes/s",
  },
  promises,
  rounds: 3,
  isFor: () => true,
  run: (trial) => run(trial, people),
});

export const manyCursors = load("cursors", 100, [{ what: "server CPU", timesStock: 0.7 }]);
export const fewCursors = load("few-cursors", 10, [{ what: "cursor seen, p50", timesStock: 1 }]);
