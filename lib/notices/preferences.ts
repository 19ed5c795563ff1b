/** Keeps what each person wants to hear of, and how (database). */

import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import type { Preferences } from "./schema";
import { type Choice, canBeSilent, defaultChoices, type Topic, topics } from "./topics";

export type Choices = Record<Topic, Choice>;

/** What the person chose; where they chose nothing, what holds for everybody. */
export async function readChoices(userId: string): Promise<Choices> {
  const rows = await db().noticePreference.findMany({
    where: { userId },
    select: { topic: true, inApp: true, mail: true },
  });
  const chosen = rows.map(({ topic, inApp, mail }) => [topic, { inApp: inApp || !canBeSilent(topic), mail }] as const);
  return { ...defaultChoices, ...Object.fromEntries(chosen) };
}

/** What the person chose, and whether mail reaches them. */
export async function readPreferences(userId: string): Promise<Preferences> {
  const [choices, user] = await Promise.all([
    readChoices(userId),
    db().user.findUniqueOrThrow({ where: { id: userId }, select: mailFacts }),
  ]);
  return { choices, mail: config().mail === null ? "off" : takesMail(user) ? "on" : "unproven" };
}

/** What must be read of a person to know whether letters go to them. */
export const mailFacts = { demo: true, emailVerified: true } as const;

/**
 * Whether letters may go to the person's address: they have shown that it is theirs (by a mailed link, say), since anybody
 * can make an account with somebody else's. The demo's people have none.
 */
export const takesMail = ({ demo, emailVerified }: { demo: boolean; emailVerified: Date | null }) =>
  !demo && emailVerified !== null;

/** Keeps the person's choice about one topic. What can't be silent in the inbox shows there all the same. */
export async function keepChoice(userId: string, topic: Topic, choice: Choice): Promise<void> {
  const data = { mail: choice.mail, inApp: choice.inApp || !canBeSilent(topic) };
  await db().noticePreference.upsert({
    where: { userId_topic: { userId, topic } },
    create: { userId, topic, ...data },
    update: data,
  });
}

/** Nothing is mailed to the person any more; what shows in their inbox stays as they chose it. */
export async function stopMail(userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const known = (await tx.user.count({ where: { id: userId } })) > 0;
    if (!known) return;
    await tx.noticePreference.createMany({
      data: topics.map((topic) => ({ userId, topic, inApp: defaultChoices[topic].inApp, mail: "off" as const })),
      skipDuplicates: true,
    });
    await tx.noticePreference.updateMany({ where: { userId }, data: { mail: "off" } });
  });
}
