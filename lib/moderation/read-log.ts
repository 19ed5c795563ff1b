/** Reads a workspace's moderation log (database): in full for moderators, without the names of flaggers for members. */
import { type Member, may } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { authorSelect } from "@/lib/threads/view";
import type { LogEntry } from "./schema";

/** Who did these is for moderators alone. */
const discreet = ["flag.made", "flag.withdrawn"];

interface Page {
  /** Entries with a lower number; null for the newest. */
  before: number | null;
  limit: number;
}

/** The entries, newest first, as the reader may see them. */
export async function readLog(workspaceId: string, reader: Member, { before, limit }: Page): Promise<LogEntry[]> {
  const rows = await db().moderationLogEntry.findMany({
    where: { workspaceId, ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: limit,
  });
  const seesAll = may(reader, "moderation.work");
  const decisionIds = rows.flatMap(({ data }) => idIn(data, "decisionId") ?? []);
  const [people, decisions] = await Promise.all([
    db().user.findMany({ where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } }, select: authorSelect }),
    db().decision.findMany({
      where: { id: { in: decisionIds }, workspaceId },
      select: { id: true, measure: true, reason: true, groundWords: true, facts: true, automatedDecision: true },
    }),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const decisionOf = new Map(decisions.map((decision) => [decision.id, decision]));
  return rows.map(({ number, at, actorId, action, data, hash, previousHash }) => {
    const decision = decisionOf.get(idIn(data, "decisionId") ?? "");
    const hidesActor = !seesAll && discreet.includes(action);
    return {
      number,
      at: at.toISOString(),
      actor: hidesActor || actorId === null ? null : (nameOf.get(actorId) ?? null),
      byHand: actorId !== null,
      action,
      about: aboutIn(data),
      outcome: idIn(data, "outcome"),
      decision: decision
        ? {
            measure: decision.measure,
            reason: decision.reason,
            groundWords: decision.groundWords,
            // The facts may name people; whoever they are about and the moderators read them.
            facts: seesAll ? decision.facts : "",
            automatic: decision.automatedDecision,
          }
        : null,
      hash,
      previousHash,
    };
  });
}

function aboutIn(data: unknown): LogEntry["about"] {
  if (idIn(data, "commentId")) return "comment";
  if (idIn(data, "highlightId")) return "note";
  return idIn(data, "rebuttalId") ? "rebuttal" : null;
}

function idIn(data: unknown, name: string): string | null {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[name] : null;
  return typeof value === "string" ? value : null;
}
