/** next-auth with our options behind a real HTTP server, for tests; every other path answers with itself. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import NextAuth from "next-auth";
import { afterAll, beforeAll } from "vitest";
import { type Config, config } from "@/lib/config/config";
import { authOptions } from "../auth-options";
import type { TestBrowser } from "./browser";

interface AuthServer {
  /** Its address, once the hooks have run. */
  url(): string;
  /** Fetches what a form must carry, then posts it to one of next-auth's routes. */
  submit(
    browser: TestBrowser,
    action: string,
    form: Record<string, string>,
    options?: { follow?: boolean },
  ): ReturnType<TestBrowser["post"]>;
}

/** Serves from before the file's first test to after its last; call it after testDatabase(). `settings` come on top of config(). */
export function testAuthServer(settings: () => Partial<Config> = () => ({})): AuthServer {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const url = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    Object.assign(config(), { appUrl: url() }, settings());
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return {
    url,
    submit: async (browser, action, form, options) => {
      const { text } = await browser.get(`${url()}/api/auth/csrf`);
      const { csrfToken } = JSON.parse(text) as { csrfToken: string };
      return browser.post(`${url()}/api/auth/${action}`, { csrfToken, ...form }, options);
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", config().appUrl);
  const nextauth = /^\/api\/auth\/(.+)$/.exec(url.pathname)?.[1]?.split("/");
  if (!nextauth) {
    response.end(`page ${url.pathname}${url.search}`);
    return;
  }
  const asked = new Request(url, {
    method: request.method,
    headers: request.headers as Record<string, string>,
  });
  const query = { ...Object.fromEntries(url.searchParams), nextauth };
  const cookies = cookiesOf(request.headers.cookie);
  const body = Object.fromEntries(new URLSearchParams(await textOf(request)));
  // The shape of Next's older handlers, which next-auth takes too, and which needs no Next around it.
  const next = {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (value: unknown) => response.end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === "string" ? value : JSON.stringify(value)),
  };
  await NextAuth(
    Object.assign(request, { query, cookies, body }) as never,
    Object.assign(response, next) as never,
    authOptions(asked),
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

function cookiesOf(header = ""): Record<string, string> {
  const pairs = header.split("; ").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
