/** Who may do what: the one table that pages, API and sockets ask. Pure. */

/** A workspace's roles, highest first. Each includes the next one's rights, but a moderator doesn't edit others' words. */
export const roles = ["owner", "moderator", "editor", "annotator", "viewer"] as const;
export type Role = (typeof roles)[number];

/** A person as a member of the workspace that the question is about. */
export interface Member {
  userId: string;
  role: Role;
  /** Whether what they post waits for a moderator. What nobody can hold back they don't write at all. */
  isPremoderated?: boolean;
}

export type RebuttalStatus = "draft" | "in_review" | "published" | "withdrawn";

interface Authored {
  /** Null when the author's account is gone. */
  authorId: string | null;
}

interface RebuttalFacts {
  status: RebuttalStatus;
  contributorIds: readonly string[];
}

/** The member whom something is done to. */
interface Target {
  targetId: string;
  targetRole: Role;
}

interface RoleChange extends Target {
  /** How many owners the workspace has now. */
  owners: number;
}

/** Whether `role` includes the rights of `least`. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least);
}

const atLeast = (least: Role) => (member: Member) => isAtLeast(member.role, least);

/** Owners and editors may change what others wrote; moderators judge it instead. */
const maySteerOthersWords = (member: Member) => member.role === "owner" || member.role === "editor";

/** Whether the member may do what others see at once. */
const mayShowAtOnce = (member: Member, least: Role) => isAtLeast(member.role, least) && !member.isPremoderated;

const isAuthor = (member: Member, { authorId }: Authored) => authorId === member.userId;

const mayWriteRebuttal = (member: Member, { contributorIds }: RebuttalFacts) =>
  mayShowAtOnce(member, "annotator") && (maySteerOthersWords(member) || contributorIds.includes(member.userId));

/** Whether the member has no part in what several people wrote. */
const wroteNothingOf = (member: Member, { authorIds }: { authorIds: readonly string[] }) =>
  !authorIds.includes(member.userId);

const leavesAnOwner = ({ targetRole, owners }: RoleChange) => targetRole !== "owner" || owners > 1;

