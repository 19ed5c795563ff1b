/** A workspace with somebody of every role, somebody from elsewhere, and one of everything that access is asked about. */
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { type Role, roles } from "@/lib/access/policies";
import { describe } from "@/lib/anchoring";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeArticle } from "@/lib/db/testing";
import { sessionCookieName } from "@/lib/people/cookies";
import { hashPassword } from "@/lib/people/password";
import { hashOfToken } from "@/lib/people/secret-token";
import { fromPlainText } from "@/lib/threads/body";
import { type ModerationSetting, makeModeration } from "./moderation-setting";

/** Who asks: a member at a browser, somebody who is no member, nobody known, or a program with the owner's token. */
export const callers = [...roles, "stranger", "signed out", "token"] as const;
export type Caller = (typeof callers)[number];

export interface Setting extends ModerationSetting {
  workspaceId: string;
  articleId: string;
  /** Articles that the caller brought, and that another brought and was just deleted. */
  ownArticleId: string;
  deletedArticleId: string;
  highlightId: string;
  /** A draft of a person who is none of the callers. */
  rebuttalId: string;
  threadId: string;
  /** Comments of the caller's, of another's, and one of the caller's that was just deleted. */
  ownCommentId: string;
  otherCommentId: string;
  deletedCommentId: string;
  invitationId: string;
  /** What the invitation's link would carry. */
  invitationToken: string;
  /** The caller; nobody's id when they are signed out. */
  me: string;
  /** A viewer who is none of the callers. */
  otherId: string;
  ownTokenId: string;
  otherTokenId: string;
  ownSignInId: string;
  otherSignInId: string;
  ownAccountId: string;
  otherAccountId: string;
  headers: Record<string, string>;
  /** What no answer may hold, whoever asks: hashes, and what opens somebody else's door. */
  secrets: string[];
  /** Mail addresses of everybody but the caller. */
  addresses: string[];
}

const day = 24 * 60 * 60 * 1000; // ms

/** Everybody's, since making one takes its time. */
export const password = "plain words in a row";
let passwordHash: string | undefined;

/** Makes all of it anew for one caller. */
export async function makeSetting(caller: Caller): Promise<Setting> {
  passwordHash ??= await hashPassword(password);
  const workspace = await db().workspace.create({ data: { name: "A test's workspace" } });
  const people = [...roles, "viewer" as const].map((role) => ({ role, ...newPerson(`The ${role}`) }));
  const stranger = { role: null, ...newPerson("The stranger") };
  const everybody = [...people, stranger];
  await keep(everybody, passwordHash);
  await db().membership.createMany({
    data: people.map(({ role, user }) => ({ workspaceId: workspace.id, userId: user.id, role })),
  });
  const mine = everybody.find(({ role }) => role === roleOf(caller)) ?? null;
  const me = caller === "signed out" ? null : mine;
  const other = people[people.length - 1];
  if (!other || !mine) throw new Error("Somebody is missing in the setting.");

  const { article, revision } = await makeArticle(workspace.id, undefined, other.user.id);
  const own = await makeArticle(workspace.id, undefined, mine.user.id);
  const deleted = await makeArticle(workspace.id, undefined, other.user.id);
  await db().article.update({ where: { id: deleted.article.id }, data: { deletedAt: new Date() } });
  const highlight = await db().highlight.create({
    data: {
      id: randomUUID(),
      articleId: article.id,
      revisionId: revision.id,
      ...describe(revision.canonicalText, 4, 15),
      label: "claim",
      authorId: other.user.id,
      createdAt: new Date(),
    },
  });
  const rebuttal = await db().rebuttal.create({
    data: {
      articleId: article.id,
      createdById: other.user.id,
      contributors: { create: [{ userId: other.user.id }, { userId: stranger.user.id }] },
      answers: { create: { highlightId: highlight.id, position: 0 } },
    },
  });
  const thread = await db().thread.create({ data: { articleId: article.id, highlightId: highlight.id } });
  const comment = async (authorId: string, deletedAt: Date | null = null) => {
    const state = deletedAt ? "deleted" : "visible";
    const words = { body: fromPlainText("So it says."), text: "So it says." };
    return (await db().comment.create({ data: { threadId: thread.id, authorId, ...words, state, deletedAt } })).id;
  };
  const invitationToken = randomUUID();
  const invitation = await db().invitation.create({
    data: {
      workspaceId: workspace.id,
      role: "viewer",
      tokenHash: hashOfToken(invitationToken),
      maxUses: 5,
      expiresAt: new Date(Date.now() + day),
    },
  });
  const otherCommentId = await comment(other.user.id);
  const moderation = await makeModeration({
    workspaceId: workspace.id,
    threadId: thread.id,
    me: mine.user.id,
    otherId: other.user.id,
    otherCommentId,
  });
  const owner = people.find(({ role }) => role === "owner");
  const others = everybody.filter((each) => each !== me);
  return {
    workspaceId: workspace.id,
    articleId: article.id,
    ownArticleId: own.article.id,
    deletedArticleId: deleted.article.id,
    highlightId: highlight.id,
    rebuttalId: rebuttal.id,
    threadId: thread.id,
    ownCommentId: await comment(mine.user.id),
    otherCommentId,
    deletedCommentId: await comment(mine.user.id, new Date()),
    ...moderation,
    invitationId: invitation.id,
    invitationToken,
    me: mine.user.id,
    otherId: other.user.id,
    ownTokenId: mine.tokenId,
    otherTokenId: other.tokenId,
    ownSignInId: mine.otherSignInId,
    otherSignInId: other.signInId,
    ownAccountId: mine.accountId,
    otherAccountId: other.accountId,
    headers: await headersFor(caller, me?.signInId ?? null, me?.user.id ?? null, owner?.token ?? ""),
    secrets: [
      passwordHash,
      invitation.tokenHash,
      ...everybody.flatMap(({ tokenHash, accessToken }) => [tokenHash, accessToken]),
      ...others.flatMap(({ token, signInId }) => [token, signInId]),
    ],
    addresses: others.map(({ user }) => user.email),
  };
}

