/** The few numbers that stand for many. */
import { expect, it } from "vitest";
import { percentile } from "./statistics";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it.each([
  [0.5, 50],
  [0.95, 95],
  [0.99, 99],
  [1, 100],
  [0, 1],
])("the share %d of one to a hundred is %d", (share, value) => {
  expect(percentile(hundred, share)).toBe(value);
});

it("of a single value is that value", () => {
  expect(percentile([7], 0.95)).toBe(7);
});

it("of nothing is refused", () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
