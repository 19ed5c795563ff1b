/** What flags weigh together. A brigade weighs little more than one of it; a person whose flags held weighs more. Pure. */

/** One flag that was not withdrawn, with what is known of its flagger. */
export interface WeighedFlag {
  /** How many of their earlier flags in the workspace decisions agreed with, and with how many they didn't. */
  agreed: number;
  disagreed: number;
  /** Whether they may moderate. */
  isStaff: boolean;
  /** Since when they are a member, in milliseconds since 1970. */
  joinedAt: number;
  /** Who brought them in; those with the same inviter count as one circle. Null when nobody is known. */
  circle: string | null;
}

/** From this score on the content is hidden until a moderator has looked. */
export const autoHideScore = 2;

const day = 24 * 60 * 60 * 1000; // ms
const newcomer = 2 * day;
/** What each further flag of a circle adds, as a share of its weight. */
const shareInCircle = 0.2;
/** A moderator's flag says: look at this now. It hides nothing by itself. */
const staffWeight = 1.5;

/**
 * The share of a person's flags that held, smoothed so that nobody begins at nothing or everything (Laplace's rule of
 * succession): without any history one half. Newcomers weigh half of that.
 */
export function weightOf({ agreed, disagreed, isStaff, joinedAt }: WeighedFlag, now: number): number {
  if (isStaff) return staffWeight;
  const record = (agreed + 1) / (agreed + disagreed + 2);
  return now - joinedAt < newcomer ? record / 2 : record;
}

/** The sum of the weights, in which each circle's strongest flag counts whole and the rest of it by a fifth. */
export function scoreOf(flags: readonly WeighedFlag[], now: number): number {
  const circles = new Map<string | number, number[]>();
  for (const [index, flag] of flags.entries()) {
    const circle = flag.circle ?? index;
    circles.set(circle, [...(circles.get(circle) ?? []), weightOf(flag, now)]);
  }
  return [...circles.values()].reduce((sum, weights) => {
    const strongest = Math.max(...weights);
    const rest = weights.reduce((total, weight) => total + weight, 0) - strongest;
    return sum + strongest + rest * shareInCircle;
  }, 0);
}
