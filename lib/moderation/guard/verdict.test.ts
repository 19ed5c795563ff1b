import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watchActions } from "./details";
import { linksIn } from "./links";
import { gentleRules } from "./schema";
import { verdictOn } from "./verdict";

type Facts = Parameters<typeof verdictOn>[0];

const innocent: Facts = {
  rules: gentleRules,
  watched: [],
  links: 0,
  author: { isStaff: false, age: Number.POSITIVE_INFINITY, shown: 10 },
  letters: 100,
  earlier: [],
  edit: null,
};

const hour = 60 * 60 * 1000; // ms
const id = "0199b5a0-0000-7000-8000-000000000000";

const facts: fc.Arbitrary<Facts> = fc.record({
  rules: fc.record({
    heldPosts: fc.nat(3),
    newcomerHours: fc.nat(48),
    newcomerLinks: fc.option(fc.nat(3)),
    rechecksEdits: fc.boolean(),
  }),
  watched: fc.array(
    fc.constantFrom(...watchActions).map((action) => ({
      action,
      details: { kind: "watched_word" as const, word: "spam", note: "", ranges: [], alsoIn: null },
    })),
    { maxLength: 3 },
  ),
  links: fc.nat(5),
  author: fc.record({ isStaff: fc.boolean(), age: fc.nat(100).map((hours) => hours * hour), shown: fc.nat(4) }),
  letters: fc.nat(40),
  earlier: fc.array(
    fc.record({
      commentId: fc.constant(id),
      earlier: fc.constantFrom("deleted" as const, "hidden" as const, "removed" as const),
      own: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  edit: fc.option(fc.record({ wasApproved: fc.boolean() })),
});

const always = (property: (given: Facts) => void) =>
  fc.assert(fc.property(facts, property), { seed: 20261124, numRuns: 500 });

describe("whatever the rules", () => {
  it("moderators are let through", () => {
    always((given) => {
      const author = { ...given.author, isStaff: true };
      expect(verdictOn({ ...given, author })).toEqual({ outcome: "pass" });
    });
  });

  it("something is found wherever something is held or flagged, and a watched word to hold is never only flagged", () => {
    always((given) => {
      const verdict = verdictOn(given);
      if (verdict.outcome === "hold" || verdict.outcome === "flag") expect(verdict.findings).not.toEqual([]);
      const holds = !given.author.isStaff && given.watched.some(({ action }) => action === "hold");
      if (holds) expect(["hold", "refuse"]).toContain(verdict.outcome);
    });
  });

  it("refusing is for watched words and for links alone", () => {
    always((given) => {
      const watched = given.watched.filter(({ action }) => action !== "refuse");
      expect(verdictOn({ ...given, watched, links: 0 }).outcome).not.toBe("refuse");
    });
  });
});

describe("the gentle rules", () => {
  it("let an innocent comment through, first or edited", () => {
    expect(verdictOn(innocent)).toEqual({ outcome: "pass" });
    expect(verdictOn({ ...innocent, author: { isStaff: false, age: 0, shown: 0 } })).toEqual({ outcome: "pass" });
    expect(verdictOn({ ...innocent, edit: { wasApproved: true } })).toEqual({ outcome: "pass" });
  });

  it("count an account's age to the millisecond", () => {
    const links = (age: number) => verdictOn({ ...innocent, links: 3, author: { ...innocent.author, age } }).outcome;
    expect(links(24 * hour - 1)).toBe("refuse");
    expect(links(24 * hour)).toBe("pass");
  });
});

describe("links", () => {
  const bold = { type: "bold" as const };
  const link = (href: string) => ({ type: "link" as const, attrs: { href } });

  it("count once each, also with emphasis in one, and when they are only written out", () => {
    const href = "https://a.example";
    expect(
      linksIn({
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "https://a", marks: [link(href)] },
              { type: "text", text: ".example", marks: [bold, link(href)] },
              { type: "text", text: " and www.b.example, or mail me" },
            ],
          },
          { type: "paragraph", content: [{ type: "text", text: "here", marks: [link(href)] }] },
          { type: "paragraph" },
        ],
      }),
    ).toEqual([href, "www.b.example,", href]);
  });
});
