/** Restricting members in a real PostgreSQL, with their sockets open: it holds at once, wherever one looks. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { memberOf } from "@/lib/access/membership";
import type { Member } from "@/lib/access/policies";
import { articleDocument } from "@/lib/collab/names";
import { bearer, testCollab, WireClient } from "@/lib/collab/testing";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { listNotices } from "@/lib/notices/inbox";
import { acceptInvitation, createInvitation } from "@/lib/workspaces/invitations";
import { removeMember } from "@/lib/workspaces/members";
import { listWorkspaces } from "@/lib/workspaces/workspaces";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide } from "./decide";
import { currentStanding, type MemberEvent, nextStanding, type Standing } from "./member";
import type { MemberChoice } from "./schema";
import { restrictMember } from "./standing";
import { itemOf, makeScene, type Scene, say, stateOf } from "./testing";

testDatabase();
const server = testCollab();

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const reasons = { reason: "abusive", ground: { kind: "law", law: "A law" }, facts: "Again and again." } as const;
const hour = 60 * 60 * 1000;

const restrict = (
  choice: MemberChoice,
  { moderator = scene.moderator, target = scene.author, now = new Date() } = {},
) => restrictMember({ workspaceId: scene.workspaceId, targetId: target.userId, choice, moderator }, now);
const seenAs = (now = new Date()) => memberOf(scene.author.userId, scene.workspaceId, now);

describe("the member's machine", () => {
  const now = new Date("2026-01-01T12:00:00.000Z");
  const later = (ms: number) => new Date(now.getTime() + ms);
  const anyEvent: fc.Arbitrary<MemberEvent> = fc.oneof(
    fc.constantFrom<MemberEvent>({ type: "premoderate" }, { type: "ban" }, { type: "reinstate" }),
    fc.record({
      type: fc.constantFrom("silence" as const, "suspend" as const),
      until: fc.integer({ min: -hour, max: 400 * 24 * hour }).map(later),
    }),
  );

  it("ends a silence or suspension at its time, never lets one begin in the past or last for ever, and shortens no ban", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.nat(hour)), { maxLength: 200 }), (events) => {
        let standing: Standing = { state: "active" };
        let at = now;
        for (const [event, wait] of events) {
          at = new Date(at.getTime() + wait);
          const next = nextStanding(standing, event, at);
          if (standing.state === "banned" && event.type !== "reinstate") expect(next).toBeNull();
          standing = next ?? standing;
          if (next && "until" in next) {
            expect(next.until > at).toBe(true);
            expect(currentStanding(next, next.until)).toEqual({ state: "active" });
          }
        }
      }),
    );
  });
});

describe("a member who is", () => {
  it("silenced reads and doesn't write, until the time is over", async () => {
    const now = new Date();
    await restrict({ measure: "silence", hours: 1, ...reasons }, { now });
    expect(await seenAs()).toEqual({ userId: scene.author.userId, role: "viewer" });
    expect(await seenAs(new Date(now.getTime() + hour))).toEqual(scene.author);
  });

  it("suspended finds no workspace, is told why, and is back when it was overturned", async () => {
    const { decisionId } = await restrict({ measure: "suspend", hours: 24, ...reasons });
    expect(await seenAs()).toBeNull();
    expect(await listWorkspaces(scene.author.userId)).toEqual([]);
    const { notices } = await listNotices(scene.author.userId, new Date());
    expect(notices).toMatchObject([
      { kind: "member_decided", statement: { measure: "suspend", facts: "Again and again.", mayAppeal: true } },
    ]);

    await makeAppeal(decisionId, scene.author.userId, "It wasn't me.", new Date());
    const { id: appealId } = await db().appeal.findUniqueOrThrow({ where: { decisionId } });
    const overturn = { outcome: "overturned", reply: "It wasn't." } as const;
    await expect(decideAppeal(appealId, overturn, scene.moderator, new Date())).rejects.toMatchObject({
      code: "forbidden",
    });
    await decideAppeal(appealId, overturn, scene.owner, new Date());
    expect(await seenAs()).toEqual(scene.author);
  });

  it("suspended loses open documents at once", async () => {
    const name = articleDocument(scene.article.id);
    const client = await WireClient.open(server.url(), name, await bearer(scene.author.userId));
    await restrict({ measure: "suspend", hours: 1, ...reasons });
    await client.until((received) => received.kind === "closed");
    await client.close();
  });

  it("silenced stays in open documents as a reader", async () => {
    const name = articleDocument(scene.article.id);
    const client = await WireClient.open(server.url(), name, await bearer(scene.author.userId));
    await restrict({ measure: "silence", hours: 1, ...reasons });
    await client.until(
      (received) =>
        received.kind === "message" && received.message.type === "access" && received.message.access === "read",
    );
    await client.close();
  });

  it("pre-moderated posts what others see when a moderator has let it through", async () => {
    await restrict({ measure: "premoderate", ...reasons });
    const held = await seenAs();
    if (!held) throw new Error("A pre-moderated member is a member.");
    expect(held.isPremoderated).toBe(true);
    const commentId = await say(scene, "May I?", held);
    expect(await stateOf(commentId)).toBe("pending");
    const { id, version } = await itemOf(commentId);
    await decide(id, version, { measure: "approve" }, scene.moderator, new Date());
    expect(await stateOf(commentId)).toBe("visible");
  });

  it("restricted and leaves is restricted when they come back by an invitation", async () => {
    const { workspaceId, author, owner } = scene;
    await restrict({ measure: "silence", hours: 24, ...reasons });
    await removeMember({ workspaceId, actorId: author.userId, targetId: author.userId });
    const { token } = await createInvitation(
      { workspaceId, invitedById: owner.userId, role: "editor", maxUses: 1, days: 1 },
      new Date(),
    );
    await db().$transaction((tx) => acceptInvitation(tx, token, author.userId));
    expect(await seenAs()).toMatchObject({ role: "viewer" });
  });
});

describe("nobody", () => {
  it.each([
    ["an owner", () => ({ target: scene.owner })],
    ["themselves", () => ({ target: scene.moderator })],
  ])("restricts %s", async (_, people: () => { target: Member }) => {
    await expect(restrict({ measure: "ban", ...reasons }, people())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("shortens a ban by another measure; it is taken back", async () => {
    await restrict({ measure: "ban", ...reasons });
    await expect(restrict({ measure: "silence", hours: 1, ...reasons })).rejects.toMatchObject({ code: "conflict" });
    await restrict({ measure: "reinstate" });
    expect(await seenAs()).toEqual(scene.author);
  });

  it("can write an impossible standing into the database", async () => {
    const where = { workspaceId: scene.workspaceId, userId: scene.author.userId };
    for (const data of [{ standing: "silenced" as const }, { standingUntil: new Date() }])
      await expect(db().membership.updateMany({ where, data })).rejects.toThrow();
    const owner = { workspaceId: scene.workspaceId, userId: scene.owner.userId };
    await expect(db().membership.updateMany({ where: owner, data: { standing: "banned" } })).rejects.toThrow();
  });
});
