/** Writes the moderation log (database). The database numbers and chains the entries, and lets none be changed. */
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { DetectionKind } from "./guard/details";
import type { PostingRules } from "./guard/schema";
import type { ReasonCode } from "./reasons";
import type { MemberChoice } from "./schema";
import type { TargetColumns } from "./target-ref";
import type { ThreadMode } from "./thread";

/** Ids and codes alone: an entry can't be changed, so no words that somebody might want back go into it. */
export type LogEvent =
  | { action: "flag.made"; data: { itemId: string; reason: ReasonCode } & TargetColumns }
  | { action: "flag.withdrawn"; data: { itemId: string } & TargetColumns }
  | { action: "item.opened"; data: { itemId: string } & TargetColumns }
  | { action: "comment.purged" | "note.purged" | "rebuttal.purged"; data: TargetColumns }
  | { action: "comment.held" | "item.found"; data: { itemId: string; found: DetectionKind[] } & TargetColumns }
  | {
      action: "decision.made";
      data: {
        decisionId: string;
        itemId: string;
        measure: "approve" | "ignore" | "hide" | "remove";
        reason: ReasonCode | null;
        automatic: boolean;
      } & TargetColumns;
    }
  | { action: "decision.undone"; data: { decisionId: string; itemId: string } & TargetColumns }
  | {
      action: "member.decided";
      data: { decisionId: string; memberId: string; measure: MemberChoice["measure"] };
    }
  | { action: "member.noted"; data: { noteId: string; memberId: string } }
  | { action: "appeal.made"; data: { appealId: string; decisionId: string } }
  | { action: "appeal.decided"; data: { appealId: string; decisionId: string; outcome: "upheld" | "overturned" } }
  | { action: "thread.changed"; data: { threadId: string } & ThreadMode }
  | { action: "rules.changed"; data: { standing: number; added: number; retired: number } }
  | { action: "watched-words.changed"; data: { standing: number; added: number; dropped: number } }
  | { action: "posting-rules.changed"; data: { [rule in keyof PostingRules]: PostingRules[rule] } };

/**
 * Records what was done, in the transaction that does it, and tells the moderators' desks. From here to its end, other
 * moderation of the workspace waits.
 * @param actorId who did it; null when nobody did it by hand
 */
export async function record(tx: Tx, workspaceId: string, actorId: string | null, event: LogEvent): Promise<void> {
  await tx.moderationLogEntry.create({ data: { workspaceId, actorId, action: event.action, data: event.data } });
  await announce(tx, { type: "queue.changed", workspaceId });
}
