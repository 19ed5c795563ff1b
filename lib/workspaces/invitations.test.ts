import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { acceptInvitation, createInvitation, invitationState, listInvitations, revokeInvitation } from "./invitations";

testDatabase();

let workspaceId: string;
let ownerId: string;

beforeEach(async () => {
  const { workspace, people } = await makeWorkspace("owner");
  workspaceId = workspace.id;
  ownerId = people.owner.id;
});

const invite = (terms: { maxUses?: number; days?: number } = {}, now = new Date()) =>
  createInvitation(
    { workspaceId, invitedById: ownerId, role: "annotator", note: undefined, maxUses: 1, days: 7, ...terms },
    now,
  );
const accept = (token: string, userId: string) => db().$transaction((tx) => acceptInvitation(tx, token, userId));
const roleOf = async (userId: string) => (await db().membership.findFirst({ where: { workspaceId, userId } }))?.role;

describe("an invitation", () => {
  it("brings a person in with its role, and says beforehand what it is", async () => {
    const { token } = await invite();
    const user = await makeUser();
    expect(await invitationState(token)).toMatchObject({
      state: "open",
      workspaceId,
      role: "annotator",
      invitedBy: "The owner",
    });
    expect(await accept(token, user.id)).toEqual({ workspaceId });
    expect(await roleOf(user.id)).toBe("annotator");
    expect(await invitationState(token)).toEqual({ state: "used-up" });
  });

  it("is kept without the link's secret", async () => {
    const { id, token } = await invite();
    const row = await db().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("with one use left lets in one of two people who come at once", async () => {
    const { id, token } = await invite();
    const [first, second] = await Promise.all([makeUser(), makeUser()]);
    const outcomes = await Promise.allSettled([accept(token, first.id), accept(token, second.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({ code: "gone" });
    expect((await db().invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(1);
    expect(await db().membership.count({ where: { workspaceId, userId: { in: [first.id, second.id] } } })).toBe(1);
  });

  it("counts a person who clicks twice once", async () => {
    const { id, token } = await invite({ maxUses: 5 });
    const user = await makeUser();
    await Promise.all([accept(token, user.id), accept(token, user.id), accept(token, user.id)]);
    expect((await db().invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(1);
  });

  it("neither raises nor lowers somebody who is a member already", async () => {
    const { id, token } = await invite();
    expect(await accept(token, ownerId)).toEqual({ workspaceId });
    expect(await roleOf(ownerId)).toBe("owner");
    expect((await db().invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(0);
  });

  it("that was revoked, has expired or never was is refused with the reason", async () => {
    const user = await makeUser();
    const revoked = await invite();
    await revokeInvitation(workspaceId, revoked.id);
    const expired = await invite({ days: 1 }, new Date(Date.now() - 2 * 24 * 60 * 60 * 1000));

    expect(await invitationState(revoked.token)).toEqual({ state: "revoked" });
    expect(await invitationState(expired.token)).toEqual({ state: "expired" });
    expect(await invitationState("no such token")).toEqual({ state: "unknown" });
    for (const token of [revoked.token, expired.token, "no such token"]) {
      await expect(accept(token, user.id)).rejects.toMatchObject({ code: "gone" });
    }
    expect(await roleOf(user.id)).toBeUndefined();
  });

  it("is listed as long as it can be used", async () => {
    const open = await invite({ maxUses: 2 });
    const usedUp = await invite();
    const revoked = await invite();
    await accept(usedUp.token, (await makeUser()).id);
    await revokeInvitation(workspaceId, revoked.id);
    expect((await listInvitations(workspaceId)).map(({ id }) => id)).toEqual([open.id]);
  });

  it("can't be revoked from another workspace", async () => {
    const { id, token } = await invite();
    const elsewhere = await makeWorkspace("owner");
    await expect(revokeInvitation(elsewhere.workspace.id, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await invitationState(token)).toMatchObject({ state: "open" });
  });
});
