/** How a password is kept, and how it is checked without telling whether there was one. */
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { longestPassword } from "./fields";

/**
 * OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same characters typed on another keyboard or system must make the same password. */
const normalised = (password: string) => password.normalize("NFKC");

/** Returns the PHC string to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one that was kept.
 *
 * Without a kept one (unknown mail, or a person who only signs in by provider) a decoy is verified all the same, so the
 * answer takes as long and a stranger can't tell who has an account. Costs the same memory and time as a real check.
 */
export async function verifyPassword(password: string, kept: string | null, check = verify): Promise<boolean> {
  if (password.length > longestPassword) return false;
  decoy ??= hashPassword("a decoy that nobody's password is compared with in earnest");
  const matches = await check(kept ?? (await decoy), normalised(password));
  return kept !== null && matches;
}

/** Whether the kept password was made with other costs than today's, and is worth making anew while we know it. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism;
}
