/** A workspace with two moderators, an author and readers, and a comment of the author's, for tests. */
import type { Member, Role } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { addMember, makeArticle, makeUser, makeWorkspace } from "@/lib/db/testing";
import { fromPlainText } from "@/lib/threads/body";
import { postOn } from "@/lib/threads/store";
import type { Choice } from "./schema";
import type { TargetRef } from "./target-ref";

export interface Scene {
  workspaceId: string;
  article: { id: string; workspaceId: string };
  owner: Member;
  moderator: Member;
  author: Member;
  reader: Member;
}

/** Everybody joined long ago. */
const longAgo = new Date("2026-01-01T00:00:00.000Z");

export async function makeScene(): Promise<Scene> {
  const { workspace, people } = await makeWorkspace("owner", "moderator", "annotator", "viewer");
  await db().membership.updateMany({ where: { workspaceId: workspace.id }, data: { createdAt: longAgo } });
  const member = (role: keyof typeof people): Member => ({ userId: people[role].id, role });
  const { article } = await makeArticle(workspace.id);
  return {
    workspaceId: workspace.id,
    article: { id: article.id, workspaceId: workspace.id },
    owner: member("owner"),
    moderator: member("moderator"),
    author: member("annotator"),
    reader: member("viewer"),
  };
}

/** One more member, who joined long ago by the invitation of nobody known. */
export async function join({ workspaceId }: Scene, role: Role): Promise<Member> {
  const { id: userId } = await makeUser();
  await addMember(workspaceId, userId, role);
  await db().membership.updateMany({ where: { workspaceId, userId }, data: { createdAt: longAgo } });
  return { userId, role };
}

/** The author says something about the article; the comment's id. */
export async function say({ article, author }: Scene, text: string, by = author): Promise<string> {
  const { comment } = await postOn(article, { kind: "article" }, { body: fromPlainText(text) }, by, new Date());
  return comment.id;
}

export const comment = (id: string): TargetRef => ({ kind: "comment", id });

/** A restriction with its reasons. */
export const restriction = (measure: "hide" | "remove"): Choice => ({
  measure,
  reason: "offensive",
  ground: { kind: "law", law: "A law" },
  facts: "It calls somebody names.",
});

export const itemOf = (commentId: string) => db().reviewItem.findUniqueOrThrow({ where: { commentId } });
export const stateOf = async (commentId: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id: commentId } })).state;
