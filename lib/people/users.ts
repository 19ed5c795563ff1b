/** People's accounts: making one, and changing what is one's own in it (database). */
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { rateLimit } from "@/lib/http/rate-limit";
import { type Actor, signInIdOf } from "./actor";
import { type Color, leastUsedColor } from "./colors";
import { hashPassword, verifyPassword } from "./password";
import { endSignIns } from "./sign-ins";

interface NewUser {
  /** As emailSchema gives it. */
  email: string;
  /** When we saw proof that the address is theirs; null when we have only their word. */
  emailVerified: Date | null;
  name: string;
  passwordHash: string | null;
}

/** Somebody at an unlocked desk should not find out the password by trying. */
const guesses = rateLimit({
  name: "change-password",
  times: 10,
  seconds: 15 * 60,
  words: "There were too many attempts to change the password. Nothing was changed.",
});

/** Enough of the newest people to spread the colours. */
const colorSample = 200;

/**
 * Makes an account.
 * @throws AppError `conflict` when the address has one
 */
export async function createUser(tx: Tx, user: NewUser): Promise<{ id: string }> {
  const others = await tx.user.findMany({
    select: { color: true },
    orderBy: { createdAt: "desc" },
    take: colorSample,
  });
  const color = leastUsedColor(others.map((other) => other.color));
  const created = await tx.user.createManyAndReturn({
    data: [{ ...user, color }],
    select: { id: true },
    skipDuplicates: true,
  });
  if (created[0]) return created[0];
  throw new AppError(
    "conflict",
    "There is already an account with this mail address. Sign in with it, then open the link again.",
  );
}

/** Changes one's name or colour. */
export async function updateProfile(userId: string, changes: { name?: string; color?: Color }): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { name: changes.name, color: changes.color } });
}

/** Whether the person has a password, has none yet, or has one that stays because it is the demo's. */
export async function passwordState(userId: string): Promise<"set" | "none" | "demo"> {
  const { passwordHash, demo } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, demo: true },
  });
  if (demo) return "demo";
  return passwordHash === null ? "none" : "set";
}

interface PasswordChange {
  /** At a browser, whose sign-in stays. */
  actor: Actor;
  /** Not asked of people who have none yet. */
  current?: string | undefined;
  next: string;
}

/**
 * Sets a new password and ends every other sign-in.
 * @throws AppError `wrong-credentials` when the current password isn't the current one, `rate-limited`, `forbidden` to the
 *   demo's people, whose passwords everybody knows and must go on knowing
 */
export async function changePassword({ actor, current, next }: PasswordChange): Promise<void> {
  const userId = actor.user.id;
  await guesses.spend(userId);
  const { passwordHash, demo } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, demo: true },
  });
  if (demo) throw new AppError("forbidden", "The demo's people keep their password. Nothing was changed.");
  if (passwordHash !== null && !(await verifyPassword(current ?? "", passwordHash))) {
    throw new AppError("wrong-credentials", "That is not your current password. Nothing was changed.");
  }
  const nextHash = await hashPassword(next);
  await db().$transaction(async (tx) => {
    // The hash we checked against must still be the kept one: of two changes at once, the second starts from a stale word.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash },
      data: { passwordHash: nextHash },
    });
    if (count === 0) {
      throw new AppError("conflict", "Your password was changed elsewhere just now. Nothing was changed here.");
    }
    await endSignIns(tx, { userId, except: signInIdOf(actor) });
  });
}

/**
 * Sets a password for somebody who lost theirs, and ends all their sign-ins. For the operator, who vouches for them.
 * @throws AppError `not-found`
 */
export async function resetPassword(email: string, next: string): Promise<void> {
  const passwordHash = await hashPassword(next);
  await db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) throw new AppError("not-found", `Nobody has an account with the address ${email}. Nothing was changed.`);
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await endSignIns(tx, { userId: user.id });
  });
}
