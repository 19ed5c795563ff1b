/** Keeps who is called in a comment (database): members of the workspace only, by their real names. */
import type { Tx } from "@/lib/db/client";
import { takeBackCalls } from "@/lib/notices/give";
import { type CommentBody, mentionedIn, settleMentions } from "./body";

/** The body with its mentions checked: members by their real names, anybody else as plain words. */
export async function checkMentions(tx: Tx, workspaceId: string, body: CommentBody): Promise<CommentBody> {
  const called = mentionedIn(body);
  if (called.length === 0) return body;
  const members = await tx.membership.findMany({
    where: { workspaceId, userId: { in: called } },
    select: { user: { select: { id: true, name: true } } },
  });
  return settleMentions(body, new Map(members.map(({ user }) => [user.id, user.name])));
}

/** Writes down who the checked body calls; calling oneself counts for nothing. */
export async function keepMentions(tx: Tx, commentId: string, authorId: string, body: CommentBody): Promise<void> {
  const userIds = mentionedIn(body).filter((userId) => userId !== authorId);
  await tx.mention.deleteMany({ where: { commentId, userId: { notIn: userIds } } });
  await tx.mention.createMany({ data: userIds.map((userId) => ({ commentId, userId })), skipDuplicates: true });
  await takeBackCalls(tx, commentId, userIds);
}
