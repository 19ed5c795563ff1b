/** Tells connections what changed in the database, and takes rights away from those who lost them. */

import type { Heard } from "@/lib/db/events";
import type { AppEvent } from "@/lib/db/events.schema";
import { authenticate } from "@/lib/people/authenticate";
import { articleDocument, type DocumentName, deskDocument, rebuttalDocument } from "../names";
import { closings, type ServerMessage } from "../protocol";
import type { Documents } from "./documents";
import type { OpenDocument } from "./open-document";
import { persistently } from "./persistently";
import { covered, type Scope, scopeOf } from "./scope";
import type { Session } from "./session";
import type { Socket } from "./socket";

/** WebSocket code for "you may not" (Hocuspocus' own). */
const unauthorized = 4401;
const aMinute = 60_000; // ms

export class Relay {
  readonly #documents: Documents;
  readonly #sockets: ReadonlySet<Socket>;
  /** Counts what took rights away, so that an answer which was looked up meanwhile is looked up once more. */
  #changes = 0;

  constructor(documents: Documents, sockets: ReadonlySet<Socket>) {
    this.#documents = documents;
    this.#sockets = sockets;
  }

  /** The answer to a question about somebody's rights, asked again when they may have changed on the way. */
  async upToDate<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = this.#changes;
      const answer = await ask();
      if (before === this.#changes) return answer;
    }
  }

  hear(heard: Heard): void {
    if (takesRightsAway(heard)) this.#changes += 1;
    switch (heard.type) {
      case "thread.changed":
      case "article.changed":
        this.#tell(heard);
        break;
      case "layer.edited":
        this.#documents.catchUp((articleId) => articleId === heard.articleId);
        break;
      case "words.purged":
        this.#documents.forgetAgain((document) => document === purgedDocument(heard));
        break;
      case "queue.changed":
        this.#broadcast({ type: "event", event: heard }, ({ name }) => name === deskDocument(heard.workspaceId));
        break;
      case "rebuttal.changed":
        this.#recheck(({ document }) => document === rebuttalDocument(heard.rebuttalId));
        this.#tell(heard);
        break;
      case "article.deleted":
        this.#tell(heard);
        this.#recheck(({ articleId }) => articleId === heard.articleId);
        break;
      case "member.changed":
        this.#recheck(
          ({ workspaceId }) => workspaceId === heard.workspaceId,
          (session) => session.actor.user.id === heard.userId,
        );
        break;
      case "notices.changed":
        this.#tellPeople(({ user }) => heard.userIds.includes(user.id));
        break;
      case "sign-in.ended":
        this.#signOut(({ via }) => via.type === "session" && via.signInId === heard.signInId);
        break;
      case "token.revoked":
        this.#signOut(({ via }) => via.type === "token" && via.tokenId === heard.tokenId);
        break;
      case "reconnected":
        this.#documents.catchUp(() => true);
        this.#documents.forgetAgain(() => true);
        this.#recheck(() => true);
        for (const socket of this.#sockets) void this.#recheckSignIn(socket);
        this.#broadcast({ type: "missed" }, () => true);
        this.#tellPeople(() => true);
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

  /** Tells people, whatever they have open, that there is something else in their inbox. */
  #tellPeople(isMeant: (actor: Socket["actor"]) => boolean): void {
    for (const socket of this.#sockets) if (isMeant(socket.actor)) socket.tell({ type: "inbox" });
  }

  /** Looks up anew what the sessions may do: some may write no longer, some may no longer read. */
  #recheck(concerns: (scope: Scope) => boolean, whose: (session: Session) => boolean = () => true): void {
    for (const socket of this.#sockets)
      for (const session of socket.sessions) if (concerns(session.scope) && whose(session)) void recheck(session);
  }

  /** The end of a sign-in may have been announced while nobody listened. Who can't be looked up within a minute must go, too. */
  async #recheckSignIn(socket: Socket): Promise<void> {
    const look = () => authenticate(socket.headers);
    const actor = await persistently("looking up a sign-in", look, AbortSignal.timeout(aMinute)).catch(() => null);
    if (!actor) socket.close(unauthorized, closings.signedOut);
  }

  #signOut(isMeant: (actor: Socket["actor"]) => boolean): void {
    for (const socket of this.#sockets) if (isMeant(socket.actor)) socket.close(unauthorized, closings.signedOut);
  }
}

function takesRightsAway({ type }: Heard): boolean {
  return !["thread.changed", "article.changed", "notices.changed", "words.purged", "queue.changed"].includes(type);
}

function purgedDocument({ articleId, rebuttalId }: Extract<AppEvent, { type: "words.purged" }>): DocumentName {
  return rebuttalId === null ? articleDocument(articleId) : rebuttalDocument(rebuttalId);
}

async function recheck(session: Session): Promise<void> {
  const { actor, scope: before } = session;
  try {
    const look = () => scopeOf(actor.user.id, before.document);
    const scope = await persistently("looking up access", look, session.signal);
    if (scope === covered) session.close(closings.covered);
    else if (scope) session.rescope(scope);
    else session.close(closings.gone);
  } catch {
    // The session ended meanwhile.
  }
}
