/** Hears over the page's socket that there is something else in this person's inbox. */
import { inboxAddress } from "../names";
import { pong } from "./frames";
import { socketTo } from "./page-socket";
import type { Line, Socket } from "./socket";

const hearers = new Set<() => void>();

/** The page's one line for it, however many parts of the page hear of it. */
let shared: { line: Line; socket: ReturnType<typeof socketTo> } | null = null;

/**
 * Calls `onNews` whenever there may be something else: also when the socket opens, since nobody was told before.
 * @returns a function that stops it
 */
export function hearOfInbox(onNews: () => void): () => void {
  const hear = () => onNews();
  hearers.add(hear);
  if (shared) hear();
  else {
    const socket = socketTo({});
    const line = inboxLine(socket, () => {
      for (const each of [...hearers]) each();
    });
    shared = { line, socket };
    socket.attach(line);
  }
  return () => {
    hearers.delete(hear);
    if (hearers.size > 0 || !shared) return;
    shared.socket.detach(shared.line);
    shared = null;
  };
}

/** A line on the socket that hears of the inbox. */
export function inboxLine(socket: Pick<Socket, "send">, onNews: () => void): Line {
  return {
    address: inboxAddress,
    onOpen() {
      // Answers a ping before it comes, which tells the server that this page hears pings, whether or not it has a document.
      socket.send(pong);
      onNews();
    },
    onFrame: onNews,
    onClose: () => undefined,
    onSignedOut: () => undefined,
  };
}
