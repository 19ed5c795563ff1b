/** Refuses to turn a connection into another protocol's, and lets go of it whatever the other side does. */
import type { Duplex } from "node:stream";

interface Refusal {
  status: number;
  /** What stands beside the status: a word or two. */
  reason: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Answers, then closes the connection. */
export function refuseUpgrade(stream: Duplex, { status, reason, headers = {}, body = "" }: Refusal): void {
  // Node's HTTP server no longer listens for this connection's errors, and an error that nobody hears ends the process:
  // a stranger who breaks the connection off would stop us.
  stream.on("error", () => undefined);
  const lines = { connection: "close", ...headers, "content-length": Buffer.byteLength(body) };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  // Ended and no more, it would stay open for as long as the other side doesn't end it too.
  stream.end([`HTTP/1.1 ${status} ${reason}`, ...head, "", body].join("\r\n"), () => stream.destroy());
}
