import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MarginCard, marginLayout } from "./margin-layout";

const options = { gap: 8, top: 0 };
const cardsOf = fc
  .array(fc.record({ level: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((cards) => cards.sort((a, b) => a.level - b.level));

const cost = (cards: readonly MarginCard[], tops: readonly number[]) =>
  cards.reduce((sum, card, index) => sum + ((tops[index] ?? 0) - card.level) ** 2, 0);

function expectNoOverlap(cards: readonly MarginCard[], tops: readonly number[]) {
  for (const [index, card] of cards.entries()) {
    const next = tops[index + 1];
    if (next !== undefined) expect(next - (tops[index] ?? 0)).toBeGreaterThanOrEqual(card.height + options.gap - 1e-6);
  }
}

describe("margin layout", () => {
  it("leaves cards that have room level with their passages", () => {
    expect(
      marginLayout(
        [
          { level: 10, height: 50 },
          { level: 200, height: 50 },
        ],
        options,
      ),
    ).toEqual([10, 200]);
  });

  it("shares the displacement between cards that want one place", () => {
    expect(
      marginLayout(
        [
          { level: 100, height: 42 },
          { level: 100, height: 42 },
        ],
        options,
      ),
    ).toEqual([75, 125]);
  });

  it("pushes cards down from the top edge", () => {
    expect(
      marginLayout(
        [
          { level: 0, height: 42 },
          { level: 0, height: 42 },
        ],
        options,
      ),
    ).toEqual([0, 50]);
  });

  it("puts the pinned card exactly level and the others around it", () => {
    const cards = [
      { level: 100, height: 42 },
      { level: 100, height: 42 },
      { level: 100, height: 42 },
    ];
    expect(marginLayout(cards, { ...options, pinned: 1 })).toEqual([50, 100, 150]);
    expect(marginLayout(cards, { ...options, pinned: 0 })).toEqual([100, 150, 200]);
  });

  it("lets cards before the pinned one go above the top edge rather than move it", () => {
    const cards = [
      { level: 10, height: 42 },
      { level: 10, height: 42 },
    ];
    expect(marginLayout(cards, { ...options, pinned: 1 })).toEqual([-40, 10]);
  });

  it("never overlaps, and keeps the pinned card level", () => {
    fc.assert(
      fc.property(cardsOf, fc.option(fc.nat(19), { nil: undefined }), (cards, choice) => {
        const pinned = choice === undefined ? undefined : choice % cards.length;
        const tops = marginLayout(cards, { ...options, pinned });
        expect(tops).toHaveLength(cards.length);
        expectNoOverlap(cards, tops);
        if (pinned !== undefined) expect(tops[pinned]).toBeCloseTo(cards[pinned]?.level ?? Number.NaN, 6);
        else expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is no worse than pushing every card down from the one before", () => {
    fc.assert(
      fc.property(cardsOf, (cards) => {
        let free = 0;
        const pushed = cards.map((card) => {
          const place = Math.max(free, card.level);
          free = place + card.height + options.gap;
          return place;
        });
        expect(cost(cards, marginLayout(cards, options))).toBeLessThanOrEqual(cost(cards, pushed) + 1e-6);
      }),
    );
  });

  it("has nothing to lay out in an empty room", () => {
    expect(marginLayout([], options)).toEqual([]);
  });
});
