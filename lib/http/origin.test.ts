import { describe, expect, test } from "vitest";
import { isOwnOrigin } from "./origin";

const asked = (origin: string | null, host: string, appUrl = "https://rejoinder.example") =>
  isOwnOrigin(new Headers({ host, ...(origin === null ? {} : { origin }) }), appUrl);

describe("a request with a cookie is taken", () => {
  test("from the public address, whatever host a proxy passes on", () => {
    expect(asked("https://rejoinder.example", "10.0.0.7:3000")).toBe(true);
  });
  test("from the very host it was sent to", () => {
    expect(asked("http://127.0.0.1:3000", "127.0.0.1:3000")).toBe(true);
  });
});

describe("a request with a cookie is refused", () => {
  test.each([
    ["another site", "https://evil.example"],
    ["the same name on another port", "https://rejoinder.example:8443"],
    ["the public name as a prefix", "https://rejoinder.example.evil.example"],
    ["a sandboxed frame", "null"],
  ])("from %s", (_, origin) => {
    expect(asked(origin, "rejoinder.example")).toBe(false);
  });
  test("without an Origin", () => {
    expect(asked(null, "rejoinder.example")).toBe(false);
  });
});
