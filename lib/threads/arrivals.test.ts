/** New comments come without moving what one reads or writes. */
import { describe, expect, it } from "vitest";
import { idsIn, splitArrivals } from "./arrivals";
import { fromPlainText } from "./body";
import type { ShownComment, TopComment } from "./schema";

const comment = (id: string, authorId: string): ShownComment => ({
  kind: "comment",
  id,
  author: { id: authorId, name: authorId, color: "#336699" },
  body: fromPlainText(id),
  createdAt: "2026-01-01T00:00:00.000Z",
  editedAt: null,
});

const top = (id: string, authorId: string, ...replies: ShownComment[]): TopComment => ({
  ...comment(id, authorId),
  replies,
});

const outline = (comments: readonly TopComment[]) =>
  comments.map(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);

const split = (comments: TopComment[], seen: string[], isWriting = false) => {
  const { shown, held } = splitArrivals(comments, new Set(seen), "me", isWriting);
  return { shown: outline(shown), held: held.map(({ id }) => id) };
};

describe("a comment by somebody else", () => {
  it("shows at once at the end", () => {
    expect(split([top("a", "ana"), top("b", "ben")], ["a"])).toEqual({ shown: [["a"], ["b"]], held: [] });
    expect(split([top("a", "ana", comment("a1", "ben"))], ["a"])).toEqual({ shown: [["a", "a1"]], held: [] });
  });

  it("waits where it would push something down", () => {
    const comments = [top("a", "ana", comment("a1", "ben")), top("b", "ana")];
    expect(split(comments, ["a", "b"])).toEqual({ shown: [["a"], ["b"]], held: ["a1"] });
  });

  it("waits even at the end while the reader writes below", () => {
    expect(split([top("a", "ana"), top("b", "ben", comment("b1", "cem"))], ["a"], true)).toEqual({
      shown: [["a"]],
      held: ["b", "b1"],
    });
  });

  it("waits where the reader's own new comment came after it", () => {
    expect(split([top("a", "ana"), top("b", "ben"), top("c", "me")], ["a"])).toEqual({
      shown: [["a"], ["c"]],
      held: ["b"],
    });
  });
});

it("one's own comment shows at once, wherever it stands", () => {
  const comments = [top("a", "ana", comment("a1", "me")), top("b", "ana")];
  expect(split(comments, ["a", "b"], true)).toEqual({ shown: [["a", "a1"], ["b"]], held: [] });
});

it("nothing waits once everything was asked for", () => {
  const comments = [top("a", "ana", comment("a1", "ben")), top("b", "ana"), top("c", "ben")];
  expect(split(comments, [...idsIn(comments)], true).held).toEqual([]);
});

it("a comment that was deleted meanwhile is gone, and holds nothing up", () => {
  expect(split([top("b", "ben")], ["a", "b"])).toEqual({ shown: [["b"]], held: [] });
});
