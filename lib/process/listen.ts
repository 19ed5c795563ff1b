/** Listening on the configured port, with words for when that isn't possible. */
import type { Server } from "node:http";
import { isLoopback, type Settings } from "@/lib/config/settings";
import { StartRefused } from "@/lib/config/start-refused";

/**
 * Resolves once the server listens.
 * @throws StartRefused when the port is taken or not ours to take
 */
export function listenOn(server: Server, { port, host }: Pick<Settings, "port" | "host">): Promise<void> {
  return new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(inWords(error, port, host)));
    server.listen(port, host, done);
  });
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const where = isLoopback(host) ? `Port ${port}` : `Port ${port} of ${host}`;
  switch (error.code) {
    case "EADDRINUSE":
      return new StartRefused(
        `${where} is taken by another program, perhaps another Rejoinder. ` +
          `Stop that one, or choose another port: PORT=${port + 1} npm start. Nothing was started.`,
      );
    case "EACCES":
      return new StartRefused(
        `${where} may not be used without special rights. Choose a port from 1024 up: PORT=3000 npm start.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartRefused(`HOST is ${host}, which is no address of this machine. Nothing was started.`);
    default:
      return error;
  }
}
