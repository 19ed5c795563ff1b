import { expect, test } from "vitest";
import { pathOf } from "./request-log";

test("what the log says of a request holds no link's secret and no query", () => {
  expect(pathOf({ url: "/w/1/articles?q=what+somebody+looked+for" })).toBe("/w/1/articles");
  expect(pathOf({ url: "/join/rj_secret" })).toBe("/join/[withheld]");
  expect(pathOf({ url: "/api/auth/callback/email?token=secret" })).toBe("/api/auth/callback/email");
});
