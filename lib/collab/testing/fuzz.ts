/** Throws hostile frames at a realtime server in a process of its own, and looks whether it stands, forgets and changes nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { isPing, openFrame, readServerFrame } from "../client/frames";
import type { DocumentName } from "../names";
import { readStoredDocument } from "../server/stored-document";
import type { FuzzServerReport } from "./fuzz-server";
import { hostileFrame, hostileKinds, type Material } from "./hostile-frames";
import { type Chance, chance } from "./random";
import { WireClient } from "./wire-client";

export interface Target {
  document: DocumentName;
  /** Ids of those who may write in it. */
  writers: readonly string[];
  /** Somebody who writes in it honestly all the while. */
  honest: Record<string, string>;
  write(doc: Y.Doc, words: string): void;
}

export interface FuzzReport {
  seed: number;
  frames: number;
  /** Sockets that the attackers had to open, since the server closes them. */
  sockets: number;
  /** What the server's memory grew by between the first tenth of the frames and the end, after collections, in bytes. */
  growth: number;
  rssGrowth: number;
  unhandled: number;
  /** Honest edits that were acknowledged while it went on. */
  honestEdits: number;
}

/** Sockets that attack at the same time, and frames after which one is replaced, before the server slows it down. */
const attackers = 8;
const framesOfOneSocket = 250;
/** Honest people write once for so many hostile frames. */
const framesPerHonestEdit = 250;

/**
 * @param databaseUrl the server's database, in which the targets are
 * @param hostile headers of those who attack: members with and without the right to write, and strangers
 * @throws an error that names the seed when the server dies, an honest person is disturbed, or a document was changed by
 * anything but a valid frame of somebody who may write in it
 */
export async function fuzz(
  databaseUrl: string,
  targets: readonly Target[],
  hostile: readonly [Record<string, string>, ...Record<string, string>[]],
  frames: number,
  seed: number,
): Promise<FuzzReport> {
  const server = await FuzzedServer.start(databaseUrl);
  try {
    return await attack(server, targets, hostile, frames, seed);
  } catch (error) {
    throw new Error(`Fuzzing with seed ${seed} broke something.\n${server.output()}`, { cause: error });
  } finally {
    await server.end();
  }
}

interface Honest {
  target: Target;
  client: WireClient;
  write(words: string): void;
}

async function attack(
  server: FuzzedServer,
  targets: readonly Target[],
  hostile: readonly [Record<string, string>, ...Record<string, string>[]],
  frames: number,
  seed: number,
): Promise<FuzzReport> {
  const dice = chance(seed);
  const honest: Honest[] = [];
  for (const target of targets) {
    const { document, honest: headers, write } = target;
    const client = await WireClient.open(server.url, document, headers);
    write(client.doc, "Before.");
    await client.durable();
    honest.push({ target, client, write: (words) => write(client.doc, words) });
  }
  let sockets = 0;
  let honestEdits = 0;
  let sent = 0;
  const one = async (own: Chance, upTo: number): Promise<void> => {
    while (sent < upTo) {
      const at = own.below(targets.length);
      const { client } = honest[at] ?? {};
      const address = targets[at]?.document;
      if (!client || !address) throw new Error("There is nothing to attack.");
      sockets += 1;
      const attacker = await Attacker.connect(server.url, own.of(hostile), address);
      const [first = new Uint8Array(), ...rest] = client.frames;
      const material: Material = { address, updates: [first, ...rest], doc: client.doc, clients: [at + 100, at + 200] };
      for (let i = 0; i < framesOfOneSocket && sent < upTo && attacker.isOpen; i += 1) {
        sent += 1;
        const number = sent;
        await attacker.send(hostileFrame(own.of(hostileKinds), material, own));
        if (number % framesPerHonestEdit === 0) {
          honest[(number / framesPerHonestEdit) % honest.length]?.write(`${number}. `);
          honestEdits += 1;
        }
      }
      attacker.leave();
    }
  };
  await Promise.all(Array.from({ length: attackers }, (_, i) => one(dice.branch(i), frames / 10)));
  await allDurable(honest);
  const before = await server.measure();
  await Promise.all(Array.from({ length: attackers }, (_, i) => one(dice.branch(attackers + i), frames)));
  await allDurable(honest);
  const after = await server.measure();
  for (const each of honest) await assertUntouched(each);
  for (const { client } of honest) await client.close();
  return {
    seed,
    frames: sent,
    sockets,
    growth: after.used - before.used,
    rssGrowth: after.rss - before.rss,
    unhandled: after.unhandled,
    honestEdits,
  };
}

