import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { sessionCookieName } from "@/lib/people/cookies";
import { hashOfToken } from "@/lib/people/secret-token";
import { type Audience, endpoint } from "./endpoint";
import { implement } from "./implement";

testDatabase();

const unknownWorkspace = "00000000-0000-4000-8000-000000000000";
let workspaceId: string;
let cookies: Record<"owner" | "viewer" | "stranger", string>;
let token: string;

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("owner", "viewer");
  workspaceId = workspace.id;
  const stranger = await makeUser();
  cookies = {
    owner: await cookieOf(people.owner.id),
    viewer: await cookieOf(people.viewer.id),
    stranger: await cookieOf(stranger.id),
  };
  token = "rj_for_this_test";
  await db().apiToken.create({
    data: { userId: people.owner.id, name: "test", hint: "rj_", tokenHash: hashOfToken(token) },
  });
});

async function cookieOf(userId: string): Promise<string> {
  const { id } = await db().signIn.create({ data: { userId } });
  const value = await encode({ token: { sub: userId, signInId: id }, secret: config().authSecret });
  return `${sessionCookieName(config().appUrl)}=${value}`;
}

const define = <const A extends Audience>(audience: A) =>
  endpoint({
    method: "POST",
    path: "/api/v1/workspaces/:workspaceId/echo",
    summary: "Says back what was sent",
    audience,
    params: z.object({ workspaceId: z.uuid() }),
    body: z.object({ word: z.string().min(1) }),
    response: z.object({ word: z.string() }),
    status: 201,
  });

const update = implement(define("workspace.update"), {
  locate: async ({ params }) => params,
  handle: async ({ body, member }) => ({
    word: `${(member satisfies Member).role}: ${body.word}`,
    secret: "stays here",
  }),
});

function send(handler: typeof update, headers: Record<string, string>, id = workspaceId, body = '{"word":"hello"}') {
  const request = new Request(`http://localhost:3000/api/v1/workspaces/${id}/echo`, {
    method: "POST",
    headers: { host: "localhost:3000", ...headers },
    body,
  });
  return handler(request, { params: Promise.resolve({ workspaceId: id }) });
}

const own = { origin: "http://localhost:3000" };

describe("an endpoint for members", () => {
  test("runs for a member whose role allows it, and answers only what its schema names", async () => {
    const answer = await send(update, { cookie: cookies.owner, ...own });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ word: "owner: hello" });
  });

  test("refuses a member whose role doesn't allow it", async () => {
    const answer = await send(update, { cookie: cookies.viewer, ...own });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "forbidden" });
  });

  test("tells a stranger the same as about a workspace that doesn't exist", async () => {
    const existing = await send(update, { cookie: cookies.stranger, ...own });
    const missing = await send(update, { cookie: cookies.stranger, ...own }, unknownWorkspace);
    const [first, second] = [await existing.json(), await missing.json()];
    expect(existing.status).toBe(404);
    expect({ ...first, requestId: "" }).toEqual({ ...second, requestId: "" });
  });

  test("asks a signed-out caller to sign in", async () => {
    expect((await send(update, {})).status).toBe(401);
  });

  test("takes an API token, and not one that is unknown or revoked", async () => {
    expect((await send(update, { authorization: `Bearer ${token}` })).status).toBe(201);
    expect((await send(update, { authorization: "Bearer rj_other" })).status).toBe(401);
    await db().apiToken.update({ where: { tokenHash: hashOfToken(token) }, data: { revokedAt: new Date() } });
    expect((await send(update, { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test("refuses a cookie that comes from another site, or without an Origin", async () => {
    const foreign = await send(update, { cookie: cookies.owner, origin: "https://evil.example" });
    expect(await foreign.json()).toMatchObject({ status: 403, code: "origin-mismatch" });
    expect((await send(update, { cookie: cookies.owner })).status).toBe(403);
  });

  test("names the field that is wrong", async () => {
    const answer = await send(update, { cookie: cookies.owner, ...own }, workspaceId, '{"word":""}');
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "invalid-input", fields: [{ path: "word" }] });
  });

  test("says nothing about what broke inside", async () => {
    const broken = implement(define("workspace.read"), {
      locate: async ({ params }) => params,
      handle: async () => {
        throw new Error("the password is hunter2");
      },
    });
    const answer = await send(broken, { cookie: cookies.owner, ...own });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("hunter2");
  });
});

test("an endpoint for browsers doesn't take a token", async () => {
  const handler = implement(define("session"), { handle: async ({ body }) => body });
  const fresh = "rj_another";
  const { id } = await makeUser();
  await db().apiToken.create({ data: { userId: id, name: "test", hint: "rj_", tokenHash: hashOfToken(fresh) } });
  expect((await send(handler, { authorization: `Bearer ${fresh}` })).status).toBe(403);
  expect((await send(handler, { cookie: cookies.viewer, ...own })).status).toBe(201);
});
