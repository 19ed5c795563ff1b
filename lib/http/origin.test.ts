import { describe, expect, test } from "vitest";
import { isOwnOrigin, refuseForeignOrigin } from "./origin";

const appUrl = "https://rejoinder.example";
const asked = (origin: string | null, host: string) =>
  isOwnOrigin(new Headers({ host, ...(origin === null ? {} : { origin }) }), appUrl);

describe("an origin is ours", () => {
  test("when it is the public address, whatever host a proxy passes on", () => {
    expect(asked("https://rejoinder.example", "10.0.0.7:3000")).toBe(true);
  });
  test.each(["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "192.168.1.5:3000"])(
    "when it is the very host the request was sent to: %s",
    (host) => expect(asked(`http://${host}`, host)).toBe(true),
  );
});

describe("an origin is not ours", () => {
  test.each([
    ["when it is another site", "https://evil.example"],
    ["when it is the same name on another port", "https://rejoinder.example:8443"],
    ["when it has the public name as a prefix", "https://rejoinder.example.evil.example"],
    ["when it is a sandboxed frame", "null"],
  ])("%s", (_, origin) => expect(asked(origin, "rejoinder.example")).toBe(false));
  test("when it is missing", () => expect(asked(null, "rejoinder.example")).toBe(false));
  test("when somebody pointed a name of theirs at us", () => {
    expect(asked("http://rebound.example:3000", "rebound.example:3000")).toBe(false);
  });
});

describe("a changing request", () => {
  const outcome = (headers: Record<string, string>) => () =>
    refuseForeignOrigin(new Headers({ host: "rejoinder.example", ...headers }), appUrl);
  const foreign = { origin: "https://evil.example" };

  test("is taken from our own pages", () => {
    expect(outcome({ cookie: "a=b", origin: appUrl })).not.toThrow();
  });
  test("is taken from a program with a token, or with nothing at all", () => {
    expect(outcome({ authorization: "Bearer rj_x" })).not.toThrow();
    expect(outcome({ authorization: "Bearer rj_x", ...foreign })).not.toThrow();
    expect(outcome({})).not.toThrow();
  });
  test("is refused from another site, with a cookie or without", () => {
    expect(outcome({ cookie: "a=b", ...foreign })).toThrow(expect.objectContaining({ code: "origin-mismatch" }));
    expect(outcome(foreign)).toThrow(expect.objectContaining({ code: "origin-mismatch" }));
  });
  test("is refused with a cookie and no origin, even beside a token", () => {
    expect(outcome({ cookie: "a=b" })).toThrow(expect.objectContaining({ code: "origin-mismatch" }));
    expect(outcome({ cookie: "a=b", authorization: "Bearer rj_x" })).toThrow();
  });
});
