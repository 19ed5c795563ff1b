import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { demoSignInsAreOn } from "./config";
import { environmentSchema, readSettings } from "./settings";

const read = (env: Record<string, string>) => readSettings(env, "/srv/rejoinder");

test("without any setting it serves this machine, with a database of its own", () => {
  expect(read({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "/srv/rejoinder/.data",
    databaseUrl: null,
    authSecret: null,
    appUrl: "http://localhost:3000",
    demo: "when-local",
    github: null,
    oidc: null,
    mail: null,
  });
});

test("every problem is told at once, each with its setting's name", () => {
  const wrong = {
    PORT: "70000",
    DATABASE_URL: "mysql://x",
    APP_URL: "rejoinder.example",
    AUTH_SECRET: "short",
    LOG_LEVEL: "loud",
    GITHUB_ID: "id",
    OIDC_ISSUER: "https://issuer.example",
    MAIL_FROM: "us@example.org",
  };
  const named = ["PORT", "DATABASE_URL", "APP_URL", "AUTH_SECRET", "LOG_LEVEL"];
  const partners = ["GITHUB_SECRET", "OIDC_ID", "OIDC_SECRET", "SMTP_URL"];
  const lines = [...named, ...partners].map((name) => expect.stringMatching(`^  ${name} must `));
  let said: string[] = [];
  try {
    read(wrong);
  } catch (error) {
    said = (error as Error).message.split("\n");
  }
  expect(said.slice(1, -1)).toEqual(lines);
});

test("an empty value counts as not set, so .env.example can be copied as it is", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8")) as Record<string, string>;
  expect(read(example)).toEqual(read({}));
});

test(".env.example and the README name every setting", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"));
  const readme = readFileSync("README.md", "utf8");
  const names = Object.keys(environmentSchema.shape);
  expect(Object.keys(example).sort()).toEqual(names.sort());
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  [{ HOST: "0.0.0.0", PORT: "8080" }, "http://localhost:8080"],
  [{ HOST: "192.0.2.7" }, "http://192.0.2.7:3000"],
  [{ HOST: "2001:db8::1" }, "http://[2001:db8::1]:3000"],
  [{ APP_URL: "https://rejoinder.example/" }, "https://rejoinder.example"],
])("%o is reached at %s", (env, address) => {
  expect(read(env).appUrl).toBe(address);
});

test.each([
  [{}, true],
  [{ HOST: "localhost" }, true],
  [{ HOST: "0.0.0.0" }, false],
  [{ HOST: "0.0.0.0", DEMO: "1" }, true],
  [{ APP_URL: "https://rejoinder.example" }, false],
  [{ DEMO: "0" }, false],
])("with %o the demo sign-ins are on: %s", (env, on) => {
  expect(demoSignInsAreOn({ ...read(env), databaseIsEmbedded: true })).toBe(on);
});

test("with a database of one's own there are no demo sign-ins, whatever DEMO says", () => {
  expect(demoSignInsAreOn({ ...read({ DEMO: "1" }), databaseIsEmbedded: false })).toBe(false);
});
