/** Tells people's open pages that there is something else in their inbox, once the transaction commits (database). */
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { mostRecipients } from "@/lib/db/events.schema";

/** Announces it to each of them, in as few events as hold their ids. */
export async function announceNotices(tx: Pick<Tx, "$executeRaw">, userIds: readonly string[]): Promise<void> {
  for (let first = 0; first < userIds.length; first += mostRecipients)
    await announce(tx, { type: "notices.changed", userIds: userIds.slice(first, first + mostRecipients) });
}
