/** The moderation log's chain: each entry's hash covers the entry and the hash of the one before. Pure but for SHA-256. */
import { createHash } from "node:crypto";

/** An entry as the database has it. */
export interface ChainEntry {
  number: number;
  workspaceId: string;
  at: Date;
  actorId: string | null;
  action: string;
  /** The JSON as PostgreSQL writes it out. */
  data: string;
  previousHash: string;
  hash: string;
}

/** Where a chain breaks, and how. */
export interface Break {
  number: number;
  what: "gap" | "not-linked" | "changed";
}

/** The hash that the entry should have, by the same rule as the database's trigger. */
function hashOf({ number, workspaceId, at, actorId, action, data, previousHash }: ChainEntry): string {
  const parts = [number, workspaceId, at.getTime(), actorId ?? "", action, data, previousHash];
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/**
 * The first break in a workspace's entries; null when they form one chain.
 * @param before the last entry of those that were checked already; null at the beginning
 */
export function findBreak(entries: readonly ChainEntry[], before: ChainEntry | null = null): Break | null {
  let last = before;
  for (const entry of entries) {
    const { number } = entry;
    if (number !== (last?.number ?? 0) + 1) return { number, what: "gap" };
    if (entry.previousHash !== (last?.hash ?? "")) return { number, what: "not-linked" };
    if (entry.hash !== hashOf(entry)) return { number, what: "changed" };
    last = entry;
  }
  return null;
}
