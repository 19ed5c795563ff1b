import { expect, it } from "vitest";
import { cookieIn, sessionCookieName } from "./cookies";

it("has a name that only https can set where we are served over https", () => {
  expect(sessionCookieName("https://rejoinder.example")).toBe("__Secure-rejoinder.session");
  expect(sessionCookieName("http://localhost:3000")).toBe("rejoinder.session");
});

it("is read from the header by its whole name", () => {
  expect(cookieIn("a=1; b=two%20words;c=x=y", "b")).toBe("two words");
  expect(cookieIn("a=1; b=2;c=x=y", "c")).toBe("x=y");
  expect(cookieIn("ab=1; b", "b")).toBeUndefined();
  expect(cookieIn(null, "b")).toBeUndefined();
});

it("is taken as it is when its encoding is broken", () => {
  expect(cookieIn("a=%E0%A4%A", "a")).toBe("%E0%A4%A");
});
