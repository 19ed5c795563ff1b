import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

const origin = "https://rejoinder.example";

describe("the place to go after signing in", () => {
  it.each([
    ["/w/1?tab=threads#c2", "/w/1?tab=threads#c2"],
    ["https://rejoinder.example/join/abc", "/join/abc"],
    ["/", "/"],
    ["/a/../account", "/account"],
  ])("can be %s", (wanted, path) => expect(ownPath(wanted, { origin })).toBe(path));

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://rejoinder.example@evil.example/",
    "https://rejoinder.example.evil.example/",
    "http://rejoinder.example/",
    "https://rejoinder.example//evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    "https://rejoinder.invalid/",
    "w/1",
    "",
    "http://[",
    undefined,
    ["/w/1"],
  ])("can't be %j", (wanted) => expect(ownPath(wanted, { origin, fallback: "/home" })).toBe("/home"));
});
