/** The process: configuration, database, Next, the realtime server, and an ordered end. Nothing else. */
import { createServer, type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { type Collab, createCollab } from "@/lib/collab/server";
import { config, demoSignInsAreOn, settings } from "@/lib/config/config";
import { StartRefused } from "@/lib/config/start-refused";
import { closeDb } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import { stampAddress } from "@/lib/http/client-address";
import { secure } from "@/lib/http/secure";
import { log } from "@/lib/log";
import { startMailer } from "@/lib/notices/mailer";
import { firstOwnerIsAwaited, setupCode } from "@/lib/people/first-owner";
import { listenOn } from "@/lib/process/listen";
import { serveMetrics } from "@/lib/process/metrics-server";
import { logged } from "@/lib/process/request-log";
import { type Phase, runPhases } from "@/lib/process/shutdown";
import { onStopSignal } from "@/lib/process/signals";
import { isForCollab, refuseForNow } from "@/lib/process/upgrades";
import { welcome } from "@/lib/process/welcome";
import { demoSignIns, seedDemo } from "@/prisma/seed";

/** All phases of the end together stay below this; whatever then still holds the process is left behind. */
const endLimit = 9_500; // ms

/** The mark that scripts/start.mjs sets when everything is built and only the server is left to start. */
const beginning = "everything is built";

interface Running {
  database: Awaited<ReturnType<typeof openDatabase>>;
  next: ReturnType<typeof next>;
  collab: Collab;
  metrics: Server | null;
  stopMailer: () => Promise<void>;
}

const dev = process.argv.includes("--dev");
/** One of several on this machine that share the embedded database, and not the first (scripts/steps/cluster.mjs). */
const member = process.argv.includes("--member");
const running: Partial<Running> = {};
/** Sockets of Next's hot reload, which http.Server doesn't close. */
const nextSockets = new Set<Duplex>();

let answer: (request: IncomingMessage, response: ServerResponse) => unknown = askToComeBack;
/**
 * Never listens. Next, which has sockets in development only, puts its `upgrade` listener on it at the first request; there
 * it can't end /collab's sockets, and gets its own from us. Next's `getUpgradeHandler()` leaves them unanswered (16.4).
 */
const nextUpgrades = new Server();
const server = createServer((request, response) => {
  secure(request, response, { appUrl: settings().appUrl, dev });
  stampAddress(request, settings().trustsProxy);
  logged(request, response, () => answer(request, response));
});
server.on("upgrade", (request, socket, head) => {
  if (isForCollab(request)) {
    if (running.collab) running.collab.handleUpgrade(request, socket, head);
    else refuseForNow(socket);
  } else if (dev && nextUpgrades.emit("upgrade", request, socket, head)) {
    nextSockets.add(socket.once("close", () => nextSockets.delete(socket)));
  } else refuseForNow(socket);
});

/** Everything that has to end, in this order. */
const phases: Phase[] = [
  { name: "finish starting", limit: 1_000, run: () => starting.catch(() => undefined) },
  { name: "take no more requests", limit: 100, run: takeNoMoreRequests },
  {
    name: "close realtime connections, and send the letter at hand",
    limit: 2_500,
    run: () => Promise.all([running.collab?.close(), running.stopMailer?.()]),
  },
  { name: "finish requests", limit: 1_200, run: () => requestsFinished() },
  { name: "stop telling what was measured", limit: 100, run: () => running.metrics?.close() },
  { name: "stop Next", limit: 400, run: () => running.next?.close() },
  { name: "close database connections", limit: 400, run: closeDb },
  { name: "stop the database", limit: 3_700, run: () => running.database?.close() },
];

async function start(): Promise<void> {
  const known = settings();
  // First of all, so that a taken port is known before a database is started for nothing.
  await listenOn(server, known);
  running.metrics = await serveMetrics(known);
  running.next = next({ dev, hostname: known.host, port: known.port, httpServer: nextUpgrades, quiet: !dev });
  const nextIsReady = running.next.prepare();
  nextIsReady.catch(() => undefined);

  running.database = await openDatabase(known, member ? "guest" : "server");
  for (const migration of running.database.migrated) log.info({ migration }, "migrated the database");
  if (config().databaseIsEmbedded && !member) await seedDemo();
  running.collab = await createCollab();
  const { mail } = config();
  if (mail) running.stopMailer = startMailer(mail);

  await nextIsReady;
  answer = running.next.getRequestHandler();
  process.stdout.write(
    welcome({
      appUrl: config().appUrl,
      took: performance.now() - (performance.getEntriesByName(beginning)[0]?.startTime ?? 0),
      firstOwner: (await firstOwnerIsAwaited()) ? { setupCode: setupCode(config()) } : null,
      demoSignIns: demoSignInsAreOn(config()) ? await demoSignIns() : [],
    }),
  );
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code || 1), endLimit).unref();
  await runPhases(phases, ({ name }, outcome) => {
    switch (outcome.state) {
      case "done":
        return log.debug({ phase: name }, "done");
      case "late":
        return log.warn({ phase: name }, "took too long and was left");
      case "failed":
        return log.error({ phase: name, err: outcome.error }, "failed");
    }
  });
  process.exit(code);
}

function askToComeBack(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "Retry-After": "1", "Content-Type": "text/plain" }).end("Rejoinder is starting.\n");
}

function takeNoMoreRequests(): void {
  server.close();
  server.closeIdleConnections();
}

async function requestsFinished(): Promise<void> {
  for (const socket of nextSockets) socket.destroy();
  while (server.listening || (await openConnections()) > 0) {
    server.closeIdleConnections();
    await new Promise((later) => setTimeout(later, 20));
  }
}

function openConnections(): Promise<number> {
  return new Promise((done) => server.getConnections((_error, count) => done(count)));
}

process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise failed and nobody had asked"));
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "an error was not caught; stopping in order");
  void end(1);
});
onStopSignal(
  (signal) => {
    log.info({ signal }, "stopping");
    void end(0);
  },
  () => process.exit(1),
);

const starting = start();
starting.catch((error: unknown) => {
  if (error instanceof StartRefused) process.stderr.write(`\n${error.message}\n\n`);
  else log.fatal({ err: error }, "could not start");
  void end(1);
});
