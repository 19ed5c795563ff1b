import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/access/policies";
import { config } from "@/lib/config/config";
import { testDatabase } from "@/lib/db/testing";
import { urlOf } from "@/lib/http/call";
import type { Row, Who } from "./testing/access-row";
import { table } from "./testing/access-table";
import { loadRoutes, type Route } from "./testing/routes";
import { type Caller, callers, makeSetting, type Setting } from "./testing/setting";

testDatabase();

/** Routes that next-auth answers; lib/people tests them. */
const nextAuth = "/api/auth/:nextauth";

let routes: Map<string, Route>;
beforeAll(async () => {
  const ours = (await loadRoutes()).filter(({ path }) => path !== nextAuth);
  routes = new Map(ours.map((route) => [`${route.method} ${route.path}`, route]));
});

type Outcome = "admitted" | "unauthenticated" | "forbidden" | "not-found" | "wrong-credentials";

/** What the table says of the caller. */
function expected(who: Who, caller: Caller): readonly Outcome[] {
  const signedOut = caller === "signed out";
  if (who === "anyone") return ["admitted"];
  if (signedOut) return ["unauthenticated"];
  if (who === "people") return ["admitted"];
  if (who === "browsers") return caller === "token" ? ["forbidden"] : ["admitted"];
  if (who === "nobody") return caller === "token" ? ["forbidden"] : ["not-found", "wrong-credentials"];
  if (caller === "stranger") return ["not-found"];
  const role = caller === "token" ? "owner" : caller;
  return who.members.split(" ").includes(role.charAt(0)) ? ["admitted"] : ["forbidden"];
}

const reads = ({ endpoint }: Row) => endpoint.startsWith("GET ");

const shared = new Map<Caller, Promise<Setting>>();

/** A setting that nothing will change: what only reads, and what should be refused, can share the caller's. */
function sharedSetting(caller: Caller): Promise<Setting> {
  const known = shared.get(caller) ?? makeSetting(caller);
  shared.set(caller, known);
  return known;
}

function settingFor(row: Row, caller: Caller): Promise<Setting> {
  const changes = !reads(row) && expected(row.who, caller).includes("admitted");
  return changes ? makeSetting(caller) : sharedSetting(caller);
}

interface Answer {
  status: number;
  text: string;
}

async function ask(row: Row, setting: Setting, params = row.ask?.(setting).params ?? {}): Promise<Answer> {
  const route = routes.get(row.endpoint);
  if (!route) throw new Error(`There is no route for ${row.endpoint}.`);
  const { query, body } = row.ask?.(setting) ?? {};
  const request = new Request(`${config().appUrl}${urlOf(route.path, params, query)}`, {
    method: route.method,
    headers: { host: new URL(config().appUrl).host, "x-request-id": "the same", ...setting.headers },
    body: body && JSON.stringify(body),
  });
  const response = await route.handler(request, { params: Promise.resolve(params as Record<string, string>) });
  return { status: response.status, text: await response.text() };
}

function outcomeOf({ status, text }: Answer): Outcome {
  if (![401, 403, 404].includes(status)) return "admitted";
  return (JSON.parse(text) as { code: Outcome }).code;
}

const titleOf = ({ endpoint, of }: Row) => (of ? `${endpoint} (${of})` : endpoint);
const walk = table.flatMap((row) => callers.map((caller) => ({ row, caller, title: titleOf(row) })));

test("every route is in the table, and nothing else", () => {
  expect([...new Set(table.map(({ endpoint }) => endpoint))].sort()).toEqual([...routes.keys()].sort());
});

describe.each(table.map((row) => ({ row, title: titleOf(row) })))("$title", ({ row }) => {
  test.each(callers)("%s", async (caller) => {
    const setting = await settingFor(row, caller);
    const answer = await ask(row, setting);
    expect(expected(row.who, caller)).toContain(outcomeOf(answer));
    expect(answer.status, answer.text).not.toBe(422);
    expect(answer.status, answer.text).toBeLessThan(500);

    for (const secret of setting.secrets) expect(answer.text).not.toContain(secret);
    const mayInvite = ["owner", "moderator", "token"].includes(caller);
    if (!(mayInvite && row.endpoint === "GET /api/v1/workspaces/:workspaceId/members"))
      for (const address of setting.addresses) expect(answer.text).not.toContain(address);
  });
});

const ofMembers = walk.filter(({ row, caller }) => typeof row.who === "object" && caller === "stranger");

test.each(ofMembers)("a stranger can't tell whether it is there: $title", async ({ row, caller }) => {
  const setting = await sharedSetting(caller);
  const params = row.ask?.(setting).params ?? {};
  const unknown = Object.fromEntries(Object.keys(params).map((name) => [name, randomUUID()]));
  expect(await ask(row, setting)).toEqual(await ask(row, setting, unknown));
});

test("the callers are every role, and those who have none", () => {
  expect(callers).toEqual([...roles, "stranger", "signed out", "token"]);
});
