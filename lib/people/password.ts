/** Passwords: argon2id, with OWASP's parameters (Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane). */
import { hash, type Options, verify } from "@node-rs/argon2";

const options: Options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** The PHC string to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Whether the password is the stored one. Without a stored one it takes the same time and says no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysPassword()), password, options).catch(() => false);
  return stored !== null && matches;
}

let decoy: Promise<string> | undefined;

/** A hash that no password is compared with in earnest; it only costs what a real one costs. */
function nobodysPassword(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
