/** The page's one socket to the realtime server, shared by all that it has open. */
import type { OpenOptions } from "./handle";
import { Socket } from "./socket";

const sockets = new Map<string, Socket>();

/** The socket; one of its own for a program that opens it itself. */
export function socketTo({ url = ownUrl(), openWebSocket }: Pick<OpenOptions, "url" | "openWebSocket">): Socket {
  if (openWebSocket) return new Socket(url, openWebSocket, async () => false);
  const socket = sockets.get(url) ?? new Socket(url, (address) => new WebSocket(address), isSignedOut);
  sockets.set(url, socket);
  return socket;
}

function ownUrl(): string {
  const { protocol, host } = globalThis.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/collab`;
}

async function isSignedOut(): Promise<boolean> {
  const { status } = await fetch("/api/v1/me");
  return status === 401;
}
