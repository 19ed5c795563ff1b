/** What a member's standing leaves of their rights: asked wherever a membership is looked up. Pure. */
import type { Member, Role } from "./policies";

export type MemberStanding = "active" | "premoderated" | "silenced" | "suspended" | "banned";

export interface StandingFacts {
  standing: MemberStanding;
  /** When it ends by itself; null when it doesn't. */
  standingUntil: Date | null;
}

/** The standing that counts now: what has run out is over, whether or not anybody wrote that down. */
export function standingAt({ standing, standingUntil }: StandingFacts, now: Date): MemberStanding {
  return standingUntil && standingUntil <= now ? "active" : standing;
}

/** The person as the member that they may be now; null when the workspace isn't there for them. */
export function memberAs(row: { userId: string; role: Role } & StandingFacts, now: Date): Member | null {
  const { userId, role } = row;
  const standing = standingAt(row, now);
  switch (standing) {
    case "active":
      return { userId, role };
    case "premoderated":
      return { userId, role, isPremoderated: true };
    case "silenced":
      return { userId, role: "viewer" };
    case "suspended":
    case "banned":
      return null;
  }
}
