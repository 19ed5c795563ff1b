import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { secure } from "./secure";
import { securityHeaders } from "./security-headers";

const local = { nonce: "abc", appUrl: "http://localhost:3000", dev: false };

/** The policy as a table from directive to its sources. */
function policy(answer: Parameters<typeof securityHeaders>[0]): Map<string, string[]> {
  const header = securityHeaders(answer)["content-security-policy"] ?? "";
  return new Map(
    header.split("; ").map((part): [string, string[]] => {
      const [name = "", ...sources] = part.split(" ");
      return [name, sources];
    }),
  );
}

describe("a page", () => {
  const page = policy({ ...local, path: "/w/1" });

  test("runs no script but those that carry the answer's nonce, and what they load", () => {
    expect(page.get("script-src")).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
    expect(page.get("object-src")).toEqual(["'none'"]);
    expect(page.get("base-uri")).toEqual(["'none'"]);
  });

  test("takes style sheets from here or with the nonce; only style attributes are free", () => {
    expect(page.get("style-src")).toEqual(["'self'", "'nonce-abc'"]);
    expect([...page].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name)).toEqual([
      "style-src-attr",
    ]);
  });

  test("talks to nobody else, sends forms nowhere else, and can't be framed", () => {
    expect(page.get("default-src")).toEqual(["'none'"]);
    expect(page.get("connect-src")).toEqual(["'self'"]);
    expect(page.get("form-action")).toEqual(["'self'"]);
    expect(page.get("frame-ancestors")).toEqual(["'none'"]);
  });

  test("while developing may evaluate scripts and put styles anywhere, and nothing else", () => {
    const dev = policy({ ...local, path: "/w/1", dev: true });
    const differing = [...dev.keys()].filter((name) => String(dev.get(name)) !== String(page.get(name)));
    expect(differing).toEqual(["script-src", "style-src"]);
    expect(dev.get("script-src")).toEqual(["'nonce-abc'", "'strict-dynamic'", "'unsafe-eval'"]);
  });
});

test.each(["/api/v1/me", "/api/auth/csrf", "/_next/static/chunks/a.js", "/healthz", "/readyz"])(
  "%s may load nothing at all, should a browser ever show it as a page",
  (path) => {
    expect([...policy({ ...local, path }).values()]).toEqual([["'none'"], ["'none'"], ["'none'"], ["'none'"]]);
  },
);

test("browsers are held to https only where people reach us so", () => {
  expect(securityHeaders({ ...local, path: "/" })).not.toHaveProperty("strict-transport-security");
  const https = { ...local, path: "/", appUrl: "https://rejoinder.example" };
  expect(securityHeaders(https)["strict-transport-security"]).toBe("max-age=31536000");
  expect(policy(https).has("upgrade-insecure-requests")).toBe(true);
});

describe("over HTTP", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function ask(handler: RequestListener, headers: Record<string, string> = {}): Promise<Response> {
    const server = createServer((request, response) => {
      secure(request, response, local);
      handler(request, response);
    }).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((listening) => server.once("listening", listening));
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/w/1?tab=threads`, { headers });
  }

  test("each answer has a nonce of its own, and whoever renders it is told the same one", async () => {
    const tell: RequestListener = ({ headers }, response) =>
      response.end(JSON.stringify([headers["x-nonce"], headers["content-security-policy"]]));
    const first = await ask(tell);
    const second = await ask(tell);
    const [nonce, told] = (await first.json()) as string[];
    expect(told).toBe(first.headers.get("content-security-policy"));
    expect(told).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get("content-security-policy")).not.toBe(told);
  });

  test("a client can't choose the nonce", async () => {
    const chosen = { "x-nonce": "chosen", "content-security-policy-report-only": "script-src 'nonce-chosen'" };
    const answer = await ask(({ headers }, response) => response.end(JSON.stringify(headers)), chosen);
    expect(await answer.text()).not.toContain("chosen");
  });
});
