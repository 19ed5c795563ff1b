/** Puts a decision into force and takes it out of force again (database): content, record, notices, all in one transaction. */
import type { Tx } from "@/lib/db/client";
import type { Decision, DecisionSource, Ground, Prisma } from "@/lib/db/generated/client";
import { storableJson } from "@/lib/db/storable";
import { AppError } from "@/lib/errors";
import { type ContentState, nextContent } from "./content";
import type { LockedContent } from "./locked";
import { record } from "./log";
import { giveNotice } from "./notices";
import type { ReasonCode } from "./reasons";
import { contentMeasures } from "./schema";
import { setState } from "./set-state";
import type { Target } from "./target";
import { columnsOf } from "./target-ref";

/** What a restriction is based on. */
export interface Grounds {
  reason: ReasonCode;
  ground: Ground;
  ruleId: string | null;
  groundWords: string;
  facts: string;
}

export type ContentMeasure = (typeof contentMeasures)[number];

export interface Ruling {
  measure: ContentMeasure;
  /** Null when nothing is restricted. */
  grounds: Grounds | null;
  source: DecisionSource;
  /** Whether it came into the queue without anybody's doing. */
  automatedDetection: boolean;
  /** Null when it is automatic. */
  decidedById: string | null;
}

/** How long an author can appeal, in ms: six months, as EU Digital Services Act, art. 20 (1) asks of platforms. */
const appealPeriod = 183 * 24 * 60 * 60 * 1000;

/** Until when a restriction made now can be appealed. */
export const appealEnd = (now: Date) => new Date(now.getTime() + appealPeriod);

const isContentMeasure = (measure: string): measure is ContentMeasure =>
  contentMeasures.some((each) => each === measure);

export const isRestriction = (measure: ContentMeasure): measure is "hide" | "remove" =>
  measure === "hide" || measure === "remove";

/** The words as they stood, for whoever wrote them and for whoever judges an appeal. */
function snapshotOf(content: LockedContent): Prisma.InputJsonObject {
  const { body, text } = content;
  const words = content.kind === "rebuttal" ? { title: content.title, body, text } : { body, text };
  return JSON.parse(storableJson(words)) as Prisma.InputJsonObject;
}

/**
 * Puts the ruling into force: keeps what was there, changes the content, records it, and tells its author.
 * @throws AppError `conflict` when the content can't be changed so
 */
export async function enforce(tx: Tx, { content, item }: Target, ruling: Ruling, now: Date): Promise<Decision> {
  const { measure, grounds, source, automatedDetection, decidedById } = ruling;
  const next = nextContent({ state: content.state }, { type: measure });
  if (!next) throw new AppError("conflict", "This can't be done to it as it stands now. Nothing was changed.");
  const restricts = isRestriction(measure);
  const [affectedId = null, ...coAuthorIds] = content.authorIds;
  const decision = await tx.decision.create({
    data: {
      workspaceId: item.workspaceId,
      itemId: item.id,
      measure,
      affectedId,
      coAuthors: { create: coAuthorIds.map((userId) => ({ userId })) },
      decidedById,
      ...grounds,
      source,
      automatedDetection,
      automatedDecision: decidedById === null,
      stateBefore: content.state,
      snapshot: snapshotOf(content),
      at: now,
      appealUntil: restricts ? appealEnd(now) : null,
    },
  });
  if (next.state !== content.state) await setState(tx, content, next.state);
  await record(tx, item.workspaceId, decidedById, {
    action: "decision.made",
    data: {
      decisionId: decision.id,
      itemId: item.id,
      ...columnsOf(content),
      measure,
      reason: grounds?.reason ?? null,
      automatic: decidedById === null,
    },
  });
  const isNews = restricts || next.state !== content.state;
  if (isNews) await giveNotice(tx, decision, "content_decided", content.authorIds);
  return decision;
}

/**
 * Gives the content back the state that it had, unless something else has happened to it since.
 * @throws AppError `conflict`
 */
export async function revert(tx: Tx, { content }: Target, decision: Decision, to: ContentState): Promise<void> {
  const made =
    decision.stateBefore && isContentMeasure(decision.measure)
      ? nextContent({ state: decision.stateBefore }, { type: decision.measure })
      : null;
  if (made?.state !== content.state)
    throw new AppError("conflict", "Something else has happened to this since. Nothing was changed; look again.");
  if (content.state !== to) await setState(tx, content, to);
}
