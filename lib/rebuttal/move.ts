/** Moves a rebuttal from one status to another (database), keeping its text as it stood then. */
import type { Member, RebuttalStatus } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { watchRebuttal } from "@/lib/moderation/guard/watch-rebuttal";
import { projectLog } from "./log";
import { decideMove, type Move } from "./status";
import { lockRebuttal } from "./store";

const inWords: Record<RebuttalStatus, string> = {
  draft: "a draft",
  in_review: "in review",
  published: "published",
  withdrawn: "withdrawn",
};

/**
 * Makes the move.
 * @param version how often the status had changed when the member decided
 * @throws AppError `not-found`, `forbidden`; `conflict` when someone else moved it since
 */
export async function moveRebuttal(member: Member, rebuttalId: string, move: Move, version: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const { articleId, workspaceId, facts } = await lockRebuttal(tx, rebuttalId);
    const decision = decideMove(member, move, facts);
    if (decision.outcome === "forbidden")
      throw new AppError("forbidden", `You may not ${move} this rebuttal. Nothing was changed.`);
    if (
      decision.outcome === "elsewhere" ||
      version !== (await tx.rebuttalStatusChange.count({ where: { rebuttalId } }))
    )
      throw new AppError(
        "conflict",
        `Someone else was faster: the rebuttal is now ${inWords[facts.status]}. Nothing was changed; read it again, then decide.`,
      );

    const { to } = decision;
    const { title, body, text } = await projectLog(tx, rebuttalId);
    const at = new Date();
    await tx.rebuttal.update({
      where: { id: rebuttalId },
      data: { status: to, ...(to === "published" && { publishedAt: at }) },
    });
    await tx.rebuttalStatusChange.create({
      data: { rebuttalId, from: facts.status, to, byId: member.userId, at, title, body: body.toJSON() },
    });
    // The moment when more people read it than those who write it. While it is written, half a word may be any word.
    if (to === "in_review" || to === "published")
      await watchRebuttal(tx, { id: rebuttalId, workspaceId, title, text }, member, at);
    await announce(tx, { type: "rebuttal.changed", articleId, rebuttalId });
  });
}
