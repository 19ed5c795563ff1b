/** A thousand rooms with one silent person each: what a connection and a document take, and whether it is all given back. */
import { setTimeout as pause } from "node:timers/promises";
import { openAll, type RawClient } from "../client";
import type { Figures } from "../figures";
import type { Load, Trial } from "../load";
import { beginParagraph } from "../typing";

const rooms = 1000;
const together = 200;
/** Rooms that come and go first, so that what is made once is there. */
const rehearsal = 200;
/** How long a server may take to let go of what nobody needs. */
const patience = 6000; // ms
const lookEvery = 500; // ms

async function run(trial: Trial): Promise<Figures> {
  const { server } = trial;
  await leave(await enter(trial, await trial.ground.rebuttals(rehearsal)));
  const before = await settledMemory(trial);

  const [room = ""] = await trial.ground.rebuttals(1);
  const inOneRoom = await enter(
    trial,
    Array.from({ length: together }, () => room),
  );
  const perConnection = ((await server.memory()) - before) / together;
  await leave(inOneRoom);
  await settledMemory(trial);

  const clients = await enter(trial, await trial.ground.rebuttals(rooms));
  const full = await server.memory();
  await leave(clients);
  const after = await settledMemory(trial);
  return {
    "memory of a connection": perConnection,
    "memory of a document": (full - before) / rooms - perConnection,
    "memory left afterwards": (after / before - 1) * 100,
  };
}

/** Opens the rooms; the first in each writes a letter. */
async function enter({ contestant, server, ground }: Trial, names: readonly string[]): Promise<RawClient[]> {
  const clients = await openAll(
    names.map((room, index) => ({
      contestant,
      url: server.url,
      room,
      headers: ground.people[index % ground.people.length]?.headers ?? {},
    })),
  );
  for (const client of new Map(clients.map((each) => [each.room, each])).values()) beginParagraph(client);
  return clients;
}

const leave = (clients: readonly RawClient[]) => Promise.all(clients.map((client) => client.close()));

/** The memory once it falls no further. */
async function settledMemory({ server }: Trial): Promise<number> {
  let least = await server.memory();
  for (const end = performance.now() + patience; performance.now() < end; ) {
    await pause(lookEvery);
    const now = await server.memory();
    if (now > least * 0.995) return Math.min(now, least);
    least = now;
  }
  return least;
}

export const idleRooms: Load = {
  name: "idle",
  title: "1,000 rooms × 1 silent person, who all come and go",
  units: { "memory of a connection": "bytes", "memory of a document": "bytes", "memory left afterwards": "%" },
  promises: [{ what: "memory left afterwards", atMost: 10 }],
  rounds: 1,
  isFor: () => true,
  run,
};
