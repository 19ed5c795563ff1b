/** The member's machine: how moderators restrict somebody and set them free. Pure. */

export type Standing =
  | { state: "active" }
  /** What they post waits for a moderator. */
  | { state: "premoderated" }
  | { state: "silenced"; until: Date }
  | { state: "suspended"; until: Date }
  | { state: "banned" };

export type MemberEvent =
  | { type: "premoderate" }
  | { type: "silence"; until: Date }
  | { type: "suspend"; until: Date }
  | { type: "ban" }
  | { type: "reinstate" };

/** Longest silence or suspension, in ms. What should last longer is a ban, and says so. */
const longestTerm = 366 * 24 * 60 * 60 * 1000;

/** The standing that counts now: silence and suspension end by themselves. */
export function currentStanding(standing: Standing, now: Date): Standing {
  return "until" in standing && standing.until <= now ? { state: "active" } : standing;
}

/** What becomes of the member's standing; null when this can't happen to it. */
export function nextStanding(standing: Standing, event: MemberEvent, now: Date): Standing | null {
  const current = currentStanding(standing, now);
  // A ban ends by being taken back, so that nobody shortens it by mistake.
  if (current.state === "banned" && event.type !== "reinstate") return null;
  switch (event.type) {
    case "premoderate":
      return { state: "premoderated" };
    case "silence":
      return isTerm(event.until, now) ? { state: "silenced", until: event.until } : null;
    case "suspend":
      return isTerm(event.until, now) ? { state: "suspended", until: event.until } : null;
    case "ban":
      return { state: "banned" };
    case "reinstate":
      return current.state === "active" ? null : { state: "active" };
  }
}

const isTerm = (until: Date, now: Date) => until > now && until.getTime() <= now.getTime() + longestTerm;
