/** Hocuspocus with our hooks: who may come in, and what a frame may do. */
import { Hocuspocus } from "@hocuspocus/server";
import * as Y from "yjs";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { limits } from "../limits";
import type { DocumentName } from "../names";
import { closings, denials, readSchemaToken, schemaVersion } from "../protocol";
import type { Documents } from "./documents";
import type { Relay } from "./relay";
import { covered, scopeOf } from "./scope";
import { resetConnection, Session } from "./session";
import type { Socket } from "./socket";

/** What Hocuspocus carries along for us. */
export interface Context {
  socket: Socket;
  /** From the moment its opener was let in. */
  session?: Session;
}

/** y-protocols' sync messages. */
const answer = 1;
const update = 2;
/** The state vector of an empty document. */
const nothing = Uint8Array.of(0);
/** Our sockets answer pings, so Hocuspocus' own idea of a silent client never has to apply. */
const never = 24 * 60 * 60 * 1000; // ms

/** A reason that goes to the client. Without a message Hocuspocus doesn't print it. */
const denied = (reason: string) => ({ reason });

/**
 * @param upToDate asks again when rights may have changed while the answer was on its way
 */
export function createHocuspocus(documents: Documents, upToDate: Relay["upToDate"]): Hocuspocus<Context> {
  const hocuspocus: Hocuspocus<Context> = new Hocuspocus<Context>({
    quiet: true,
    timeout: never,
    maxPendingDocuments: limits.openingDocuments,

    async onAuthenticate({ context, documentName, connectionConfig, token }) {
      const { socket } = context;
      const look = () => scopeOf(socket.actor.user.id, documentName);
      const scope = await upToDate(look).catch((error: unknown) => {
        log.error({ err: error }, "a document's access could not be looked up");
        throw denied(denials.unavailable);
      });
      if (!scope || scope === covered) {
        const reason = scope === covered ? denials.covered : denials.notFound;
        metrics.refused.inc({ reason });
        throw denied(reason);
      }
      const obstacle = obstacleOf(token) ?? documents.obstacleFor(socket, scope);
      if (obstacle) {
        metrics.refused.inc({ reason: obstacle });
        throw denied(obstacle);
      }
      const session = new Session(socket.actor, scope, socket);
      // Its document may be on its way out of memory; whoever came now would stay behind in it.
      await hocuspocus.unloadingDocuments.get(documentName);
      documents.expect(session);
      connectionConfig.readOnly = scope.access === "read";
      return { session };
    },

    async onLoadDocument({ documentName }) {
      return documents.load(documentName as DocumentName, hocuspocus).catch((error: unknown) => {
        log.error({ err: error, document: documentName }, "a document could not be loaded");
        documents.disappoint(documentName);
        throw denied(denials.unavailable);
      });
    },

    async afterLoadDocument({ documentName, document }) {
      documents.get(documentName)?.show(document);
    },

    async connected({ context, connection }) {
      if (!context.session) return;
      enter(context.session, connection);
      // They lost the right to it on the way in.
      if (context.session.state === "closed") connection.close({ code: resetConnection, reason: closings.gone });
    },

    async beforeSync({ context, connection, document: shown, type, payload }) {
      const { session } = context;
      if (!session || (type !== answer && type !== update)) return;
      const document = enter(session, connection);
      if (!document || session.state === "closed") {
        connection.readOnly = true;
      } else if (session.scope.access === "read") {
        // Hocuspocus applies nothing of a reader's; we say why, unless the client only answered with what is known.
        connection.readOnly = true;
        if (type === update || !holds(shown, payload)) session.tell({ type: "refused", ...readOnly });
      } else connection.readOnly = !(await document.receive(session, type === answer ? "answer" : "update", payload));
    },

    async afterHandleMessage({ context }) {
      context.session?.answered();
    },

    async onDisconnect({ context }) {
      if (context.session) leave(context.session);
    },

    async beforeUnloadDocument({ documentName }) {
      if (!documents.mayGo(documentName as DocumentName)) throw denied("busy");
    },

    async afterUnloadDocument({ documentName }) {
      documents.release(documentName);
    },
  });

  function enter(session: Session, connection: Parameters<Session["open"]>[0]) {
    const document = documents.get(session.scope.document);
    if (session.state !== "arriving") return document;
    document?.sessions.add(session);
    session.open(connection, document?.stored ?? nothing, (update) => document?.presence.receive(session, update));
    documents.expectNoMore(session);
    document?.presence.welcome(session);
    return document;
  }

  function leave(session: Session): void {
    session.end();
    documents.expectNoMore(session);
    const document = documents.get(session.scope.document);
    document?.sessions.delete(session);
    document?.presence.leave(session);
  }

  return hocuspocus;
}

/** Why a page that knows another version of the schema may not come in. */
function obstacleOf(token: string): string | null {
  const version = readSchemaToken(token);
  if (version === null || version === schemaVersion) return null;
  return version < schemaVersion ? denials.outdated : denials.unavailable;
}

const readOnly = {
  code: "read-only",
  message: "You can read this, but not change it. Your change was not saved.",
} as const;

/** Whether everything in the update is in the document. */
function holds(document: Y.Doc, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(Y.snapshot(document), update);
  } catch {
    return false;
  }
}
