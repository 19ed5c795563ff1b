/** The three servers that are compared: how each is started, and what its clients speak. */
import { fileURLToPath } from "node:url";
import { type Dialect, hocuspocusDialect, yWebsocketDialect } from "./dialect";
import { type ServerProcess, startProcess } from "./server-process";

export const names = ["Rejoinder", "Hocuspocus", "y-websocket"] as const;
export type Name = (typeof names)[number];

export interface Contestant {
  name: Name;
  dialect: Dialect;
  /** Whether it says when a frame is in a database. */
  isDurable: boolean;
  start(): Promise<ServerProcess>;
}

const ownServer = fileURLToPath(new URL("../../lib/collab/testing/server.ts", import.meta.url));
const stockServer = fileURLToPath(new URL("servers/hocuspocus.ts", import.meta.url));
/** Its package exports a server's parts only, so the program is named by its path. */
const bundledServer = fileURLToPath(new URL("../../node_modules/y-websocket/bin/server.cjs", import.meta.url));

/** @param env what Rejoinder's server needs to find its database */
export function contestantsWith(env: Record<string, string>): Contestant[] {
  return [
    {
      name: "Rejoinder",
      dialect: hocuspocusDialect,
      isDurable: true,
      start: () => startProcess(ownServer, env),
    },
    {
      name: "Hocuspocus",
      dialect: hocuspocusDialect,
      isDurable: false,
      start: () => startProcess(stockServer),
    },
    {
      name: "y-websocket",
      dialect: yWebsocketDialect,
      isDurable: false,
      start: () => startProcess(bundledServer),
    },
  ];
}
