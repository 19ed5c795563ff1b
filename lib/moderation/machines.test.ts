/** The machines of content and review, every state with every event, and long random lives. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { conflictOver, conflictOverAppeal } from "./conflicts";
import { type ContentEvent, type ContentState, isPublic, nextContent } from "./content";
import { claimantOf, nextReview, type Review, type ReviewEvent } from "./review";
import { autoHideScore, scoreOf, type WeighedFlag, weightOf } from "./weights";

// Rows: states. A cell says the state that follows; a dot that it can't happen.
// biome-ignore format: it is a table
const contentTable: Record<ContentState, Record<ContentEvent["type"], ContentState | ".">> = {
  pending: { approve: "visible", ignore: "pending", hide: "hidden",  remove: "removed", overturn: ".",       delete: "deleted", undelete: ".", purge: "purged" },
  visible: { approve: "visible", ignore: "visible", hide: "hidden",  remove: "removed", overturn: ".",       delete: "deleted", undelete: ".", purge: "purged" },
  hidden:  { approve: "visible", ignore: "hidden",  hide: "hidden",  remove: "removed", overturn: "visible", delete: ".",       undelete: ".", purge: "purged" },
  removed: { approve: ".",       ignore: "removed", hide: ".",       remove: ".",       overturn: "visible", delete: ".",       undelete: ".", purge: "purged" },
  deleted: { approve: ".",       ignore: "deleted", hide: ".",       remove: "removed", overturn: ".",       delete: ".",       undelete: "visible", purge: "purged" },
  purged:  { approve: ".",       ignore: ".",       hide: ".",       remove: ".",       overturn: ".",       delete: ".",       undelete: ".", purge: "." },
};

describe("content", () => {
  const cells = Object.entries(contentTable).flatMap(([state, row]) =>
    Object.entries(row).map(([type, next]) => ({ state, type, next })),
  ) as { state: ContentState; type: ContentEvent["type"]; next: ContentState | "." }[];

  test.each(cells)("$state, $type: $next", ({ state, type, next }) => {
    expect(nextContent({ state }, { type })).toEqual(next === "." ? null : { state: next });
  });

  it("is public when it is visible and never otherwise, whatever happened before", () => {
    const types = Object.keys(contentTable.pending) as ContentEvent["type"][];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { maxLength: 200 }), (events) => {
        let state: ContentState = "pending";
        for (const type of events) {
          state = nextContent({ state }, { type })?.state ?? state;
          expect(isPublic({ state })).toBe(state === "visible");
        }
      }),
    );
  });

  it("that moderators took down is never brought back by its author", () => {
    for (const state of ["hidden", "removed"] as const)
      for (const type of ["delete", "undelete"] as const) expect(nextContent({ state }, { type })).toBeNull();
  });
});

describe("a review item", () => {
  const now = new Date("2026-01-01T12:00:00.000Z");
  const later = new Date(now.getTime() + 1);
  const people = ["ana", "ben"] as const;
  const anyEvent: fc.Arbitrary<ReviewEvent> = fc.oneof(
    fc.constantFrom<ReviewEvent>({ type: "raise" }, { type: "undo" }, { type: "overturn" }),
    fc.record({ type: fc.constant("claim" as const), by: fc.constantFrom(...people), until: fc.constant(later) }),
    fc.record({ type: fc.constant("release" as const), by: fc.constantFrom(...people) }),
    fc.record({
      type: fc.constant("decide" as const),
      outcome: fc.constantFrom("approved" as const, "rejected" as const, "ignored" as const),
      version: fc.nat(30),
    }),
  );

  it("is decided only by whoever has its newest version, and its version never goes back", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 300 }), (events) => {
        let review: Review = { status: "pending", version: 0, claim: null };
        for (const event of events) {
          const step = nextReview(review, event, now);
          if ("refusal" in step) continue;
          const next = step.review;
          expect(next.version - review.version).toBe(next.status === review.status ? 0 : 1);
          if (event.type === "decide") {
            expect(event.version).toBe(review.version);
            expect(review.status).toBe("pending");
          }
          review = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes one of two decisions about the same version", () => {
    const review: Review = { status: "pending", version: 3, claim: null };
    const first = nextReview(review, { type: "decide", outcome: "approved", version: 3 }, now);
    if (!("review" in first)) throw new Error("The first decision was refused.");
    const second = nextReview(first.review, { type: "decide", outcome: "rejected", version: 3 }, now);
    expect(second).toEqual({ refusal: "outdated" });
  });

  it("is claimed by one at a time, until the claim ends", () => {
    const review: Review = { status: "pending", version: 0, claim: { by: "ana", until: later } };
    const byBen: ReviewEvent = { type: "claim", by: "ben", until: later };
    expect(claimantOf(review, now)).toBe("ana");
    expect(nextReview(review, byBen, now)).toEqual({ refusal: "claimed" });
    expect(claimantOf(review, later)).toBeNull();
    expect(nextReview(review, byBen, later)).toMatchObject({ review: { claim: { by: "ben" } } });
  });
});

describe("nobody judges their own case", () => {
  const ids = fc.constantFrom("ana", "ben", "cleo", "dan");
  const cases = fc.record({
    moderatorId: ids,
    authorId: fc.option(ids),
    flaggerIds: fc.uniqueArray(ids, { maxLength: 3 }),
    moderatorIds: fc.uniqueArray(ids, { minLength: 1, maxLength: 4 }),
  });

  it("not their own words, ever; not what they flagged alone, where there is somebody else", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { moderatorId, authorId, flaggerIds, moderatorIds } = each;
        const others = moderatorIds.filter((id) => id !== moderatorId && id !== authorId);
        const isAlone = flaggerIds.length === 1 && flaggerIds[0] === moderatorId;
        const otherwise = isAlone && others.length > 0 ? "own-flag" : null;
        const authorIds = authorId === null ? [] : [authorId];
        expect(conflictOver({ ...each, authorIds })).toBe(moderatorId === authorId ? "own-content" : otherwise);
      }),
    );
  });

  it("not an appeal of theirs, ever; not one against them, where there is somebody else", () => {
    fc.assert(
      fc.property(cases, fc.option(ids), ({ moderatorId, authorId, moderatorIds }, deciderId) => {
        const conflict = conflictOverAppeal({ moderatorId, appellantId: authorId, deciderId, moderatorIds });
        const others = moderatorIds.filter((id) => id !== moderatorId && id !== authorId);
        const otherwise = moderatorId === deciderId && others.length > 0 ? "own-decision" : null;
        expect(conflict).toBe(moderatorId === authorId ? "own-appeal" : otherwise);
      }),
    );
  });
});

describe("flags weigh", () => {
  const now = Date.parse("2026-01-01T12:00:00.000Z");
  const old = { agreed: 0, disagreed: 0, isStaff: false, joinedAt: 0, circle: null } satisfies WeighedFlag;

  it("one half without a record, more when flags held, less when they didn't, half as much for newcomers", () => {
    expect(weightOf(old, now)).toBe(0.5);
    expect(weightOf({ ...old, agreed: 8 }, now)).toBeCloseTo(0.9);
    expect(weightOf({ ...old, disagreed: 8 }, now)).toBeCloseTo(0.1);
    expect(weightOf({ ...old, joinedAt: now - 1 }, now)).toBe(0.25);
  });

  it("so that four strangers to each other hide something, and a circle of ten doesn't", () => {
    expect(scoreOf([old, old, old], now)).toBeLessThan(autoHideScore);
    expect(scoreOf([old, old, old, old], now)).toBe(autoHideScore);
    expect(
      scoreOf(
        Array.from({ length: 10 }, () => ({ ...old, circle: "ringleader" })),
        now,
      ),
    ).toBeLessThan(autoHideScore);
  });

  it("so that a moderator's flag alone hides nothing", () => {
    expect(scoreOf([{ ...old, isStaff: true }], now)).toBeLessThan(autoHideScore);
  });
});
