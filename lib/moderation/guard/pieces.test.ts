import { expect, test } from "vitest";
import { piecesOf } from "./pieces";

const written = (text: string, ...ranges: [number, number][]) =>
  piecesOf(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join("");

test("what was found is marked among the words around it", () => {
  expect(written("Buy spam now", [4, 8])).toBe("Buy [spam] now");
  expect(written("spam spam", [0, 4], [5, 9])).toBe("[spam] [spam]");
});

test("ranges that overlap are one, and those outside the text none", () => {
  expect(written("spamming", [0, 4], [2, 6], [9, 12], [3, 3])).toBe("[spammi]ng");
});

test("what is far away is left out", () => {
  const text = `${"a".repeat(100)}X${"b".repeat(200)}Y${"c".repeat(10)}`;
  expect(written(text, [100, 101], [301, 302])).toBe(
    `…${"a".repeat(60)}[X]${"b".repeat(60)}…${"b".repeat(60)}[Y]${"c".repeat(10)}`,
  );
});
