/** Posting, flagging, inviting and appealing are limited for a person and for an address, through their endpoints. */
import { beforeAll, describe, expect, test } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { urlOf } from "@/lib/http/call";
import { loadRoutes, type Route } from "./testing/routes";
import { makeSetting, type Setting } from "./testing/setting";

testDatabase();

let routes: Map<string, Route>;
let setting: Setting;
beforeAll(async () => {
  routes = new Map((await loadRoutes()).map((route) => [`${route.method} ${route.path}`, route]));
  setting = await makeSetting("owner");
});

interface Deed {
  /** Its counters' name. */
  name: string;
  endpoint: string;
  params: (setting: Setting) => Record<string, string>;
  body: object;
}

const deeds: Deed[] = [
  {
    name: "comment",
    endpoint: "POST /api/v1/threads/:threadId/comments",
    params: ({ threadId }) => ({ threadId }),
    body: { text: "So I say." },
  },
  {
    name: "comment",
    endpoint: "PATCH /api/v1/comments/:commentId",
    params: ({ ownCommentId }) => ({ commentId: ownCommentId }),
    body: { text: "So I say now." },
  },
  {
    name: "flag",
    endpoint: "POST /api/v1/comments/:commentId/flag",
    params: ({ otherCommentId }) => ({ commentId: otherCommentId }),
    body: { reason: "spam" },
  },
  {
    name: "invitation",
    endpoint: "POST /api/v1/workspaces/:workspaceId/invitations",
    params: ({ workspaceId }) => ({ workspaceId }),
    body: { role: "viewer", maxUses: 1, days: 1 },
  },
  {
    name: "appeal",
    endpoint: "POST /api/v1/decisions/:decisionId/appeal",
    params: ({ ownDecisionId }) => ({ decisionId: ownDecisionId }),
    body: { text: "Look again." },
  },
];

async function ask({ endpoint, params, body }: Deed): Promise<Response> {
  const route = routes.get(endpoint);
  if (!route) throw new Error(`There is no route for ${endpoint}.`);
  const given = params(setting);
  const request = new Request(`${config().appUrl}${urlOf(route.path, given)}`, {
    method: route.method,
    headers: { host: new URL(config().appUrl).host, "x-rejoinder-address": "192.0.2.1", ...setting.headers },
    body: JSON.stringify(body),
  });
  return route.handler(request, { params: Promise.resolve(given) });
}

/** As if the limit had been reached just now. */
const useUp = (key: string) => {
  const used = { points: 100_000, expire: BigInt(Date.now() + 60_000) };
  return db().rateLimit.upsert({ where: { key }, create: { key, ...used }, update: used });
};

describe.each(deeds)("$endpoint", (deed) => {
  test.each([
    ["a person", () => `${deed.name}:${setting.me}`],
    ["an address", () => `${deed.name}-address:192.0.2.1`],
  ])("is limited for %s, says when to try again, and what was kept", async (_, key) => {
    await useUp(key());
    const response = await ask(deed);
    await db().rateLimit.deleteMany({ where: { key: key() } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({
      code: "rate-limited",
      detail: expect.stringMatching(/ not .*Try again in/),
    });
  });
});
