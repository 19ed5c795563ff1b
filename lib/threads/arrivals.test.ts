/** New comments come without moving what one reads or writes. */
import { describe, expect, it } from "vitest";
import { allOf, arrivalsIn, type Seen, splitArrivals, withShown } from "./arrivals";
import { fromPlainText } from "./body";
import type { ShownComment } from "./schema";

/** Comments are written at 10:00, 10:01, …; the reader looked at 10:10. */
const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, "0")}:00.000Z`;
const seen: Seen = { until: at(10), ids: new Set() };

const comment = (id: string, minute: number, authorId = "ana"): ShownComment => ({
  kind: "comment",
  id,
  parentId: null,
  place: "",
  answers: null,
  author: { id: authorId, name: authorId, color: "#336699" },
  body: fromPlainText(id),
  createdAt: at(minute),
  editedAt: null,
  quote: null,
  reactions: [],
  pending: false,
  flag: "none",
});

/** A top-level comment, above its replies. */
const top = (id: string, minute: number, authorId?: string, replies: ShownComment[] = []) => [
  comment(id, minute, authorId),
  ...replies,
];

const split = (tops: ShownComment[][], isWriting = false, since = seen) => {
  const { shown, held } = splitArrivals(tops.flat(), since, "me", isWriting);
  return { shown: shown.map(({ id }) => id), held: held.map(({ id }) => id) };
};

describe("a comment by somebody else", () => {
  it("shows at once at the end", () => {
    expect(split([top("a", 1), top("b", 11)])).toEqual({ shown: ["a", "b"], held: [] });
    expect(split([top("a", 1, "ana", [comment("a1", 11)])])).toEqual({ shown: ["a", "a1"], held: [] });
  });

  it("waits where it would push something down", () => {
    const comments = [top("a", 1, "ana", [comment("a1", 11)]), top("b", 2)];
    expect(split(comments)).toEqual({ shown: ["a", "b"], held: ["a1"] });
  });

  it("waits even at the end while the reader writes below", () => {
    const comments = [top("a", 1), top("b", 11, "ben", [comment("b1", 12)])];
    expect(split(comments, true)).toEqual({ shown: ["a"], held: ["b", "b1"] });
  });

  it("waits where the reader's own new comment came after it", () => {
    expect(split([top("a", 1), top("b", 11), top("c", 12, "me")])).toEqual({ shown: ["a", "c"], held: ["b"] });
  });
});

it("one's own comment shows at once, wherever it stands", () => {
  const comments = [top("a", 1, "ana", [comment("a1", 11, "me")]), top("b", 2)];
  expect(split(comments, true)).toEqual({ shown: ["a", "a1", "b"], held: [] });
});

it("earlier comments that one asks for show at once, above", () => {
  expect(split([top("z", 0), top("a", 1)], true).held).toEqual([]);
});

it("what has shown goes on showing when one begins to write, and what waits goes on waiting when more comes", () => {
  const tail = [top("a", 1, "ana", [comment("a1", 11)]), top("b", 2), top("c", 12)];
  const { shown } = splitArrivals(tail.flat(), seen, "me", false);
  expect(split([...tail, top("d", 13)], true, withShown(seen, shown))).toEqual({
    shown: ["a", "b", "c"],
    held: ["a1", "d"],
  });
});

it("nothing waits once everything was asked for", () => {
  const comments = [top("a", 1, "ana", [comment("a1", 11)]), top("b", 2), top("c", 12)];
  expect(split(comments, true, allOf(comments.flat())).held).toEqual([]);
});

it("what came since is what others wrote, whether it shows or waits", () => {
  const comments = [top("a", 1, "ana", [comment("a1", 11)]), top("b", 12, "me"), top("c", 13)];
  expect(arrivalsIn(comments.flat(), seen, "me").map(({ id }) => id)).toEqual(["a1", "c"]);
});
