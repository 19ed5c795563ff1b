/** Telling upgrade requests for the realtime server from others, and refusing one. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const collabPath = "/collab";

/** Whether the request asks for the realtime server. */
export function isForCollab(request: IncomingMessage): boolean {
  return new URL(request.url ?? "/", "http://localhost").pathname === collabPath;
}

/** Refuses the upgrade: nobody is there to take it, now or at all. Clients try again. */
export function refuseUpgrade(socket: Duplex): void {
  socket.end("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}
