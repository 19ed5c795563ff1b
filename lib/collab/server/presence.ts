/** Puts the authenticated identity into what a client says of itself (awareness), and lets it speak for itself only. */
import type { beforeHandleAwarenessPayload } from "@hocuspocus/server";
import { limits } from "../limits";
import type { OpenDocument } from "./open-document";
import type { Session } from "./session";

/** Rewrites the states that a frame brings. What a client may not say is left out; the rest goes on. */
export function identify(
  states: beforeHandleAwarenessPayload["states"],
  session: Session,
  document: OpenDocument,
): void {
  const { id, name, color } = session.actor.user;
  for (const [client, state] of states) {
    const isSayable = JSON.stringify(state).length <= limits.awareness;
    if (isSayable && document.claim(session, client)) states.set(client, { ...state, user: { id, name, color } });
    else states.delete(client);
  }
}
