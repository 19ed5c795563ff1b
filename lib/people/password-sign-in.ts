/** Signing in with mail address and password: the same answer, in the same time, for an unknown address and a wrong password (database). */
import { config, demoSignInsAreOn } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { rateLimit } from "@/lib/http/rate-limit";
import { emailSchema } from "./fields";
import { hashPassword, isOutdated, verifyPassword } from "./password";
import { hashOfToken } from "./secret-token";

const window = 15 * 60; // seconds
const words = "There were too many attempts to sign in. Nothing was changed.";

/** Against trying one password on many accounts. An office behind one address still fits. */
const fromOneAddress = rateLimit({ name: "sign-in-address", times: 60, seconds: window, words });
/** Against trying many passwords on one account. Forgiven when the right one comes. */
const forOneMail = rateLimit({ name: "sign-in-mail-address", times: 10, seconds: window, words });
/** The same from many addresses: more, so that whoever knows a mail address can't easily lock its owner out. */
const forOneMailFromAnywhere = rateLimit({ name: "sign-in-mail", times: 100, seconds: window, words });

interface Attempt {
  email: unknown;
  password: unknown;
  /** The client's. */
  address: string;
}

/**
 * Who it is, or null when address and password don't go together.
 * @param verify stands in for verifyPassword where a test watches it
 * @throws AppError `rate-limited`
 */
export async function signInByPassword(
  { email, password, address }: Attempt,
  verify = verifyPassword,
): Promise<{ id: string } | null> {
  await fromOneAddress.spend(address);
  const mail = emailSchema.safeParse(email);
  // As a hash, because the table of limits is no place to collect addresses.
  const counted = hashOfToken(mail.data ?? String(email));
  await forOneMail.spend(`${counted} ${address}`);
  await forOneMailFromAnywhere.spend(counted);

  const user = mail.success ? await db().user.findUnique({ where: { email: mail.data } }) : null;
  const isBarred = user?.demo && !demoSignInsAreOn(config());
  const kept = user && !isBarred ? user.passwordHash : null;
  const typed = typeof password === "string" ? password : "";
  if (!(await verify(typed, kept)) || !user || kept === null) return null;

  await forOneMail.forgive(`${counted} ${address}`);
  await forOneMailFromAnywhere.forgive(counted);
  if (isOutdated(kept)) {
    const passwordHash = await hashPassword(typed);
    await db().user.updateMany({ where: { id: user.id, passwordHash: kept }, data: { passwordHash } });
  }
  return { id: user.id };
}
