/** One of everything in moderation that access is asked about: an item in the queue, decisions, an appeal. */
import { db } from "@/lib/db/client";

export interface ModerationSetting {
  /** An item about another's comment. */
  reviewId: string;
  /** Restrictions of the caller's own words and of another's, that can be appealed. */
  ownDecisionId: string;
  otherDecisionId: string;
  /** A decision of the caller's, to find all right. */
  madeDecisionId: string;
  /** Against a decision of nobody's in particular. */
  appealId: string;
  replyId: string;
}

const day = 24 * 60 * 60 * 1000; // ms

interface Around {
  workspaceId: string;
  threadId: string;
  me: string;
  otherId: string;
  otherCommentId: string;
}

export async function makeModeration({ workspaceId, threadId, me, otherId, otherCommentId }: Around) {
  const { id: reviewId } = await db().reviewItem.create({ data: { workspaceId, commentId: otherCommentId } });
  const decide = async (authorId: string, state: "hidden" | "visible", decidedById: string | null) => {
    const words = { body: { type: "doc", content: [] }, text: "Some words." };
    const comment = await db().comment.create({ data: { threadId, authorId, state, ...words } });
    const isRestriction = state === "hidden";
    const reasons = { reason: "spam", ground: "law", groundWords: "A law", facts: "It sells something." } as const;
    const item = await db().reviewItem.create({
      data: { workspaceId, commentId: comment.id, status: isRestriction ? "rejected" : "approved", version: 1 },
    });
    return db().decision.create({
      data: {
        workspaceId,
        itemId: item.id,
        measure: isRestriction ? "hide" : "approve",
        affectedId: authorId,
        decidedById,
        ...(isRestriction && { ...reasons, appealUntil: new Date(Date.now() + day) }),
        source: "notice",
        stateBefore: "visible",
      },
    });
  };
  const appealed = await decide(otherId, "hidden", null);
  const appeal = await db().appeal.create({ data: { decisionId: appealed.id, authorId: otherId, text: "No." } });
  const reply = await db().savedReply.create({
    data: { workspaceId, title: "Selling", measure: "hide", reason: "spam", facts: "It sells something." },
  });
  return {
    reviewId,
    ownDecisionId: (await decide(me, "hidden", null)).id,
    otherDecisionId: (await decide(otherId, "hidden", null)).id,
    madeDecisionId: (await decide(otherId, "visible", me)).id,
    appealId: appeal.id,
    replyId: reply.id,
  } satisfies ModerationSetting;
}