/** @throws when one of them was refused or thrown out */
async function allDurable(honest: readonly Honest[]): Promise<void> {
  for (const { client } of honest) {
    await client.durable();
    const harm = client.received.find(({ kind }) => kind === "closed" || kind === "socket-closed");
    if (harm) throw new Error(`an honest person was disturbed: ${JSON.stringify(harm)}`);
  }
}

/** @throws when the log holds anything of somebody who may not write there, or something else than honest people see */
async function assertUntouched({ target: { document, writers }, client }: Honest): Promise<void> {
  const others = await db().collabUpdate.count({ where: { document, userId: { not: null, notIn: [...writers] } } });
  if (others > 0) throw new Error(`${others} changes of ${document} are by people who may not write there`);
  const stored = new Y.Doc();
  for (const update of (await readStoredDocument(document)).updates) Y.applyUpdate(stored, update);
  if (stored.store.pendingStructs) throw new Error(`the log of ${document} has holes`);
  const expected = Y.snapshot(stored);
  await client.sees((doc) => Y.equalSnapshots(Y.snapshot(doc), expected));
}

/** A socket that sends what it shouldn't, one frame at a time, and opens its document again whenever it is closed. */
class Attacker {
  readonly #ws: WebSocket;
  readonly #address: string;
  #isShut = true;

  private constructor(ws: WebSocket, address: string) {
    this.#ws = ws;
    this.#address = address;
    ws.on("message", (data: Buffer) => {
      const frame = new Uint8Array(data);
      if (isPing(frame)) return;
      const { kind } = readServerFrame(frame);
      if (kind === "closed" || kind === "denied") this.#isShut = true;
    });
  }

  static async connect(url: string, headers: Record<string, string>, address: string): Promise<Attacker> {
    const ws = new WebSocket(url, { headers });
    ws.on("error", () => undefined);
    await Promise.race([once(ws, "open"), once(ws, "close")]);
    if (ws.readyState !== WebSocket.OPEN) throw new Error("the server opens no sockets any more");
    return new Attacker(ws, address);
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  /** Sends the frame, and waits until the server has read it: what comes after it closed the socket would count for nothing. */
  async send(frame: Uint8Array): Promise<void> {
    if (this.#isShut) this.#ws.send(openFrame(this.#address));
    this.#isShut = false;
    const read = new Promise((done) => this.#ws.once("pong", done).once("close", done));
    this.#ws.send(frame);
    this.#ws.ping();
    await read;
    this.#ws.removeAllListeners("pong").removeAllListeners("close");
  }

  leave(): void {
    this.#ws.terminate();
  }
}

class FuzzedServer {
  readonly url: string;
  readonly #child: ChildProcess;
  #said = "";

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `ws://127.0.0.1:${port}/collab`;
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        // Its last words are what matters.
        this.#said = (this.#said + chunk.toString()).slice(-20_000);
      });
  }

  static async start(databaseUrl: string): Promise<FuzzedServer> {
    const file = fileURLToPath(new URL("fuzz-server.ts", import.meta.url));
    const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", file, databaseUrl], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const report = await nextReport(child);
    if (report.type !== "listening") throw new Error("the fuzzed server didn't start");
    return new FuzzedServer(child, report.port);
  }

  output(): string {
    return this.#said;
  }

  async measure(): Promise<Extract<FuzzServerReport, { type: "measured" }>> {
    const report = nextReport(this.#child);
    this.#child.send("measure");
    const measured = await report;
    if (measured.type !== "measured") throw new Error("the fuzzed server started anew");
    return measured;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.disconnect();
    await ended;
  }
}

/** @throws when the process ends instead */
async function nextReport(child: ChildProcess): Promise<FuzzServerReport> {
  const stop = new AbortController();
  try {
    const [report] = await Promise.race([
      once(child, "message", { signal: stop.signal }),
      once(child, "exit", { signal: stop.signal }).then(([code]) => {
        throw new Error(`the fuzzed server ended (${code})`);
      }),
    ]);
    return report as FuzzServerReport;
  } finally {
    stop.abort();
  }
}
