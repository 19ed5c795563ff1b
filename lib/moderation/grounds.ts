/** What a restriction is based on, with the rule's words as they are now (database). */
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { Grounds } from "./rulings";
import type { GivenGrounds } from "./schema";

/** @throws AppError `invalid-input` when the workspace has no such rule now */
export async function groundsOf(
  tx: Tx,
  workspaceId: string,
  { reason, ground, facts }: GivenGrounds,
): Promise<Grounds> {
  if (ground.kind === "law") return { reason, ground: "law", ruleId: null, groundWords: ground.law, facts };
  const rule = await tx.rule.findFirst({ where: { id: ground.ruleId, workspaceId, retiredAt: null } });
  if (!rule)
    throw new AppError("invalid-input", "The workspace has no such rule any more. Nothing was changed; choose again.");
  return { reason, ground: "rule", ruleId: rule.id, groundWords: `${rule.number}. ${rule.title}`, facts };
}
