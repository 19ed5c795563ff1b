import { describe, expect, it } from "vitest";
import { ago, dayInWords, momentInWords, spanInWords } from "./dates";

const now = Date.UTC(2026, 5, 23, 12);
const minutes = (count: number) => now - count * 60_000;

describe("dates in words", () => {
  it("writes a calendar day, whatever the machine's time zone", () => {
    expect(dayInWords("2025-06-23")).toBe("23 June 2025");
    expect(momentInWords(Date.UTC(2025, 0, 1, 0, 0, 1))).toBe("1 January 2025");
  });

  it("says how long ago something was", () => {
    expect(ago(minutes(0.5), now)).toBe("now");
    expect(ago(minutes(5), now)).toBe("5 min");
    expect(ago(minutes(61), now)).toBe("1 h");
    expect(ago(minutes(60 * 24), now)).toBe("22 Jun");
    expect(ago(Date.UTC(2025, 5, 22), now)).toBe("22 Jun 2025");
  });

  it("calls a moment of a clock that is ahead now", () => {
    expect(ago(minutes(-3), now)).toBe("now");
  });
});

it("says how long something took", () => {
  const minute = 60_000;
  expect(spanInWords(20_000)).toBe("less than a minute");
  expect(spanInWords(minute)).toBe("1 minute");
  expect(spanInWords(12.4 * minute)).toBe("12 minutes");
  expect(spanInWords(3 * 60 * minute)).toBe("3 hours");
  expect(spanInWords(3 * 24 * 60 * minute)).toBe("3 days");
});
