/** What an operator does for people from the command line: accounts, tokens, a look at the workspaces (database). */
import { randomInt } from "node:crypto";
import type { Role } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { createApiToken } from "./api-tokens";
import { hashPassword } from "./password";
import { createUser } from "./users";

interface NewPerson {
  /** As emailSchema gives it. */
  email: string;
  name: string;
  password: string;
  /** Where they become a member at once. */
  membership: { workspaceId: string; role: Role } | null;
}

interface WorkspaceLine {
  id: string;
  name: string;
  members: number;
  articles: number;
}

/** Letters and digits that nobody mistakes for each other. */
const passwordLetters = "abcdefghjkmnpqrstuvwxyz23456789";
const passwordGroups = 5;
const groupLength = 4;

/** A password to hand over once: five groups of four, 99 random bits. */
export function newPassword(): string {
  const letter = () => passwordLetters.charAt(randomInt(passwordLetters.length));
  const group = () => Array.from({ length: groupLength }, letter).join("");
  return Array.from({ length: passwordGroups }, group).join("-");
}

/**
 * Makes an account, and with it a membership. The operator vouches for the address.
 * @throws AppError `conflict` when the address has an account, `not-found` for an unknown workspace
 */
export async function createPerson({ email, name, password, membership }: NewPerson): Promise<{ id: string }> {
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw new AppError("conflict", `There is already an account with the address ${email}. Nothing was changed.`);
    const user = await createUser(tx, { email, name, emailVerified: new Date(), passwordHash });
    if (!membership) return user;
    const { workspaceId, role } = membership;
    if (!(await tx.workspace.findUnique({ where: { id: workspaceId }, select: { id: true } })))
      throw new AppError("not-found", `There is no workspace with the id ${workspaceId}. Nothing was changed.`);
    await tx.membership.create({ data: { workspaceId, userId: user.id, role } });
    await announce(tx, { type: "member.changed", workspaceId, userId: user.id });
    return user;
  });
}

/**
 * Makes an API token for somebody and returns it; nobody can read it ever again.
 * @throws AppError `not-found` when nobody has the address, `conflict` when they have the most tokens one can have
 */
export async function createTokenFor(email: string, name: string): Promise<string> {
  const user = await db().user.findUnique({ where: { email }, select: { id: true } });
  if (!user) throw new AppError("not-found", `Nobody has an account with the address ${email}. Nothing was changed.`);
  return (await createApiToken(user.id, name)).token;
}

/** All workspaces, the oldest first. */
export async function listAllWorkspaces(): Promise<WorkspaceLine[]> {
  const workspaces = await db().workspace.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      _count: { select: { memberships: true, articles: { where: { deletedAt: null } } } },
    },
  });
  return workspaces.map(({ id, name, _count: { memberships, articles } }) => ({
    id,
    name,
    members: memberships,
    articles,
  }));
}
