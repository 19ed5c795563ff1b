/** What a decision says to those who read it: its statement of reasons, its appeal, the words it was about. Pure. */
import { z } from "zod";
import type { Appeal, ContentState, Decision, ReviewStatus } from "@/lib/db/generated/client";
import type { Statement } from "./schema";

/** The statement of reasons. */
export function statementOf(decision: Decision): Statement {
  const { id, measure, at, reason, ground, groundWords, facts, source, until } = decision;
  const { automatedDetection, automatedDecision, appealUntil, undoneAt, overturnedAt } = decision;
  return {
    id,
    measure,
    at: at.toISOString(),
    reason,
    ground,
    groundWords,
    facts,
    source,
    automatedDetection,
    automatedDecision,
    until: until?.toISOString() ?? null,
    appealUntil: appealUntil?.toISOString() ?? null,
    standing: undoneAt ? "undone" : overturnedAt ? "overturned" : "standing",
  };
}

/** The appeal, without who made it. */
export function appealView({ id, text, status, createdAt, reply, decidedAt }: Appeal) {
  return {
    id,
    text,
    status,
    createdAt: createdAt.toISOString(),
    reply,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

const snapshotSchema = z.object({ title: z.string().default(""), text: z.string() });

/** The words that the decision was about; null when they were purged. */
export function snapshotText(snapshot: unknown): string | null {
  const words = snapshotSchema.safeParse(snapshot).data;
  return words ? [words.title, words.text].filter((each) => each !== "").join("\n\n") : null;
}

/**
 * Whether whoever it concerns can appeal: once, in time, while it holds, and after a moderator has looked. Until then an
 * automatic decision is on its way to one anyhow.
 * @param itemStatus null for a decision about a member
 */
export function mayAppeal(
  decision: Decision & { appeal: unknown },
  itemStatus: ReviewStatus | null,
  now: Date,
): boolean {
  const { appealUntil, appeal, undoneAt, overturnedAt, automatedDecision } = decision;
  if (appealUntil === null || now > appealUntil || appeal || undoneAt || overturnedAt) return false;
  return !automatedDecision && (itemStatus === null || itemStatus === "rejected");
}

/** Whether its author may still change what flags hid, once, before a moderator looks. */
export function isFixable(
  { automatedDecision, undoneAt, overturnedAt, at }: Decision,
  { status, comment }: { status: ReviewStatus; comment: { state: ContentState; editedAt: Date | null } | null },
): boolean {
  // What is written together is open to nobody while it is hidden.
  if (!comment) return false;
  const holds = automatedDecision && undoneAt === null && overturnedAt === null && status === "pending";
  return holds && comment.state === "hidden" && (comment.editedAt === null || comment.editedAt <= at);
}
