import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { config } from "@/lib/config/config";
import { makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createApiToken } from "@/lib/people/api-tokens";
import { loadRoutes, type Route } from "./testing/routes";

testDatabase();

/** An example of docs/api.md. */
interface Example {
  command: string;
  /** Shell variable to be set from the answer, and the answer's field. */
  keep: { field: string; as: string } | null;
  status: number | null;
}

const examples = [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n(.*?)```/gs)].map(
  ([, block = ""]): Example => {
    const [, field = "", as = ""] = /^# keep (\S+) as (\w+)$/m.exec(block) ?? [];
    const status = /^# expect (\d+)$/m.exec(block)?.[1];
    return {
      command: block
        .replaceAll(/^#.*\n/gm, "")
        .replaceAll("\\\n", " ")
        .trim(),
      keep: field ? { field, as } : null,
      status: status ? Number(status) : null,
    };
  },
);

const variables: Record<string, string> = {};
let routes: Route[];
beforeAll(async () => {
  routes = await loadRoutes();
  const { people } = await makeWorkspace("owner");
  variables.URL = config().appUrl;
  variables.TOKEN = (await createApiToken(people.owner.id, "docs")).token;
});

/** A shell's words: plain, in double quotes (where variables count) or in single quotes. */
function wordsOf(command: string): string[] {
  const words = command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g);
  return [...words].map(
    ([, double, single, plain]) => single ?? filled(double?.replaceAll(/\\(.)/g, "$1") ?? plain ?? ""),
  );
}

const filled = (word: string) =>
  word.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`No example before this one sets ${name}.`);
    return value;
  });

/** The request that this curl command sends. */
function requestOf(command: string): Request {
  const [program, ...words] = wordsOf(command);
  expect(program).toBe("curl");
  const headers = new Headers();
  let [url, method, body]: [string, string, string | undefined] = ["", "GET", undefined];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const next = () => words[++i] ?? "";
    if (word === "-X") method = next();
    else if (word === "-d") body = next();
    else if (word === "-H") {
      const [name = "", value = ""] = next().split(/: (.*)/);
      headers.set(name, value);
    } else if (word !== "-sS") url = word;
  }
  return new Request(url, { method, headers, body });
}

async function answerTo(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const { method, path, handler } of routes) {
    const match = new RegExp(`^${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`).exec(pathname);
    if (match && method === request.method) return handler(request, { params: Promise.resolve({ ...match.groups }) });
  }
  throw new Error(`There is no route for ${request.method} ${pathname}.`);
}

test("there are examples", () => expect(examples.length).toBeGreaterThan(5));

// In order: later examples use what earlier ones answered.
test.each(examples)("docs/api.md: $command", async ({ command, keep, status }) => {
  const response = await answerTo(requestOf(command));
  const answer: unknown = await response.json();
  if (status) expect(response.status).toBe(status);
  else expect(response.ok, JSON.stringify(answer)).toBe(true);
  if (!keep) return;
  const value = keep.field.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], answer);
  expect(value).toEqual(expect.any(String));
  variables[keep.as] = String(value);
});
