import { expect, test } from "vitest";
import { claimsInWords, highlightsInWords, rebuttalsInWords } from "./progress-words";

test("highlights are counted", () => {
  expect([0, 1, 12].map(highlightsInWords)).toEqual(["No highlights yet", "1 highlight", "12 highlights"]);
});

test("claims say how many are answered", () => {
  expect(claimsInWords({ answered: 0, open: 1 })).toBe("0 of 1 claim answered");
  expect(claimsInWords({ answered: 2, open: 3 })).toBe("2 of 5 claims answered");
  expect(claimsInWords({ answered: 1, open: 0 })).toBe("The one claim is answered");
  expect(claimsInWords({ answered: 5, open: 0 })).toBe("All 5 claims answered");
});

test("rebuttals are told by status, the furthest first, without what was withdrawn", () => {
  expect(rebuttalsInWords({ draft: 2, in_review: 0, published: 1, withdrawn: 4 })).toBe(
    "Rebuttals: 1 published, 2 draft",
  );
  expect(rebuttalsInWords({ draft: 0, in_review: 1, published: 0, withdrawn: 0 })).toBe("Rebuttal: 1 in review");
  expect(rebuttalsInWords({ draft: 0, in_review: 0, published: 0, withdrawn: 1 })).toBeNull();
});
