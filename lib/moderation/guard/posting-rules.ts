/** What a workspace asks of newcomers and of edits (database). */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { record } from "../log";
import { gentleRules, type PostingRules } from "./schema";

const select = {
  heldPosts: true,
  newcomerHours: true,
  newcomerLinks: true,
  rechecksEdits: true,
  wordsVersion: true,
} as const;

/** The rules that hold, and the version of the watched words. */
export async function rulesOf(tx: Tx, workspaceId: string): Promise<PostingRules & { wordsVersion: number }> {
  return (await tx.postingRules.findUnique({ where: { workspaceId }, select })) ?? { ...gentleRules, wordsVersion: 0 };
}

/** The rules, for whoever reads them. */
export function readPostingRules(workspaceId: string): Promise<PostingRules> {
  return rulesOf(db(), workspaceId);
}

/** Makes these the workspace's rules. */
export function changePostingRules(workspaceId: string, rules: PostingRules, moderator: Member): Promise<PostingRules> {
  return db().$transaction(async (tx) => {
    const { workspaceId: _, ...saved } = await tx.postingRules.upsert({
      where: { workspaceId },
      create: { workspaceId, ...rules },
      update: rules,
    });
    await record(tx, workspaceId, moderator.userId, { action: "posting-rules.changed", data: { ...rules } });
    return saved;
  });
}
