/** Who may not decide what: nobody judges their own words, their own flag alone, or an appeal against themselves. Pure. */

export type Conflict = "own-content" | "own-flag" | "own-appeal" | "own-decision";

interface Case {
  /** Who wants to decide. */
  moderatorId: string;
  /** Whose content it is; nobody when no account is left. */
  authorIds: readonly string[];
  /** Everybody who flagged it and didn't take that back. */
  flaggerIds: readonly string[];
  /** Everybody who may moderate in the workspace. */
  moderatorIds: readonly string[];
}

const isElse = (ids: readonly string[], ...not: readonly (string | null)[]) => ids.some((id) => !not.includes(id));

/** What keeps the moderator from deciding the item; null when nothing does. */
export function conflictOver({ moderatorId, authorIds, flaggerIds, moderatorIds }: Case): Conflict | null {
  if (authorIds.includes(moderatorId)) return "own-content";
  const isOnlyFlagger = flaggerIds.length === 1 && flaggerIds[0] === moderatorId;
  return isOnlyFlagger && isElse(moderatorIds, moderatorId, ...authorIds) ? "own-flag" : null;
}

interface AppealCase {
  moderatorId: string;
  /** Who appeals; null when their account is gone. */
  appellantId: string | null;
  /** Everybody who wrote the content together; nobody for a decision about a member. */
  authorIds?: readonly string[];
  /** Who made the decision; null when it was automatic, or when their account is gone. */
  deciderId: string | null;
  moderatorIds: readonly string[];
}

/** What keeps the moderator from deciding the appeal; null when nothing does, or when there is nobody else. */
export function conflictOverAppeal(appeal: AppealCase): Conflict | null {
  const { moderatorId, appellantId, deciderId, authorIds = [], moderatorIds } = appeal;
  if (moderatorId === appellantId) return "own-appeal";
  if (authorIds.includes(moderatorId)) return "own-content";
  const isElsewhere = isElse(moderatorIds, moderatorId, appellantId, ...authorIds);
  return moderatorId === deciderId && isElsewhere ? "own-decision" : null;
}

/** The conflict, for whoever has it. */
export const conflictWords: Record<Conflict, string> = {
  "own-content": "These are your own words, so somebody else decides about them.",
  "own-flag": "Yours is the only flag on this, so another moderator decides.",
  "own-appeal": "This is your own appeal, so somebody else decides it.",
  "own-decision": "The appeal is against your own decision, so another moderator decides it.",
};
