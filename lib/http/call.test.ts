import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { call, urlOf } from "./call";
import { endpoint } from "./endpoint";
import { problemOf } from "./problem";
import type { Progress } from "./progress";

const rename = endpoint({
  method: "PATCH",
  path: "/things/:thingId",
  summary: "Rename a thing",
  audience: "public",
  params: z.object({ thingId: z.string() }),
  query: z.object({ quiet: z.boolean().optional() }),
  body: z.object({ name: z.string() }),
  response: z.object({ name: z.string() }),
});

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));

beforeEach(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  // A page's fetch resolves paths against the page; Node's needs the whole address.
  const real = fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const send = () => call(rename, { params: { thingId: "a/b" }, query: { quiet: true }, body: { name: "New" } });

describe("call", () => {
  test("sends the definition's method, filled path, query and body, and gives the parsed answer", async () => {
    answer = async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      response.end(JSON.stringify({ name: `${request.method} ${request.url} ${body}`, hidden: true }));
    };
    expect(await send()).toEqual({ name: 'PATCH /things/a%2Fb?quiet=true {"name":"New"}' });
  });

  test("fails with the server's code, words and fields", async () => {
    answer = (_, response) => {
      const problem = problemOf(
        new AppError("invalid-input", "Too short.", { fields: [{ path: "name", message: "short" }] }),
      );
      response.writeHead(422, { "retry-after": "7" }).end(JSON.stringify(problem));
    };
    await expect(send()).rejects.toMatchObject({
      code: "invalid-input",
      message: "Too short.",
      fields: [{ path: "name", message: "short" }],
      retryAfter: 7,
    });
  });

  test("passes on what the work reports, and gives the answer or the problem of the last line", async () => {
    const heard: Progress[] = [];
    const ask = () =>
      call(rename, { params: { thingId: "a" }, body: { name: "New" }, onProgress: (progress) => heard.push(progress) });
    const progress = { step: "reading", done: 0.5 };
    answer = (request, response) => {
      response.write(`${JSON.stringify({ progress })}\n{"answer":{"na`);
      response.end(`me":"${request.headers.accept}"}}\n`);
    };
    expect(await ask()).toEqual({ name: "application/x-ndjson" });
    expect(heard).toEqual([progress]);
    answer = (_, response) => {
      response.end(`${JSON.stringify({ problem: problemOf(new AppError("too-large", "Too much.")) })}\n`);
    };
    await expect(ask()).rejects.toMatchObject({ code: "too-large", message: "Too much." });
    answer = (_, response) => {
      response.write(`${JSON.stringify({ progress })}\n`, () => response.destroy());
    };
    await expect(ask()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("says so when what answers is not our server, or nothing answers", async () => {
    answer = (_, response) => response.writeHead(502).end("<html>Bad gateway</html>");
    await expect(send()).rejects.toMatchObject({ code: "unavailable" });
    answer = (request) => request.socket.destroy();
    await expect(send()).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("urlOf leaves out what is not set", () => {
  expect(urlOf("/a/:b", { b: "1" }, { c: undefined, d: null, e: 0 })).toBe("/a/1?e=0");
});
