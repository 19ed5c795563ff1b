/** Invitations by link: kept as a hash, with an expiry, a role and a number of uses, revocable (database). */
import type { Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { Invitation } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { lastingStanding } from "@/lib/moderation/standing";
import { hashOfToken, newSecretToken } from "@/lib/people/secret-token";
import type { ListedInvitation } from "./endpoints";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** What a link is worth now. Whoever asks holds the link, so the reason is no secret to them. */
export type InvitationState =
  | { state: "open"; workspaceId: string; workspaceName: string; role: Role; invitedBy: string | null; expiresAt: Date }
  | { state: "expired" | "used-up" | "revoked" }
  | { state: "unknown" };

interface NewInvitation {
  workspaceId: string;
  invitedById: string;
  role: Role;
  note?: string | undefined;
  maxUses: number;
  days: number;
}

const shown = {
  id: true,
  role: true,
  note: true,
  maxUses: true,
  uses: true,
  createdAt: true,
  expiresAt: true,
  invitedBy: { select: { name: true } },
} as const;

/** Makes an invitation. The returned token is the link's secret part; nobody can read it ever again. */
export async function createInvitation(
  { days, ...invitation }: NewInvitation,
  now = new Date(),
): Promise<ListedInvitation & { token: string }> {
  const { token, hash } = newSecretToken();
  const row = await db().invitation.create({
    data: { ...invitation, tokenHash: hash, expiresAt: new Date(now.getTime() + days * millisecondsPerDay) },
    select: shown,
  });
  return { ...listed(row), token };
}

/** The workspace's invitations that can still be used, the newest first. */
export async function listInvitations(workspaceId: string, now = new Date()): Promise<ListedInvitation[]> {
  const rows = await db().invitation.findMany({
    where: { workspaceId, revokedAt: null, expiresAt: { gt: now }, uses: { lt: db().invitation.fields.maxUses } },
    orderBy: { id: "desc" },
    select: shown,
  });
  return rows.map(listed);
}

/**
 * Makes the link stop working. Who came in by it stays.
 * @throws AppError `not-found`
 */
export async function revokeInvitation(workspaceId: string, invitationId: string): Promise<void> {
  const { count } = await db().invitation.updateMany({
    where: { id: invitationId, workspaceId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound("invitation");
}

/** Revokes what one person handed out, for when they may no longer invite. */
export async function revokeInvitationsBy(tx: Tx, workspaceId: string, invitedById: string): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId, invitedById, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** What the link with this token is worth. */
export async function invitationState(token: string, now = new Date()): Promise<InvitationState> {
  const row = await db().invitation.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: { ...shown, revokedAt: true, workspace: { select: { id: true, name: true } } },
  });
  if (!row) return { state: "unknown" };
  const spent = whySpent(row, now);
  if (spent) return { state: spent };
  const { workspace, role, invitedBy, expiresAt } = row;
  return {
    state: "open",
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    role,
    invitedBy: invitedBy?.name ?? null,
    expiresAt,
  };
}

/**
 * Brings the person into the workspace and counts the use. Somebody who is in already keeps their role and uses nothing up.
 * Of two people at the last use at the same moment, one comes in.
 * @throws AppError `gone` when the link can't be used (any more)
 */
export async function acceptInvitation(
  tx: Tx,
  token: string,
  userId: string,
  now = new Date(),
): Promise<{ workspaceId: string }> {
  const tokenHash = hashOfToken(token);
  // One at a time: whoever comes second, be it the same person clicking twice, sees what the first one did.
  await tx.$queryRaw`SELECT id FROM "Invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({ where: { tokenHash } });
  if (!invitation) throw unusable();
  const { id, workspaceId, role, invitedById } = invitation;
  const membership = { workspaceId, userId };
  if (await tx.membership.findUnique({ where: { workspaceId_userId: membership } })) return { workspaceId };
  if (whySpent(invitation, now)) throw unusable();
  await tx.invitation.update({ where: { id }, data: { uses: { increment: 1 } } });
  const lasting = await lastingStanding(tx, workspaceId, userId, role, now);
  await tx.membership.create({ data: { ...membership, role, invitedById, ...lasting } });
  await announce(tx, { type: "member.changed", ...membership });
  return { workspaceId };
}

function listed({
  createdAt,
  expiresAt,
  invitedBy,
  ...row
}: Pick<Invitation, Exclude<keyof typeof shown, "invitedBy">> & {
  invitedBy: { name: string } | null;
}): ListedInvitation {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    invitedBy: invitedBy?.name ?? null,
  };
}

function whySpent(
  { revokedAt, expiresAt, uses, maxUses }: { revokedAt: Date | null; expiresAt: Date; uses: number; maxUses: number },
  now: Date,
): "revoked" | "expired" | "used-up" | null {
  if (revokedAt) return "revoked";
  if (expiresAt <= now) return "expired";
  return uses >= maxUses ? "used-up" : null;
}

function unusable(): AppError {
  return new AppError(
    "gone",
    "This invitation can't be used any more. Ask whoever sent it for a new link; nothing was changed.",
  );
}
