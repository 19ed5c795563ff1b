/** Tells connections what changed in the database, and takes rights away from those who lost them. */

import type { Heard } from "@/lib/db/events";
import type { AppEvent } from "@/lib/db/events.schema";
import { closings, type ServerMessage } from "../protocol";
import type { Documents } from "./documents";
import type { OpenDocument } from "./open-document";
import { persistently } from "./persistently";
import { scopeOf } from "./scope";
import type { Session } from "./session";
import type { Socket } from "./socket";

/** WebSocket code for "you may not" (Hocuspocus' own). */
const unauthorized = 4401;

export class Relay {
  readonly #documents: Documents;
  readonly #sockets: ReadonlySet<Socket>;

  constructor(documents: Documents, sockets: ReadonlySet<Socket>) {
    this.#documents = documents;
    this.#sockets = sockets;
  }

  hear(heard: Heard): void {
    switch (heard.type) {
      case "thread.changed":
      case "article.changed":
        this.#tell(heard);
        break;
      case "rebuttal.changed":
        this.#recheck((document) => document.name === `rebuttal:${heard.rebuttalId}`);
        this.#tell(heard);
        break;
      case "article.deleted":
        this.#tell(heard);
        this.#recheck((document) => document.articleId === heard.articleId);
        break;
      case "member.changed":
        this.#recheck(
          (document) => document.workspaceId === heard.workspaceId,
          (session) => session.actor.user.id === heard.userId,
        );
        break;
      case "sign-in.ended":
        this.#signOut(({ via }) => via.type === "session" && via.signInId === heard.signInId);
        break;
      case "token.revoked":
        this.#signOut(({ via }) => via.type === "token" && via.tokenId === heard.tokenId);
        break;
      case "reconnected":
        this.#recheck(() => true);
        this.#broadcast({ type: "missed" }, () => true);
        break;
    }
  }

  /** To everyone who has the article's layer or one of its rebuttals open. */
  #tell(event: Extract<AppEvent, { articleId: string }>): void {
    this.#broadcast({ type: "event", event }, (document) => document.articleId === event.articleId);
  }

  #broadcast(message: ServerMessage, concerns: (document: OpenDocument) => boolean): void {
    for (const document of this.#documents)
      if (concerns(document)) for (const session of document.sessions) session.tell(message);
  }

  /** Looks up anew what the sessions may do: some may write no longer, some may no longer read. */
  #recheck(concerns: (document: OpenDocument) => boolean, whose: (session: Session) => boolean = () => true): void {
    for (const document of this.#documents)
      if (concerns(document)) for (const session of document.sessions) if (whose(session)) void recheck(session);
  }

  #signOut(isMeant: (actor: Socket["actor"]) => boolean): void {
    for (const socket of this.#sockets) if (isMeant(socket.actor)) socket.close(unauthorized, closings.signedOut);
  }
}

async function recheck(session: Session): Promise<void> {
  const { actor, scope: before } = session;
  try {
    const look = () => scopeOf(actor.user.id, before.document);
    const scope = await persistently("looking up access", look, session.signal);
    if (scope) session.rescope(scope);
    else session.close(closings.gone);
  } catch {
    // The session ended meanwhile.
  }
}