/** Every action and its rule. An action that needs to know more than the member's role takes facts. */
export const policies = {
  "workspace.read": atLeast("viewer"),
  "workspace.update": atLeast("owner"),

  "member.list": atLeast("viewer"),
  "member.change-role": (member: Member, change: RoleChange) => member.role === "owner" && leavesAnOwner(change),
  "member.remove": (member: Member, change: RoleChange) =>
    (member.role === "owner" || member.userId === change.targetId) && leavesAnOwner(change),

  "invitation.list": atLeast("moderator"),
  /** Nobody invites into a role above their own. */
  "invitation.create": (member: Member, { role }: { role: Role }) =>
    isAtLeast(member.role, "moderator") && isAtLeast(member.role, role),
  "invitation.revoke": atLeast("moderator"),

  "article.read": atLeast("viewer"),
  "article.import": (member: Member) => mayShowAtOnce(member, "editor"),
  "article.delete": (member: Member, article: Authored) =>
    isAtLeast(member.role, "moderator") || (member.role === "editor" && isAuthor(member, article)),

  "revision.read": atLeast("viewer"),
  /** A new text, or the earlier one again: what everybody reads and marks. */
  "revision.create": atLeast("editor"),
  "revision.undo": atLeast("editor"),

  "highlight.create": (member: Member) => mayShowAtOnce(member, "annotator"),
  "highlight.change": (member: Member, highlight: Authored) =>
    mayShowAtOnce(member, "annotator") && (isAuthor(member, highlight) || maySteerOthersWords(member)),
  "highlight.delete": (member: Member, highlight: Authored) =>
    isAtLeast(member.role, "annotator") && (isAuthor(member, highlight) || isAtLeast(member.role, "moderator")),
  "note.write": (member: Member) => mayShowAtOnce(member, "annotator"),

  "rebuttal.read": atLeast("viewer"),
  "rebuttal.create": (member: Member) => mayShowAtOnce(member, "annotator"),
  "rebuttal.write": (member: Member, rebuttal: RebuttalFacts) =>
    (rebuttal.status === "draft" || rebuttal.status === "in_review") && mayWriteRebuttal(member, rebuttal),
  "rebuttal.manage-contributors": mayWriteRebuttal,
  "rebuttal.submit": (member: Member, rebuttal: RebuttalFacts) =>
    rebuttal.status === "draft" && mayWriteRebuttal(member, rebuttal),
  "rebuttal.return": (member: Member, rebuttal: RebuttalFacts) =>
    rebuttal.status === "in_review" && (isAtLeast(member.role, "editor") || mayWriteRebuttal(member, rebuttal)),
  "rebuttal.publish": (member: Member, rebuttal: RebuttalFacts) =>
    rebuttal.status === "in_review" && isAtLeast(member.role, "editor"),
  "rebuttal.withdraw": (member: Member, rebuttal: RebuttalFacts) =>
    rebuttal.status === "published" && (isAtLeast(member.role, "editor") || mayWriteRebuttal(member, rebuttal)),
  "rebuttal.reopen": (member: Member, rebuttal: RebuttalFacts) =>
    rebuttal.status === "withdrawn" && mayWriteRebuttal(member, rebuttal),
  /** What was ever submitted stays on record; it can be withdrawn instead. */
  "rebuttal.delete": (member: Member, rebuttal: RebuttalFacts & Authored & { wasSubmitted: boolean }) =>
    rebuttal.status === "draft" &&
    !rebuttal.wasSubmitted &&
    isAtLeast(member.role, "annotator") &&
    (maySteerOthersWords(member) || isAuthor(member, rebuttal)),

  "comment.read": atLeast("viewer"),
  "comment.create": atLeast("annotator"),
  "comment.edit": (member: Member, comment: Authored) =>
    isAtLeast(member.role, "annotator") && isAuthor(member, comment),
  "comment.delete": (member: Member, comment: Authored) =>
    isAtLeast(member.role, "annotator") && isAuthor(member, comment),
  /** Whoever began it, and moderators: it takes no right to edit what others wrote. */
  "thread.resolve": (member: Member, thread: Authored) =>
    isAtLeast(member.role, "annotator") && (isAuthor(member, thread) || isAtLeast(member.role, "moderator")),
  "comment.flag": (member: Member, comment: Authored) => !isAuthor(member, comment),
  "note.flag": wroteNothingOf,
  "rebuttal.flag": wroteNothingOf,

  "rules.read": atLeast("viewer"),
  "rules.change": atLeast("owner"),
  /** The queue, decisions and appeals. What one may not decide although one moderates is in lib/moderation/conflicts. */
  "moderation.work": atLeast("moderator"),
  "moderation.read-log": atLeast("viewer"),
  /** Taking something out of the database for good, the moderators' copies included. */
  "content.purge": atLeast("owner"),
  /** Owners can't be restricted, and moderators by owners alone; nobody restricts themselves. */
  "member.restrict": (member: Member, { targetId, targetRole }: Target) =>
    isAtLeast(member.role, "moderator") &&
    member.userId !== targetId &&
    targetRole !== "owner" &&
    (targetRole !== "moderator" || member.role === "owner"),
} as const;

export type Action = keyof typeof policies;

/** What an action's rule must be told beside the member; `undefined` when nothing. */
export type FactsOf<A extends Action> =
  Parameters<(typeof policies)[A]> extends [Member, infer Facts] ? Facts : undefined;

/** Whether the member may do it. Actions with facts must be given them. */
export function may<A extends Action>(
  member: Member,
  action: A,
  ...facts: FactsOf<A> extends undefined ? [] : [FactsOf<A>]
): boolean {
  const rule = policies[action] as (member: Member, facts?: unknown) => boolean;
  return rule(member, facts[0]);
}
