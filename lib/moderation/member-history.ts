/** Reads what a member said and flagged of late (database). */
import { db } from "@/lib/db/client";
import { excerptOf } from "@/lib/threads/excerpt";
import type { MemberHistory } from "./member-history.schema";

/** How many of each. */
const newest = 20;

/** The newest of what the member did in the workspace. */
export async function readHistory(workspaceId: string, userId: string): Promise<MemberHistory> {
  const order = [{ createdAt: "desc" as const }, { id: "desc" as const }];
  const [comments, flags] = await Promise.all([
    db().comment.findMany({
      where: { authorId: userId, thread: { article: { workspaceId } } },
      orderBy: order,
      take: newest,
      select: {
        id: true,
        createdAt: true,
        state: true,
        text: true,
        reviewItem: { select: { id: true } },
        thread: { select: { article: { select: { id: true, title: true } } } },
      },
    }),
    db().flag.findMany({
      where: { userId, item: { workspaceId } },
      orderBy: order,
      take: newest,
      select: { id: true, createdAt: true, reason: true, withdrawnAt: true, agreed: true, itemId: true },
    }),
  ]);
  return {
    comments: comments.map(({ id, createdAt, state, text, reviewItem, thread: { article } }) => ({
      id,
      createdAt: createdAt.toISOString(),
      state,
      excerpt: excerptOf(text),
      articleId: article.id,
      articleTitle: article.title,
      reviewId: reviewItem?.id ?? null,
    })),
    flags: flags.map(({ id, createdAt, reason, itemId, ...flag }) => ({
      id,
      createdAt: createdAt.toISOString(),
      reason,
      outcome: outcomeOf(flag),
      reviewId: itemId,
    })),
  };
}

function outcomeOf(flag: {
  withdrawnAt: Date | null;
  agreed: boolean | null;
}): MemberHistory["flags"][number]["outcome"] {
  if (flag.withdrawnAt !== null) return "withdrawn";
  if (flag.agreed === null) return "open";
  return flag.agreed ? "held" : "did-not-hold";
}
