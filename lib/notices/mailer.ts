/** Mails what people haven't read in their inboxes (database, mail): every minute, in every process, each letter once. */
import { type Config, config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { sendMail, wasRefused } from "@/lib/people/mail";
import { type ClaimedDigest, claimDigest, endDigest, gatherDigests, giveUpLostDigests, putOffDigest } from "./digests";
import { letterOf } from "./letter";
import { mailFacts, takesMail } from "./preferences";
import { isShown, reachOfMail } from "./shown";
import { unsubscribeToken } from "./unsubscribe";
import { viewsOf } from "./views";

type Mail = NonNullable<Config["mail"]>;

/** Notices in one letter; the rest wait in the inbox. */
const mostInLetter = 50;

const every = 60_000; // ms

/**
 * Begins to look every minute for what is due.
 * @returns a function that stops it, and resolves when the letter that is just being sent has left
 */
export function startMailer(mail: Mail): () => Promise<void> {
  const stopping = new AbortController();
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() =>
      mailDue(mail, new Date(), stopping.signal).catch((error: unknown) =>
        log.error({ err: error }, "what is due could not be mailed; it is tried again in a minute"),
      ),
    );
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
    return round;
  };
}

/** Mails everything that is due at the moment `now`, one letter after the other, until `signal` aborts. */
export async function mailDue(mail: Mail, now: Date, signal?: AbortSignal): Promise<void> {
  const lost = await giveUpLostDigests(now);
  if (lost > 0) log.warn({ digests: lost }, "letters may have been lost with the process that was sending them");
  await gatherDigests(now);
  while (!signal?.aborted) {
    const digest = await claimDigest(now);
    if (!digest) return;
    // What the server didn't take, it won't take a moment later: the others wait for the next round.
    if ((await send(digest, mail, now)) === "put-off") return;
  }
}

async function send(digest: ClaimedDigest, mail: Mail, now: Date): Promise<"done" | "put-off"> {
  const letter = await letterFor(digest, now);
  if (!letter) {
    await endDigest(digest.id, "empty");
    return "done";
  }
  try {
    await sendMail(mail, letter);
  } catch (error) {
    const mayComeThrough = wasRefused(error) === "for-now";
    log.warn({ err: error, digest: digest.id, attempt: digest.attempts }, "a letter was not taken");
    metrics.letters.inc({ outcome: "refused" });
    // One that may have left all the same isn't sent again.
    if (mayComeThrough) await putOffDigest(digest, now);
    else await endDigest(digest.id, "failed");
    return "put-off";
  }
  await endDigest(digest.id, "sent");
  metrics.letters.inc({ outcome: "sent" });
  return "done";
}

/** The digest as a letter, with what its recipient hasn't read and may see now; null when that is nothing, or they take none. */
export async function letterFor({ id, userId }: Pick<ClaimedDigest, "id" | "userId">, now: Date) {
  const user = await db().user.findUnique({ where: { id: userId }, select: { email: true, ...mailFacts } });
  if (!user || !takesMail(user)) return null;
  const shown = isShown(await reachOfMail(userId, now));
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT n."id" FROM "Notice" n WHERE ${shown} AND n."digestId" = ${id}::uuid AND n."readAt" IS NULL
    ORDER BY n."createdAt" DESC, n."id" DESC`);
  const notices = await viewsOf(
    rows.slice(0, mostInLetter).map((row) => row.id),
    now,
  );
  if (notices.length === 0) return null;
  const digest = { id, notices, more: Math.max(0, rows.length - mostInLetter) };
  return { to: user.email, ...letterOf(digest, { appUrl: config().appUrl, token: unsubscribeToken(userId) }) };
}
