/** Text loads: people type, and others in the room see it. */
import { setTimeout as pause } from "node:timers/promises";
import { openAll, type RawClient } from "../client";
import { type Figures, times } from "../figures";
import { EditTimes } from "../latency";
import type { Load, Trial } from "../load";
import { atPace, beginParagraph, followDurability, typeLetter } from "../typing";

const warmUp = 800; // ms
const measured = 4000; // ms
const settle = 300; // ms

interface Shape {
  rooms: number;
  people: number;
  /** How many in each room write. */
  writing: number;
  hertz: number;
}

const units = {
  "editor to editor, p50": "ms",
  "editor to editor, p99": "ms",
  "frame to durable, p50": "ms",
  "frame to durable, p99": "ms",
  "server CPU": "%",
  "sent by the server": "bytes/s",
} as const;

const promises = [
  { what: "editor to editor, p50", timesStock: 1.2 },
  { what: "editor to editor, p99", timesStock: 1.2 },
  { what: "frame to durable, p50", atMost: 10 },
];

async function run(trial: Trial, { rooms, people, writing, hertz }: Shape): Promise<Figures> {
  const { contestant, server, ground } = trial;
  const names = await ground.rebuttals(rooms);
  const visits = names.flatMap((room, at) =>
    Array.from({ length: people }, (_, index) => ({
      contestant,
      url: server.url,
      room,
      headers: ground.people[(at * people + index) % ground.people.length]?.headers ?? {},
    })),
  );
  const clients = await openAll(visits);
  const writers = clients.filter((_, index) => index % people < writing);
  const pages = writers.map((client) => beginParagraph(client));
  await atPace(pages, hertz, warmUp, typeLetter);

  const edits = new EditTimes();
  for (const client of writers) client.onSend = (_frame, update) => edits.note(update);
  for (const client of clients) client.onUpdate = (update) => edits.meet(update, client.doc.clientID);
  const { waited } = followDurability(writers);
  const before = { cpu: await server.cpu(), received: received(clients), at: performance.now() };
  await atPace(pages, hertz, measured, typeLetter);
  await pause(settle);
  const after = { cpu: await server.cpu(), received: received(clients), at: performance.now() };
  await Promise.all(clients.map((client) => client.close()));

  const took = after.at - before.at;
  return {
    ...times("editor to editor", edits.seen),
    ...(contestant.isDurable ? times("frame to durable", waited) : {}),
    "server CPU": ((after.cpu - before.cpu) / took) * 100,
    "sent by the server": ((after.received - before.received) / took) * 1000,
  };
}

const received = (clients: readonly RawClient[]) => clients.reduce((sum, { traffic }) => sum + traffic.received, 0);

export const manyRooms: Load = {
  name: "rooms",
  title: "100 rooms × 3 people who all type, at 2 Hz",
  units,
  promises,
  rounds: 3,
  isFor: () => true,
  run: (trial) => run(trial, { rooms: 100, people: 3, writing: 3, hertz: 2 }),
};

export const oneCrowd: Load = {
  name: "crowd",
  title: "1 room × 100 people, 10 of whom type at 5 Hz",
  units,
  promises,
  rounds: 3,
  isFor: () => true,
  run: (trial) => run(trial, { rooms: 1, people: 100, writing: 10, hertz: 5 }),
};
