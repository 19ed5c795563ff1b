import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byPlace, overlaps } from "./order";
import { lanesOf, segmentsOf } from "./segments";

const at = (id: string, start: number, end: number) => ({ id, start, end });
const spans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
  .map((pairs) => pairs.map(([start, length], index) => at(`s${index}`, start, start + length)).sort(byPlace));

describe("segments", () => {
  it("splits where passages overlap", () => {
    const pieces = segmentsOf(0, 10, [at("a", 2, 6), at("b", 4, 8)]);
    expect(pieces.map(({ start, end, spans }) => [start, end, spans.map(({ id }) => id).join("")])).toEqual([
      [0, 2, ""],
      [2, 4, "a"],
      [4, 6, "ab"],
      [6, 8, "b"],
      [8, 10, ""],
    ]);
  });

  it("keeps to the stretch when passages reach beyond it", () => {
    expect(segmentsOf(10, 20, [at("a", 0, 15), at("b", 20, 30)])).toEqual([
      { start: 10, end: 15, spans: [at("a", 0, 15)] },
      { start: 15, end: 20, spans: [] },
    ]);
  });

  it("has no piece of an empty stretch", () => {
    expect(segmentsOf(5, 5, [at("a", 0, 9)])).toEqual([]);
  });

  it("covers the stretch without gaps, and every piece has exactly the spans over each of its code units", () => {
    fc.assert(
      fc.property(spans, fc.nat(30), fc.nat(30), (given, start, length) => {
        const end = start + length;
        const pieces = segmentsOf(start, end, given);
        const unitsInOrder = pieces.flatMap((piece) =>
          Array.from({ length: piece.end - piece.start }, (_, index) => ({ unit: piece.start + index, piece })),
        );
        expect(unitsInOrder.map(({ unit }) => unit)).toEqual(
          Array.from({ length: Math.max(0, length) }, (_, index) => start + index),
        );
        for (const { unit, piece } of unitsInOrder) {
          expect(piece.spans).toEqual(given.filter((span) => span.start <= unit && unit < span.end));
        }
      }),
    );
  });
});

describe("lanes", () => {
  it("gives overlapping passages different lanes and reuses free ones", () => {
    expect(lanesOf([at("a", 0, 10), at("b", 2, 5), at("c", 5, 8), at("d", 12, 14)])).toEqual([0, 1, 1, 0]);
  });

  it("never puts two overlapping passages in one lane", () => {
    fc.assert(
      fc.property(spans, (given) => {
        const lanes = lanesOf(given);
        for (const [i, a] of given.entries()) {
          for (const [j, b] of given.entries()) {
            if (i < j && overlaps(a, b)) expect(lanes[i]).not.toBe(lanes[j]);
          }
        }
      }),
    );
  });
});
