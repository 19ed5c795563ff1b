/** The token by which a letter's recipient stops letters without signing in: it names them, and only we can write it. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/config/config";
import { AppError } from "@/lib/errors";

/** So that what is signed here means nothing anywhere else. */
const purpose = "stop mailing notices to ";

const signatureOf = (userId: string) =>
  createHmac("sha256", config().authSecret)
    .update(purpose + userId)
    .digest();

/** The person's token. It doesn't run out: an old letter must still be a way out. */
export function unsubscribeToken(userId: string): string {
  return `${userId}.${signatureOf(userId).toString("base64url")}`;
}

/**
 * Whose token it is.
 * @throws AppError `not-found` when we didn't write it
 */
export function readUnsubscribeToken(token: string): string {
  const [userId = "", signature = ""] = token.split(".");
  const expected = signatureOf(userId);
  const given = Buffer.from(signature, "base64url");
  if (given.length === expected.length && timingSafeEqual(given, expected)) return userId;
  throw new AppError(
    "not-found",
    "This link to stop letters isn't whole. Copy all of it from the letter, or choose on your account page what is mailed to you.",
  );
}
