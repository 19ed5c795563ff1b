/** Checks every workspace's moderation log from its first entry to its last (database). */
import { db } from "@/lib/db/client";
import { type Break, type ChainEntry, findBreak } from "./chain";

export interface Verified {
  workspaceId: string;
  entries: number;
  /** The last entry's hash: written down elsewhere, it proves later that nothing was cut off the end. */
  head: string;
  break: Break | null;
}

/** Entries read at once. */
const batch = 5000;

export async function verifyLogs(): Promise<Verified[]> {
  const workspaces = await db().moderationLogEntry.groupBy({ by: ["workspaceId"], orderBy: { workspaceId: "asc" } });
  const results: Verified[] = [];
  for (const { workspaceId } of workspaces) results.push(await verifyLog(workspaceId));
  return results;
}

async function verifyLog(workspaceId: string): Promise<Verified> {
  let last: ChainEntry | null = null;
  for (let entries = 0; ; ) {
    const read: ChainEntry[] = await db().$queryRaw`
      SELECT "number", "workspaceId", "at", "actorId", "action", "data"::text AS "data", "previousHash", "hash"
      FROM "ModerationLogEntry" WHERE "workspaceId" = ${workspaceId}::uuid AND "number" > ${last?.number ?? 0}
      ORDER BY "number" LIMIT ${batch}`;
    const found = findBreak(read, last);
    entries += read.length;
    last = read.at(-1) ?? last;
    if (found || read.length < batch) return { workspaceId, entries, head: last?.hash ?? "", break: found };
  }
}
