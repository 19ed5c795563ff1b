import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { completeConfig } from "@/lib/config/config";
import { fetchLink } from "./fetch-link";
import { type LinkPolicy, publicOnly, targetOf } from "./target";

const html = "<!doctype html><p>A page of some words.</p>";
const answers: Record<string, RequestListener> = {
  "/page": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(html),
  "/to-page": (_, response) => response.writeHead(302, { location: "/page" }).end(),
  "/to-inside": (_, response) => response.writeHead(301, { location: `http://inside.example:${port}/secret` }).end(),
  "/to-file": (_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/to-itself": (_, response) => response.writeHead(307, { location: "/to-itself" }).end(),
  "/large": (_, response) => response.end("a".repeat(20_000)),
  "/bomb": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000, "a"))),
  "/never": () => undefined,
  "/half": (_, response) => void response.writeHead(200).write("a beginning"),
  "/gone": (_, response) => response.writeHead(404).end("not here"),
};

let port = 0;
const asked: { url?: string; agent?: string; host?: string }[] = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, agent: request.headers["user-agent"], host: request.headers.host });
  answers[request.url ?? ""]?.(request, response);
});

beforeAll(async () => {
  completeConfig({ databaseUrl: "", authSecret: "", databaseIsEmbedded: true });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Names that a test's own resolver knows; all lead to this machine, one of them to what isn't allowed. */
const names: Record<string, string[]> = {
  "gazette.example": ["127.0.0.1"],
  "inside.example": ["127.0.0.2"],
  "both.example": ["127.0.0.1", "127.0.0.2"],
};
const policy = (): LinkPolicy => ({
  resolve: async (hostname) => names[hostname] ?? [],
  isAllowed: (address) => address === "127.0.0.1",
  ports: new Set([String(port)]),
});
const limits = { seconds: 1, bytes: 10_000, redirects: 3 };
const get = (path: string, name = "gazette.example") =>
  fetchLink(`http://${name}:${port}${path}`, { policy: policy(), limits });

test("a page comes with where it was found and its encoding, and its server learns who asked", async () => {
  const page = await get("/to-page");
  expect(page).toMatchObject({ kind: "html", url: `http://gazette.example:${port}/page`, charset: "utf-8" });
  expect(new TextDecoder().decode(page.bytes)).toBe(html);
  expect(asked.at(-1)).toMatchObject({
    agent: expect.stringMatching(/^Rejoinder \(\+http:\/\/localhost:3000;/),
    host: `gazette.example:${port}`,
  });
});

test.each([
  ["a redirect inside", "/to-inside"],
  ["a redirect to a file", "/to-file"],
  ["redirects without end", "/to-itself"],
  ["an error", "/gone"],
])("%s is refused", async (_, path) => {
  asked.length = 0;
  await expect(get(path)).rejects.toMatchObject({ code: "invalid-input" });
  expect(asked.filter(({ url }) => url === "/secret")).toEqual([]);
});

test("a name with any address that isn't allowed is refused, in the words for one that isn't there", async () => {
  const refusal = async (name: string) => (await get("/page", name).catch((error: Error) => error)) as Error;
  const words = (await refusal("nowhere.example")).message;
  expect(words).toMatch(/^No public page/);
  expect((await refusal("inside.example")).message).toBe(words);
  expect((await refusal("both.example")).message).toBe(words);
});

test.each([
  ["larger than is taken", "/large", "too-large"],
  ["larger once unpacked", "/bomb", "too-large"],
  ["never answered", "/never", "unavailable"],
  ["never ended", "/half", "unavailable"],
])("a page %s is left", async (_, path, code) => {
  await expect(get(path)).rejects.toMatchObject({ code });
});

test("whoever goes away stops the fetching", async () => {
  const leaving = new AbortController();
  const left = fetchLink(`http://gazette.example:${port}/never`, { policy: policy(), signal: leaving.signal });
  leaving.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
});

test.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://127.0.0.1./",
  "http://localhost/",
  "http://localhost./",
  "http://[::1]/",
  "http://[::ffff:7f00:1]/",
  "http://[64:ff9b::a9fe:a9fe]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://１２７.０.０.１/",
  "http://8.8.8.8:8080/",
  "http://8.8.8.8:22/",
])("nothing is fetched from %s", async (link) => {
  await expect(targetOf(link, publicOnly)).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/^No public page/),
  });
});

test.each(["ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,a", "words", "http://"])(
  "%s is no link to a page",
  async (link) => {
    await expect(targetOf(link, publicOnly)).rejects.toMatchObject({ message: expect.stringMatching(/no link/) });
  },
);

test("a link with a name and password in it is refused", async () => {
  await expect(targetOf("http://me:secret@8.8.8.8/", publicOnly)).rejects.toMatchObject({ code: "invalid-input" });
});

test("a public address is the target that it names", async () => {
  expect(await targetOf("https://8.8.8.8/a", publicOnly)).toMatchObject({ address: "8.8.8.8" });
});
