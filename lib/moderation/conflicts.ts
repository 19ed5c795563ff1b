/** Who may not decide what: nobody judges their own words, their own flag alone, or an appeal against themselves. Pure. */

export type Conflict = "own-content" | "own-flag" | "own-appeal" | "own-decision";

interface Case {
  /** Who wants to decide. */
  moderatorId: string;
  /** Whose content it is; null when their account is gone. */
  authorId: string | null;
  /** Everybody who flagged it and didn't take that back. */
  flaggerIds: readonly string[];
  /** Everybody who may moderate in the workspace. */
  moderatorIds: readonly string[];
}

const isElse = (ids: readonly string[], ...not: readonly (string | null)[]) => ids.some((id) => !not.includes(id));

/** What keeps the moderator from deciding the item; null when nothing does. */
export function conflictOver({ moderatorId, authorId, flaggerIds, moderatorIds }: Case): Conflict | null {
  if (moderatorId === authorId) return "own-content";
  const isOnlyFlagger = flaggerIds.length === 1 && flaggerIds[0] === moderatorId;
  return isOnlyFlagger && isElse(moderatorIds, moderatorId, authorId) ? "own-flag" : null;
}

interface AppealCase {
  moderatorId: string;
  /** Who appeals; null when their account is gone. */
  appellantId: string | null;
  /** Who made the decision; null when it was automatic, or when their account is gone. */
  deciderId: string | null;
  moderatorIds: readonly string[];
}

/** What keeps the moderator from deciding the appeal; null when nothing does, or when there is nobody else. */
export function conflictOverAppeal({ moderatorId, appellantId, deciderId, moderatorIds }: AppealCase): Conflict | null {
  if (moderatorId === appellantId) return "own-appeal";
  return moderatorId === deciderId && isElse(moderatorIds, moderatorId, appellantId) ? "own-decision" : null;
}

/** The conflict, for whoever has it. */
export const conflictWords: Record<Conflict, string> = {
  "own-content": "These are your own words, so somebody else decides about them.",
  "own-flag": "Yours is the only flag on this, so another moderator decides.",
  "own-appeal": "This is your own appeal, so somebody else decides it.",
  "own-decision": "The appeal is against your own decision, so another moderator decides it.",
};
