/** The thread's machine: open at its own pace or slowly, locked, archived; and who may say something in it when. Pure. */

/** Why a thread is locked. */
export const lockReasons = ["off_topic", "resolved", "spam", "heated"] as const;
export type LockReason = (typeof lockReasons)[number];

export type ThreadMode =
  /** `slowSeconds`: how long each person waits between two comments; null: not at all. */
  | { state: "open"; slowSeconds: number | null }
  /** Readable; only moderators add something. */
  | { state: "locked"; reason: LockReason }
  /** Readable; nobody adds anything. */
  | { state: "archived" };

export type ThreadEvent =
  | { type: "lock"; reason: LockReason }
  | { type: "archive" }
  /** From either back to open. */
  | { type: "open" }
  | { type: "slow"; seconds: number }
  | { type: "unslow" };

/** The longest wait between two comments, in seconds: a day. */
export const longestSlow = 86_400;

/** What becomes of the thread; null when this can't happen to it. */
export function nextMode(mode: ThreadMode, event: ThreadEvent): ThreadMode | null {
  switch (event.type) {
    case "lock":
      return mode.state === "archived" ? null : { state: "locked", reason: event.reason };
    case "archive":
      return mode.state === "archived" ? null : { state: "archived" };
    case "open":
      return mode.state === "open" ? null : { state: "open", slowSeconds: null };
    case "slow": {
      const { seconds } = event;
      const isWait = Number.isInteger(seconds) && seconds >= 1 && seconds <= longestSlow;
      return mode.state === "open" && isWait ? { state: "open", slowSeconds: seconds } : null;
    }
    case "unslow":
      return mode.state === "open" && mode.slowSeconds !== null ? { state: "open", slowSeconds: null } : null;
  }
}

/** What keeps somebody from saying something now. */
export type PostingRefusal =
  | { why: "locked"; reason: LockReason }
  | { why: "archived" }
  | { why: "slow"; wait: number };

interface Poster {
  /** Whether they may moderate. */
  isStaff: boolean;
  /** When they last said something in the thread, also if it was deleted since; null for never. */
  lastAt: Date | null;
}

/** Why the person can't post now; null when they can. `wait` is in ms. */
export function refusalToPost(mode: ThreadMode, { isStaff, lastAt }: Poster, now: Date): PostingRefusal | null {
  switch (mode.state) {
    case "archived":
      return { why: "archived" };
    case "locked":
      return isStaff ? null : { why: "locked", reason: mode.reason };
    case "open": {
      if (mode.slowSeconds === null || isStaff || lastAt === null) return null;
      const wait = lastAt.getTime() + mode.slowSeconds * 1000 - now.getTime();
      return wait > 0 ? { why: "slow", wait } : null;
    }
  }
}
