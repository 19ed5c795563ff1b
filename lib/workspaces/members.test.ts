import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listen } from "@/lib/db/events";
import { addMember, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createInvitation, invitationState } from "./invitations";
import { changeRole, listMembers, removeMember } from "./members";

testDatabase();

const roleOf = async (workspaceId: string, userId: string) =>
  (await db().membership.findFirst({ where: { workspaceId, userId } }))?.role;

describe("the last owner", () => {
  it("can't be demoted or leave", async () => {
    const { workspace, people } = await makeWorkspace("owner", "editor");
    const self = { workspaceId: workspace.id, actorId: people.owner.id, targetId: people.owner.id };
    await expect(changeRole({ ...self, role: "editor" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(self)).rejects.toThrow("A workspace needs an owner.");
    expect(await roleOf(workspace.id, people.owner.id)).toBe("owner");
  });

  it("is left when two owners demote each other at the same moment", async () => {
    const { workspace, people } = await makeWorkspace("owner");
    const other = await makeUser();
    await addMember(workspace.id, other.id, "owner");
    const demote = (actorId: string, targetId: string) =>
      changeRole({ workspaceId: workspace.id, actorId, targetId, role: "viewer" });

    const outcomes = await Promise.allSettled([demote(people.owner.id, other.id), demote(other.id, people.owner.id)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().membership.count({ where: { workspaceId: workspace.id, role: "owner" } })).toBe(1);
  });

  it("is left when two owners step down or leave at the same moment", async () => {
    const { workspace, people } = await makeWorkspace("owner");
    const other = await makeUser();
    await addMember(workspace.id, other.id, "owner");

    const outcomes = await Promise.allSettled([
      changeRole({ workspaceId: workspace.id, actorId: other.id, targetId: other.id, role: "viewer" }),
      removeMember({ workspaceId: workspace.id, actorId: people.owner.id, targetId: people.owner.id }),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().membership.count({ where: { workspaceId: workspace.id, role: "owner" } })).toBe(1);
  });
});

describe("a member", () => {
  it("gets another role from an owner", async () => {
    const { workspace, people } = await makeWorkspace("owner", "viewer");
    await changeRole({
      workspaceId: workspace.id,
      actorId: people.owner.id,
      targetId: people.viewer.id,
      role: "editor",
    });
    expect(await roleOf(workspace.id, people.viewer.id)).toBe("editor");
  });

  it("whose role changes is announced to every process", async () => {
    const { workspace, people } = await makeWorkspace("owner", "viewer");
    const heard = Promise.withResolvers<unknown>();
    const stop = await listen(heard.resolve);
    const change = { workspaceId: workspace.id, actorId: people.owner.id, targetId: people.viewer.id };
    await changeRole({ ...change, role: "editor" });
    expect(await heard.promise).toEqual({
      type: "member.changed",
      workspaceId: workspace.id,
      userId: people.viewer.id,
    });
    await stop();
  });

  it("can leave, but not take others out", async () => {
    const { workspace, people } = await makeWorkspace("owner", "editor", "viewer");
    const asEditor = { workspaceId: workspace.id, actorId: people.editor.id };
    await expect(removeMember({ ...asEditor, targetId: people.viewer.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeMember({ ...asEditor, targetId: people.editor.id });
    expect(
      (await listMembers(workspace.id, { userId: people.owner.id, role: "owner" })).map(({ userId }) => userId),
    ).toEqual([people.owner.id, people.viewer.id]);
  });

  it("of another workspace can't be touched, nor told apart from nobody", async () => {
    const here = await makeWorkspace("owner");
    const there = await makeWorkspace("editor");
    const change = { workspaceId: there.workspace.id, actorId: here.people.owner.id };
    await expect(removeMember({ ...change, targetId: there.people.editor.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it.each(["demoted", "removed"] as const)("who is %s takes their open invitations with them", async (what) => {
    const { workspace, people } = await makeWorkspace("owner", "moderator");
    const { token } = await createInvitation({
      workspaceId: workspace.id,
      invitedById: people.moderator.id,
      role: "moderator",
      note: undefined,
      maxUses: 10,
      days: 7,
    });
    const change = { workspaceId: workspace.id, actorId: people.owner.id, targetId: people.moderator.id };
    await (what === "demoted" ? changeRole({ ...change, role: "viewer" }) : removeMember(change));
    expect(await invitationState(token)).toEqual({ state: "revoked" });
  });
});
