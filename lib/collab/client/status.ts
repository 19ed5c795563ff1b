/** What may truthfully be said about this person's changes. Pure. */
import type { SaveStatus } from "./handle";

export interface Situation {
  connection: "connecting" | "live" | "broken";
  /** Changes that the server hasn't confirmed. */
  unconfirmed: number;
  /** How many of them are stored on this device. */
  kept: number;
}

export function statusOf({ connection, unconfirmed, kept }: Situation): SaveStatus {
  if (connection === "live") return unconfirmed === 0 ? { state: "saved" } : { state: "saving", pending: unconfirmed };
  if (connection === "connecting" && unconfirmed === 0) return { state: "connecting" };
  return { state: "offline", kept, unkept: unconfirmed - kept };
}

export function isSameStatus(a: SaveStatus, b: SaveStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
