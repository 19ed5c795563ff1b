/** What becomes of a comment before anybody has seen it: refused, held, shown and put into the queue, or let through. Pure. */
import type { Details, WatchAction } from "./details";
import type { PostingRules } from "./schema";

/** A watched word in the comment. */
export interface Watched {
  action: WatchAction;
  details: Extract<Details, { kind: "watched_word" }>;
}

/** Earlier words that say the same. */
export type Earlier = Omit<Extract<Details, { kind: "reposted" }>, "kind">;

interface Facts {
  rules: PostingRules;
  watched: readonly Watched[];
  /** How many links are in it. */
  links: number;
  author: {
    /** Whether they may moderate: nothing here is about them. */
    isStaff: boolean;
    /** How old the account is, in ms. */
    age: number;
    /** How many of their comments are to be seen in the workspace. */
    shown: number;
  };
  /** How long the text is without spaces and signs. */
  letters: number;
  earlier: readonly Earlier[];
  /** For an edit: whether a moderator had found the comment all right. Null for a new one. */
  edit: { wasApproved: boolean } | null;
}

export type Verdict =
  | { outcome: "refuse"; why: "watched-word" }
  | { outcome: "refuse"; why: "links"; most: number; hours: number }
  | { outcome: "hold" | "flag"; findings: readonly Details[] }
  | { outcome: "pass" };

const hour = 60 * 60 * 1000; // ms

/** Shorter texts are written twice by accident: "Thank you!" */
const fewestLetters = 20;

/** What becomes of it. */
export function verdictOn({ rules, watched, links, author, letters, earlier, edit }: Facts): Verdict {
  if (author.isStaff) return { outcome: "pass" };
  if (watched.some(({ action }) => action === "refuse")) return { outcome: "refuse", why: "watched-word" };
  const { newcomerHours: hours, newcomerLinks: most } = rules;
  if (most !== null && links > most && author.age < hours * hour)
    return { outcome: "refuse", why: "links", most, hours };

  const isFirst = edit === null && author.shown < rules.heldPosts;
  const reposted = earlier.filter(
    ({ earlier: state, own }) => letters >= fewestLetters || (own && state !== "deleted"),
  );
  const findings: Details[] = [
    ...watched.map(({ details }) => details),
    ...(isFirst ? [{ kind: "first_posts", number: author.shown + 1, of: rules.heldPosts } as const] : []),
    ...reposted.map((each) => ({ kind: "reposted", ...each }) as const),
    ...(edit?.wasApproved && rules.rechecksEdits ? [{ kind: "edited" } as const] : []),
  ];
  const isHeld =
    isFirst || watched.some(({ action }) => action === "hold") || reposted.some((each) => each.earlier !== "deleted");
  if (findings.length === 0) return { outcome: "pass" };
  return { outcome: isHeld ? "hold" : "flag", findings };
}
