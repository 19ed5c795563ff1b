/** One's own account over HTTP: what a session may do that a token may not, and what nobody may slip in. */
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeUser, testDatabase } from "@/lib/db/testing";
import { createApiToken } from "@/lib/people/api-tokens";
import { sessionCookieName } from "@/lib/people/cookies";
import { startSignIn } from "@/lib/people/sign-ins";
import * as workspaces from "../workspaces/route";
import * as password from "./password/route";
import * as me from "./route";
import * as signIns from "./sign-ins/route";
import * as tokens from "./tokens/route";

testDatabase();

let userId: string;
let session: Record<string, string>;
let bearer: Record<string, string>;

beforeEach(async () => {
  userId = (await makeUser()).id;
  const { appUrl, authSecret } = config();
  const { id: signInId } = await startSignIn(userId, null);
  const cookie = await encode({ token: { sub: userId, signInId }, secret: authSecret });
  session = { cookie: `${sessionCookieName(appUrl)}=${cookie}`, origin: appUrl };
  bearer = { authorization: `Bearer ${(await createApiToken(userId, "a test")).token}` };
});

const ask = (handler: typeof me.GET, method: string, headers: Record<string, string>, body?: unknown) =>
  handler(
    new Request("http://localhost/", {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve({}) },
  );

describe("a token", () => {
  it("tells whose it is, with nothing that isn't meant to be told", async () => {
    const answer = await ask(me.GET, "GET", bearer);
    expect(Object.keys(await answer.json()).sort()).toEqual(["color", "email", "id", "name"]);
  });

  it.each([
    ["make another", tokens.POST, "POST", { name: "another" }],
    ["list tokens", tokens.GET, "GET", undefined],
    ["change the password", password.PUT, "PUT", { next: "a quiet reading room" }],
    ["end sign-ins", signIns.DELETE, "DELETE", undefined],
    ["change the profile", me.PATCH, "PATCH", { name: "Eve" }],
  ])("can't %s", async (_, handler, method, body) => {
    const answer = await ask(handler, method, bearer, body);
    expect([answer.status, (await answer.json()).code]).toEqual([403, "forbidden"]);
  });
});

describe("a session", () => {
  it("changes name and colour, and nothing else that is sent along", async () => {
    const before = await db().user.findUniqueOrThrow({ where: { id: userId } });
    const sent = {
      name: "Ada L.",
      email: "eve@example.org",
      demo: true,
      id: "1",
      passwordHash: "x",
      emailVerified: new Date(),
    };
    expect((await ask(me.PATCH, "PATCH", session, sent)).status).toBe(204);
    const after = await db().user.findUniqueOrThrow({ where: { id: userId } });
    expect({ ...after, updatedAt: null }).toEqual({ ...before, name: "Ada L.", updatedAt: null });
  });

  it("makes a workspace that it owns, whatever role it asks for and whoever it names", async () => {
    const sent = { name: "The desk", role: "viewer", userId: (await makeUser()).id };
    const { id } = await (await ask(workspaces.POST, "POST", session, sent)).json();
    const members = await db().membership.findMany({ where: { workspaceId: id } });
    expect(members).toMatchObject([{ userId, role: "owner" }]);
  });

  it("can't be used from another site", async () => {
    const answer = await ask(me.PATCH, "PATCH", { ...session, origin: "https://evil.example" }, { name: "Eve" });
    expect([answer.status, (await answer.json()).code]).toEqual([403, "origin-mismatch"]);
  });

  it.each([{ name: "" }, { color: "#ffffff" }, { color: "red;background:url(//evil.example)" }])(
    "is told what is wrong with %j",
    async (sent) => {
      const answer = await ask(me.PATCH, "PATCH", session, sent);
      expect([answer.status, (await answer.json()).fields[0].path]).toEqual([422, Object.keys(sent)[0]]);
    },
  );
});
