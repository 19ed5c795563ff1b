/** What is mailed, to whom and how often, with a real PostgreSQL and a real SMTP server on this machine. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { ContentState, type MemberStanding } from "@/lib/db/generated/enums";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { type Mailbox, startMailbox } from "@/lib/people/testing/mailbox";
import { fromPlainText } from "@/lib/threads/body";
import { setAttention } from "@/lib/threads/reading";
import { postOn } from "@/lib/threads/store";
import { mailDue } from "./mailer";
import { keepChoice } from "./preferences";
import { markNoticesRead } from "./read";

testDatabase();

const minute = 60_000; // ms
const hour = 60 * minute;
const day = 24 * hour;

let mailbox: Mailbox;
let workspaceId: string;
let ana: Member & { email: string };
let ben: Member;
let start: number;

beforeAll(async () => {
  mailbox = await startMailbox();
  return () => mailbox.close();
});
beforeEach(async () => {
  mailbox.letters.length = 0;
  await db().digest.deleteMany();
  await db().notice.deleteMany();
  const { workspace, people } = await makeWorkspace("annotator", "editor");
  workspaceId = workspace.id;
  ana = { userId: people.annotator.id, role: "annotator", email: people.annotator.email };
  ben = { userId: people.editor.id, role: "editor" };
  await db().user.update({ where: { id: ana.userId }, data: { emailVerified: new Date() } });
  start = Date.now();
});

const mail = () => ({ smtpUrl: mailbox.smtpUrl, from: "Rejoinder <rejoinder@example.org>" });
/** A round, so long after the test began. */
const roundAfter = (passed: number, to = mail()) => mailDue(to, new Date(start + passed));
const article = async () => ({ id: (await makeArticle(workspaceId)).article.id, workspaceId });
const call = (words: string) => ({
  type: "doc" as const,
  content: [
    { type: "paragraph" as const, content: [{ type: "mention" as const, attrs: { userId: ana.userId, name: "?" } }] },
    ...fromPlainText(words).content,
  ],
});
const callAna = async (words: string) =>
  (await postOn(await article(), { kind: "article" }, { body: call(words) }, ben, new Date())).comment.id;
const texts = () => mailbox.letters.map(({ text }) => text ?? "");

