import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createInvitation, revokeInvitation } from "./invitations";
import { signUp } from "./joining";

testDatabase();

let workspaceId: string;
let ownerId: string;

beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("owner");
  workspaceId = workspace.id;
  ownerId = people.owner.id;
  await db().rateLimit.deleteMany();
});

const invite = (maxUses = 1) =>
  createInvitation({ workspaceId, invitedById: ownerId, role: "editor", maxUses, days: 7 });
const person = (token: string, email: string) => ({ token, email, name: "Ada", password: "a quiet reading room" });
const from = "203.0.113.9";

describe("signing up by an invitation", () => {
  it("makes an account with an address that nobody has proven yet, and a member", async () => {
    const { token } = await invite();
    expect(await signUp(person(token, "ada@example.org"), from)).toEqual({ workspaceId });
    const user = await db().user.findUniqueOrThrow({
      where: { email: "ada@example.org" },
      include: { memberships: true },
    });
    expect(user).toMatchObject({ emailVerified: null, memberships: [{ workspaceId, role: "editor" }] });
  });

  it("with one use left makes one account of two people's who come at once, and no half of the other's", async () => {
    const { token } = await invite();
    const emails = ["first@example.org", "second@example.org"];
    const outcomes = await Promise.allSettled(emails.map((email) => signUp(person(token, email), from)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().user.count({ where: { email: { in: emails } } })).toBe(1);
  });

  it("tells nobody without a good link who has an account", async () => {
    const known = await makeUser();
    const { id, token } = await invite();
    await revokeInvitation(workspaceId, id);
    for (const email of [known.email, "nobody@example.org"]) {
      await expect(signUp(person(token, email), from)).rejects.toMatchObject({ code: "gone" });
    }
  });

  it("doesn't hand an account over to whoever knows its address, and uses nothing up", async () => {
    const known = await makeUser();
    const { id, token } = await invite();
    await expect(signUp(person(token, known.email), from)).rejects.toMatchObject({ code: "conflict" });
    expect((await db().user.findUniqueOrThrow({ where: { id: known.id } })).passwordHash).toBeNull();
    expect((await db().invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(0);
  });

  it("stops asking around after twenty addresses", async () => {
    const { token } = await invite(100);
    const known = await makeUser();
    for (let n = 0; n < 20; n++) {
      await expect(signUp(person(token, known.email), from)).rejects.toMatchObject({ code: "conflict" });
    }
    await expect(signUp(person(token, known.email), from)).rejects.toMatchObject({ code: "rate-limited" });
  });
});
