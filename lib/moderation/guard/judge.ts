/** Judges a comment by the workspace's watched words and posting rules, before it is written (database). */
import { type Member, may } from "@/lib/access/policies";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { type CommentBody, toPlainText } from "@/lib/threads/body";
import { gistOf } from "../watched/gist";
import { linksIn } from "./links";
import { rulesOf } from "./posting-rules";
import { earlierOf } from "./reposts";
import { type Verdict, verdictOn } from "./verdict";
import { watchedIn } from "./watched-in";

interface Judged {
  workspaceId: string;
  body: CommentBody;
  author: Member;
  /** The comment that is edited; null for a new one. */
  commentId: string | null;
}

export type Admitted = Exclude<Verdict, { outcome: "refuse" }>;

/**
 * What becomes of the comment.
 * @throws AppError `invalid-input` when it is refused, in words that don't give the list away
 */
export async function judge(tx: Tx, { workspaceId, body, author, commentId }: Judged, now: Date): Promise<Admitted> {
  // What moderators write is never held, so nothing needs to be looked up.
  if (may(author, "moderation.work")) return { outcome: "pass" };
  const { wordsVersion, ...rules } = await rulesOf(tx, workspaceId);
  const links = linksIn(body);
  const gist = gistOf(toPlainText(body));
  const { userId } = author;
  const verdict = verdictOn({
    rules,
    watched: await watchedIn(tx, workspaceId, wordsVersion, {
      text: toPlainText(body),
      elsewhere: { in: "address", text: links.join("\n") },
    }),
    links: links.length,
    author: {
      isStaff: false,
      age: links.length > 0 ? await ageOf(tx, userId, now) : Number.POSITIVE_INFINITY,
      shown: rules.heldPosts > 0 ? await countShown(tx, workspaceId, userId) : 0,
    },
    letters: gist.length,
    earlier: await earlierOf(tx, gist, { workspaceId, authorId: userId, commentId }, now),
    edit: commentId === null ? null : { wasApproved: await wasApproved(tx, commentId) },
  });
  if (verdict.outcome === "refuse") throw refusal(verdict, commentId === null);
  return verdict;
}

function refusal(verdict: Extract<Verdict, { outcome: "refuse" }>, isNew: boolean): AppError {
  const kept = isNew
    ? "Your comment was not posted; its text is kept."
    : "Your change was not saved; its text is kept on your screen.";
  switch (verdict.why) {
    case "watched-word":
      return new AppError(
        "invalid-input",
        `Something in these words isn't accepted in this workspace. ${kept} Put it differently, or ask a moderator.`,
      );
    case "links": {
      const { most, hours } = verdict;
      const can = most === 0 ? "can't hold links" : most === 1 ? "can hold one link" : `can hold ${most} links at most`;
      return new AppError(
        "invalid-input",
        `During the first ${hours === 1 ? "hour" : `${hours} hours`} of an account, its comments ${can}. ${kept} Take some out, or wait.`,
      );
    }
  }
}

async function ageOf(tx: Tx, userId: string, now: Date): Promise<number> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { createdAt: true } });
  return user ? now.getTime() - user.createdAt.getTime() : 0;
}

function countShown(tx: Tx, workspaceId: string, authorId: string): Promise<number> {
  return tx.comment.count({ where: { authorId, state: "visible", thread: { article: { workspaceId } } } });
}

async function wasApproved(tx: Tx, commentId: string): Promise<boolean> {
  return (await tx.reviewItem.count({ where: { commentId, status: "approved" } })) > 0;
}