describe("a digest", () => {
  it("comes a day after the first of what one hasn't read, with all of it, and once", async () => {
    await callAna("First things");
    await callAna("Second things");
    await roundAfter(day - hour);
    expect(mailbox.letters).toHaveLength(0);
    await Promise.all([roundAfter(day + minute), roundAfter(day + minute), roundAfter(day + minute)]);
    await roundAfter(2 * day + hour);
    expect(mailbox.letters).toHaveLength(1);
    const letter = await mailbox.letterTo(ana.email);
    expect(letter.subject).toBe("2 unread notices on Rejoinder");
    expect(letter.text).toMatch(
      /The editor mentioned you\n.*A test's workspace\n> @The annotator Second things\nhttp\S+#comment-/,
    );
    expect(letter.text).toContain("First things");
    expect(letter.html).toContain("First things");
  });

  it("comes every hour to who wants that, and tells of a lively thread anew", async () => {
    await keepChoice(ana.userId, "threads", { inApp: true, mail: "hourly" });
    const on = await article();
    const say = (words: string) => postOn(on, { kind: "article" }, { body: fromPlainText(words) }, ben, new Date());
    const { threadId } = await say("Before");
    await setAttention(threadId, ana, "followed");
    await say("One");
    await roundAfter(hour + minute);
    await say("Two");
    // As if it had been said then.
    await db().notice.updateMany({ data: { waitsSince: new Date(start + hour + minute) } });
    await roundAfter(hour + 2 * minute);
    expect(texts()).toEqual([expect.stringContaining("wrote in a thread you follow")]);
    await roundAfter(2 * hour + 3 * minute);
    expect(texts()[1]).toContain("2 new comments in a thread you follow");
  });

  it("holds what its reader may see when it leaves, and isn't sent when that is nothing", async () => {
    for (const state of Object.values(ContentState)) {
      const id = await callAna(`Of a ${state} comment`);
      await db().comment.update({ where: { id }, data: { state } });
    }
    await roundAfter(day + minute);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]?.match(/Of a \w+ comment/g)).toEqual(["Of a visible comment"]);

    const id = await callAna("Later");
    await db().comment.update({ where: { id }, data: { state: "hidden" } });
    await roundAfter(2 * day + hour);
    expect(texts()).toHaveLength(1);
    expect(await db().digest.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } })).toMatchObject([
      { state: "sent", _count: 1 },
      { state: "empty", _count: 1 },
    ]);
  });

  it("says nothing that was read in the inbox, nor what one doesn't want mailed", async () => {
    await callAna("Read");
    await markNoticesRead(ana.userId, null, new Date());
    await roundAfter(day + minute);
    await keepChoice(ana.userId, "mentions", { inApp: true, mail: "off" });
    await callAna("Unwanted");
    await roundAfter(2 * day);
    expect(mailbox.letters).toHaveLength(0);
  });

  it.each(["suspended", "banned"] satisfies MemberStanding[])("never goes to somebody %s", async (standing) => {
    await callAna("Words");
    await db().membership.update({
      where: { workspaceId_userId: { workspaceId, userId: ana.userId } },
      data: { standing, standingUntil: standing === "suspended" ? new Date(start + 3 * day) : null },
    });
    await roundAfter(day + minute);
    expect(mailbox.letters).toHaveLength(0);
  });

  it("never goes to who was removed, to the demo's people, or to an address that nobody has shown to be theirs", async () => {
    await callAna("Words");
    await db().user.update({ where: { id: ana.userId }, data: { emailVerified: null } });
    await roundAfter(day + minute);
    await db().user.update({ where: { id: ana.userId }, data: { emailVerified: new Date(), demo: true } });
    await roundAfter(day + 2 * minute);
    await db().user.update({ where: { id: ana.userId }, data: { demo: false } });
    await db().membership.delete({ where: { workspaceId_userId: { workspaceId, userId: ana.userId } } });
    await roundAfter(day + 3 * minute);
    expect(mailbox.letters).toHaveLength(0);
  });

  it("carries words as words, whatever stands in them", async () => {
    await callAna('<img src=x onerror="alert(1)"> & more');
    await roundAfter(day + minute);
    const { html, text } = await mailbox.letterTo(ana.email);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more");
    expect(html).not.toContain("<img");
    expect(text).toContain('<img src=x onerror="alert(1)"> & more');
  });
});

describe("a letter that doesn't leave", () => {
  it("waits while the server is away, and longer each time", async () => {
    await callAna("Words");
    const nowhere = { ...mail(), smtpUrl: "smtp://127.0.0.1:1" };
    await roundAfter(day + minute, nowhere);
    await roundAfter(day + 2 * minute);
    expect(mailbox.letters).toHaveLength(0);
    await roundAfter(day + 7 * minute);
    expect(mailbox.letters).toHaveLength(1);
  });

  it("is given up after the fifth time", async () => {
    await callAna("Words");
    const nowhere = { ...mail(), smtpUrl: "smtp://127.0.0.1:1" };
    for (let n = 0; n < 6; n++) await roundAfter((n + 1) * 2 * day, nowhere);
    await roundAfter(20 * day);
    expect(mailbox.letters).toHaveLength(0);
    expect(await db().digest.findMany()).toMatchObject([{ state: "failed", attempts: 5 }]);
  });

  it("isn't sent again when its process died while sending it: it may have left", async () => {
    await callAna("Words");
    const { id } = await db().digest.create({
      data: { userId: ana.userId, state: "sending", attempts: 1, triedAt: new Date(start) },
    });
    await db().notice.updateMany({ data: { digestId: id } });
    await roundAfter(2 * day);
    expect(mailbox.letters).toHaveLength(0);
    expect(await db().digest.findMany()).toMatchObject([{ state: "failed" }]);
  });
});
