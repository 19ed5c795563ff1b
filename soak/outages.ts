/** Takes the database away from the real server in every way, and ends the server in order, while people write. */
import { setTimeout as pause } from "node:timers/promises";
import { type RunningServer, startServer } from "@/e2e/server";
import { writeIn } from "@/lib/collab/testing/layer-edits";
import { WireClient } from "@/lib/collab/testing/wire-client";
import { bodyField } from "@/lib/rebuttal/schema";
import { ask, hold, killPostmaster } from "./postmaster";
import type { Row } from "./summary";
import { inWorld, makeEditor, makeLayer, makeRebuttal, type Person, type SharedDocument, type World } from "./world";

const lookEvery = 25; // ms
const patience = 30_000; // ms
/** Requests that hold the server's database connections: more than it has. */
const greed = 30;

interface Scene {
  world: World;
  server: RunningServer;
  document: SharedDocument;
  people: [Person, Person];
  clients: [WireClient, WireClient];
}

/** Each outage: takes something away, and returns what gives it back. */
const outages: Record<string, (scene: Scene) => Promise<() => Promise<unknown>>> = {
  async "PostgreSQL killed"({ world, server }) {
    const restart = killPostmaster(world.place, world.databaseUrl);
    await until(
      "the server says that it isn't ready",
      async () => (await fetch(`${server.url}/readyz`)).status === 503,
    );
    return async () => {
      await restart();
      await until("the server says that it is ready", async () => (await fetch(`${server.url}/readyz`)).ok);
    };
  },

  async "writes refused (disk full)"({ world }) {
    await ask(
      world.databaseUrl,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON "CollabUpdate" EXECUTE FUNCTION refuse()`,
    );
    return () => ask(world.databaseUrl, 'DROP TRIGGER refuse ON "CollabUpdate"; DROP FUNCTION refuse()');
  },

  async "connection pool exhausted"({ world, server, people: [{ headers }] }) {
    const release = await hold(world.databaseUrl, 'LOCK TABLE "ApiToken" IN ACCESS EXCLUSIVE MODE');
    const requests = Array.from({ length: greed }, () => fetch(`${server.url}/api/v1/me`, { headers }));
    const waiting = async () =>
      (await ask(world.databaseUrl, "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).rowCount ?? 0;
    let most = 0;
    // The pool is exhausted when more requests wait than connections do, and no further connection begins to.
    for (let still = 0; still < 20; still += 1) {
      const now = await waiting();
      if (now > most) still = 0;
      most = Math.max(most, now);
      await pause(lookEvery);
    }
    if (most >= greed) throw new Error("the pool has more connections than were asked for");
    return async () => {
      await release();
      await Promise.all(requests);
    };
  },
};

/** @throws when anything is said to be durable that isn't, isn't seen live, or is lost */
export function takeEverythingAway(): Promise<Row[]> {
  return inWorld(async (world) => {
    const document = await makeRebuttal(await makeLayer(world));
    const people: Scene["people"] = [await makeEditor(world), await makeEditor(world)];
    let server = await startServer(world.place);
    try {
      const rows: Row[] = [];
      for (const [what, takeAway] of Object.entries(outages)) {
        const clients = await openBoth(server, document, people);
        rows.push({ what, result: await endure({ world, server, document, people, clients }, takeAway) });
        for (const client of clients) await client.close();
      }
      rows.push({ what: "SIGTERM while people write", result: await endInOrder(server, document, people) });
      server = await startServer(world.place);
      const [again] = await openBoth(server, document, people);
      if (!again.doc.getXmlFragment(bodyField).toString().includes("the last words"))
        throw new Error("words were lost");
      await again.close();
      return rows;
    } finally {
      await server.end("SIGTERM");
    }
  });
}

/** Two people write through the outage: they see each other, nobody is told "durable", and afterwards all of it is. */
async function endure(scene: Scene, takeAway: (scene: Scene) => Promise<() => Promise<unknown>>): Promise<string> {
  const [ada, bo] = scene.clients;
  write(ada, "before");
  write(bo, "before");
  await Promise.all([ada.durable(), bo.durable()]);
  const told = scene.clients.map((client) => client.durableFrames);

  const giveBack = await takeAway(scene);
  for (let line = 0; line < 10; line += 1) {
    write(ada, `Ada's line ${line}. `);
    write(bo, `Bo's line ${line}. `);
    await Promise.all([sees(bo, `Ada's line ${line}. `), sees(ada, `Bo's line ${line}. `)]);
  }
  scene.clients.forEach((client, i) => {
    if (client.durableFrames !== told[i]) throw new Error("somebody was told that it is durable");
  });

  await giveBack();
  const began = performance.now();
  await Promise.all([ada.durable(), bo.durable()]);
  return `20 edits seen live, none called durable; all durable ${Math.round(performance.now() - began)} ms after its return`;
}

/** @returns what the clients were told */
async function endInOrder(server: RunningServer, document: SharedDocument, people: Scene["people"]): Promise<string> {
  const clients = await openBoth(server, document, people);
  const [ada] = clients;
  const writing = setInterval(() => {
    for (const client of clients) write(client, ". ");
  }, 5);
  write(ada, "the last words");
  await sees(clients[1], "the last words");
  const began = performance.now();
  const code = await server.end("SIGTERM");
  const took = Math.round(performance.now() - began);
  clearInterval(writing);
  if (code !== 0) throw new Error(`the server ended with ${code}`);
  for (const client of clients) {
    const closed = await client.until((each) => each.kind === "socket-closed");
    if (closed.kind !== "socket-closed" || closed.code !== 1012 || closed.reason !== "restarting")
      throw new Error(`a client was told ${JSON.stringify(closed)}`);
  }
  return `in order within ${took} ms; clients told "restarting" (1012)`;
}

async function openBoth(
  server: RunningServer,
  { name }: SharedDocument,
  [first, second]: Scene["people"],
): Promise<[WireClient, WireClient]> {
  const url = `${server.url.replace("http", "ws")}/collab`;
  return [await WireClient.open(url, name, first.headers), await WireClient.open(url, name, second.headers)];
}

const write = ({ doc }: WireClient, words: string) => writeIn(doc.getXmlFragment(bodyField), 1, words);

function sees(client: WireClient, words: string): Promise<void> {
  return client.sees((doc) => doc.getXmlFragment(bodyField).toString().includes(words));
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`It didn't come to pass that ${what}.`);
    await pause(lookEvery);
  }
}
