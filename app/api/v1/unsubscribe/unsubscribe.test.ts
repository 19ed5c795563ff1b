/** The way out of letters: by a mail program's one click, or by a page, and for nobody else. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeWorkspace, testDatabase } from "@/lib/db/testing";
import { mailDue } from "@/lib/notices/mailer";
import { keepChoice } from "@/lib/notices/preferences";
import { unsubscribeToken } from "@/lib/notices/unsubscribe";
import { type Mailbox, startMailbox } from "@/lib/people/testing/mailbox";
import { GET, POST } from "./route";

testDatabase();

const day = 24 * 60 * 60 * 1000; // ms
/** A minute beyond a day, in ms. */
const due = day + 60_000;

let mailbox: Mailbox;
let ana: { id: string; email: string };
let ben: { id: string };
let workspaceId: string;

beforeAll(async () => {
  mailbox = await startMailbox();
  return () => mailbox.close();
});
beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("annotator", "editor");
  workspaceId = workspace.id;
  [ana, ben] = [people.annotator, people.editor];
  await db().user.update({ where: { id: ana.id }, data: { emailVerified: new Date() } });
});

const tell = (waitsSince: Date) =>
  db().notice.upsert({
    where: { id: ana.id },
    create: { id: ana.id, workspaceId, recipientId: ana.id, kind: "role_changed", waitsSince },
    update: { digestId: null, waitsSince },
  });
const mailAt = (now: Date) => mailDue({ smtpUrl: mailbox.smtpUrl, from: "Rejoinder <rejoinder@example.org>" }, now);

describe("a letter can be stopped", () => {
  const post = (url: string) =>
    POST(
      new Request(url, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      }),
      { params: Promise.resolve({}) },
    );

  it("is one click of a mail program, without signing in (RFC 8058)", async () => {
    await keepChoice(ana.id, "roles", { inApp: true, mail: "daily" });
    const now = new Date();
    await tell(now);
    await mailAt(new Date(now.getTime() + due));
    const { headerLines } = await mailbox.letterTo(ana.email);
    const lineOf = (name: string) => headerLines.find(({ key }) => key === name)?.line;
    expect(lineOf("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const [, url = ""] = /^List-Unsubscribe: <(.*)>$/.exec(lineOf("list-unsubscribe") ?? "") ?? [];
    expect(url.startsWith(`${config().appUrl}/api/v1/unsubscribe?token=`)).toBe(true);
    expect((await post(url)).status).toBe(204);
    await tell(new Date(now.getTime() + due));
    await mailAt(new Date(now.getTime() + 2 * due));
    expect(mailbox.letters).toHaveLength(1);
  });

  it("opened in a browser is a page with a button, and stops nothing by itself", async () => {
    const url = `${config().appUrl}/api/v1/unsubscribe?token=${unsubscribeToken(ana.id)}`;
    const answer = await GET(new Request(url), { params: Promise.resolve({}) });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/unsubscribe?token=${unsubscribeToken(ana.id)}`);
    expect(await db().noticePreference.count({ where: { userId: ana.id } })).toBe(0);
  });

  it.each([
    ["of somebody else", () => unsubscribeToken(ben.id).replace(ben.id, ana.id)],
    ["cut short", () => unsubscribeToken(ana.id).slice(0, -3)],
    ["without a signature", () => ana.id],
  ])("isn't there for a token %s", async (_, token) => {
    expect((await post(`${config().appUrl}/api/v1/unsubscribe?token=${token()}`)).status).toBe(404);
    expect(await db().noticePreference.count({ where: { userId: ana.id } })).toBe(0);
  });
});