const roleOf = (caller: Caller): Role | null => {
  if (caller === "stranger" || caller === "signed out") return null;
  return caller === "token" ? "owner" : caller;
};

type Person = ReturnType<typeof newPerson>;

/** Somebody with two sign-ins, a token and a linked account, before they are in the database. */
function newPerson(name: string) {
  const [id, token] = [randomUUID(), `rj_${randomUUID()}`];
  return {
    user: { id, name, email: `${id}@example.org`, color: "#3366aa" },
    signInId: randomUUID(),
    otherSignInId: randomUUID(),
    tokenId: randomUUID(),
    token,
    tokenHash: hashOfToken(token),
    accountId: randomUUID(),
    accessToken: randomUUID(),
  };
}

/** Writes them in few statements, because the walk makes thousands of them. */
async function keep(people: readonly Person[], passwordHash: string): Promise<void> {
  await db().user.createMany({ data: people.map(({ user }) => ({ ...user, passwordHash })) });
  await db().signIn.createMany({
    data: people.flatMap(({ user, signInId, otherSignInId }) =>
      [signInId, otherSignInId].map((id) => ({ id, userId: user.id })),
    ),
  });
  await db().apiToken.createMany({
    data: people.map(({ user, tokenId, tokenHash }) => ({
      id: tokenId,
      userId: user.id,
      name: "test",
      hint: "rj_",
      tokenHash,
    })),
  });
  await db().account.createMany({
    data: people.map(({ user, accountId, accessToken }) => ({
      id: accountId,
      userId: user.id,
      type: "oauth",
      provider: "github",
      providerAccountId: accountId,
      access_token: accessToken,
    })),
  });
}

async function headersFor(
  caller: Caller,
  signInId: string | null,
  userId: string | null,
  token: string,
): Promise<Record<string, string>> {
  const { appUrl, authSecret } = config();
  if (caller === "token") return { authorization: `Bearer ${token}` };
  const origin = new URL(appUrl).origin;
  if (!signInId || !userId) return { origin };
  const value = await encode({ token: { sub: userId, signInId }, secret: authSecret });
  return { cookie: `${sessionCookieName(appUrl)}=${value}`, origin };
}
