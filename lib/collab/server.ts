/** The realtime server of this process: takes upgraded requests at /collab, and ends in order. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { config } from "@/lib/config/config";
import { listen } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { Actor } from "@/lib/people/actor";
import { limits } from "./limits";
import { closings } from "./protocol";
import { Documents } from "./server/documents";
import { createHocuspocus } from "./server/hooks";
import { connectionName, Openings } from "./server/openings";
import { nobody, RedisPeers } from "./server/peers";
import { RebuttalProjector } from "./server/rebuttal-projector";
import { Relay } from "./server/relay";
import { Socket } from "./server/socket";
import { UpdateLog } from "./server/update-log";
import { admit, answerUpgrade, headersOf } from "./server/upgrade";

export interface Collab {
  /** Opens a socket for the request, or answers why not. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes no more edits in, writes what was accepted to the database, says good-bye to everyone. Takes about two seconds at most. */
  close(): Promise<void>;
}

/** The code for "the service restarts; come again". */
const serviceRestart = 1012;

/**
 * Starts the realtime server.
 * @throws when the database can't be reached
 */
export async function createCollab(): Promise<Collab> {
  const updateLog = new UpdateLog();
  const projector = new RebuttalProjector();
  const processId = randomUUID();
  const { redisUrl, authSecret } = config();
  const documents = new Documents(updateLog, projector, new Openings(processId), (listener) =>
    redisUrl ? new RedisPeers(redisUrl, authSecret, processId, listener) : nobody,
  );
  const sockets = new Set<Socket>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.hardFrame,
    clientTracking: false,
    // For documents that are opened: what people type is sent as it is. Nothing is kept between messages, so that a silent
    // connection takes no memory for it.
    perMessageDeflate: {
      threshold: limits.compressed,
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      zlibDeflateOptions: { level: 1 },
    },
  });
  const relay = new Relay(documents, sockets);
  const hocuspocus = createHocuspocus(documents, (ask) => relay.upToDate(ask));
  const stopListening = await listen((heard) => relay.hear(heard), connectionName(processId));
  const heartbeat = setInterval(() => {
    for (const socket of sockets) socket.check();
    documents.expireCursors();
  }, limits.heartbeat);
  heartbeat.unref();
  let isClosing = false;
  projector.catchUp().catch((error: unknown) => log.error({ err: error }, "looking for unprojected rebuttals failed"));

  async function open(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const headers = headersOf(request);
    const actor = await relay.upToDate(() => admit(headers));
    if (isClosing) throw new AppError("unavailable", "The server is restarting. Try again in a moment.");
    const own = [...sockets].filter((socket) => socket.actor.user.id === actor.user.id);
    if (own.length >= limits.socketsPerPerson)
      throw new AppError("rate-limited", "You have too many pages open. Close some, then reload this one.");
    server.handleUpgrade(request, stream, head, (ws) =>
      attach(ws, stream, actor, new Request(config().appUrl, { headers })),
    );
  }

  function attach(ws: WebSocket, stream: Duplex, actor: Actor, request: Request): void {
    const socket = new Socket(ws, stream, actor, request.headers);
    sockets.add(socket);
    metrics.connections.set(sockets.size);
    log.info({ connection: socket.id, userId: actor.user.id }, "a socket was opened");
    ws.once("close", (code) => {
      sockets.delete(socket);
      metrics.connections.set(sockets.size);
      log.info({ connection: socket.id, userId: actor.user.id, code }, "a socket was closed");
    });
    socket.attach(hocuspocus.handleConnection(socket.outlet, request, { socket }));
  }

  return {
    handleUpgrade(request, stream, head) {
      // The other side may go away while we look it up.
      const ignore = () => undefined;
      stream.on("error", ignore);
      open(request, stream, head)
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) log.error({ err: error }, "a socket could not be opened");
          answerUpgrade(stream, error instanceof AppError ? error : new AppError("internal", "Something went wrong."));
        })
        .finally(() => stream.off("error", ignore));
    },

    async close() {
      isClosing = true;
      clearInterval(heartbeat);
      for (const socket of sockets) socket.deafen();
      await stopListening();
      const isComplete = await updateLog.drain(limits.drain);
      if (!isComplete) log.error("some edits could not be written before the end; their authors still hold them");
      await Promise.race([Promise.all([projector.flush(), documents.noteClosed()]), after(limits.lastProjection)]);
      for (const socket of sockets) socket.close(serviceRestart, closings.restarting);
      await Promise.race([allGone(), after(limits.goodbye)]);
      for (const socket of sockets) socket.terminate();
      documents.part();
      await Promise.race([updateLog.stop(), after(limits.goodbye)]);
    },
  };

  async function allGone(): Promise<void> {
    while (sockets.size > 0) await after(20);
  }
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
