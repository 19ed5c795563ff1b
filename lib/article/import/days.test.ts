import { expect, test } from "vitest";
import { findDay } from "./days";

test.each([
  ["Last updated on Jun 23, 2025", "2025-06-23"],
  ["Published 3 June 2025, 10:30 am", "2025-06-03"],
  ["2025-06-03T08:00Z", "2025-06-03"],
  ["23/06/2025", "2025-06-23"],
  ["06/23/2025", "2025-06-23"],
  ["3.6.2025", "2025-06-03"],
  ["05/05/2025", "2025-05-05"],
])("%s is %s", (line, day) => {
  expect(findDay(line)).toMatchObject({ day });
});

test.each(["03/04/2025", "3/4/25"])("%s can be read as two days", (line) => {
  expect(findDay(line)).toBe("ambiguous");
});

test.each(["June 2025", "yesterday", "in 2025", "2025-02-30", "no day at all"])("%s names no day", (line) => {
  expect(findDay(line)).toBeNull();
});
