import { expect, test } from "vitest";
import { shownIn, type ToldHighlight } from "./shown-in";

const told: ToldHighlight = {
  id: "h",
  start: 4,
  end: 9,
  exact: "words",
  revisionId: "second",
  anchorState: "anchored",
  label: "claim",
  authorId: null,
  createdAt: 0,
  note: null,
};
const page = { revisionId: "second", isOutdated: false, shownAt: () => undefined };

test("a highlight is drawn on the revision that it counts in", () => {
  expect(shownIn(page, told)).toMatchObject({ kind: "placed", highlight: { start: 4, end: 9 } });
  expect(shownIn(page, { ...told, anchorState: "moved" })).toMatchObject({ highlight: { isMoved: true } });
});

test("one without a place is listed with its words", () => {
  const orphan = { ...told, revisionId: "first", anchorState: "orphaned" } as const;
  expect(shownIn(page, orphan)).toMatchObject({ kind: "unplaced", highlight: { exact: "words", state: "orphaned" } });
  expect(shownIn(page, { ...orphan, anchorState: "ambiguous" })).toMatchObject({ highlight: { state: "ambiguous" } });
});

test("a page whose revision isn't current any more keeps what it shows where it is, and draws nothing else", () => {
  const old = {
    revisionId: "first",
    isOutdated: true,
    shownAt: (id: string) => (id === "h" ? { start: 1, end: 3 } : undefined),
  };
  expect(shownIn(old, told)).toMatchObject({ kind: "placed", highlight: { start: 1, end: 3 } });
  expect(shownIn(old, { ...told, anchorState: "moved" })).not.toHaveProperty("highlight.isMoved");
  expect(shownIn(old, { ...told, id: "other" })).toEqual({ kind: "elsewhere" });
});
