/** The browser's pages of a thread, changed ahead of the server's next answer. */
import { expect, it } from "vitest";
import { fromPlainText } from "./body";
import { commentsOf, withChanged, withPosted } from "./pages";
import type { CommentView, Discussion, ShownComment } from "./schema";

const threadId = "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

const comment = (id: string): ShownComment => ({
  kind: "comment",
  id,
  author: null,
  body: fromPlainText(id),
  createdAt: "2026-01-01T00:00:00.000Z",
  editedAt: null,
  pending: false,
  flagged: false,
});
const tombstone = (id: string): CommentView => ({
  kind: "tombstone",
  id,
  createdAt: "2026-01-01T00:00:00.000Z",
  cause: "author",
  own: false,
  restorableUntil: null,
});

const open = { state: "open", slowSeconds: null } as const;
const newest: Discussion = {
  threadId,
  comments: [
    { ...comment("c"), replies: [comment("c1")] },
    { ...comment("d"), replies: [] },
  ],
  earlier: "x",
  mode: open,
  mayModerate: false,
};
const older: Discussion = {
  threadId,
  comments: [{ ...comment("a"), replies: [] }],
  earlier: null,
  mode: open,
  mayModerate: false,
};

const outline = (pages: Discussion[]) =>
  commentsOf(pages).map(({ kind, id, replies }) => [
    kind === "comment" ? id : `†${id}`,
    ...replies.map((reply) => (reply.kind === "comment" ? reply.id : `†${reply.id}`)),
  ]);

it("pages read from the oldest to the newest", () => {
  expect(outline([newest, older])).toEqual([["a"], ["c", "c1"], ["d"]]);
});

it("a posted comment comes last, a reply last under its parent", () => {
  expect(outline(withPosted([newest, older], threadId, null, comment("e")))).toEqual([
    ["a"],
    ["c", "c1"],
    ["d"],
    ["e"],
  ]);
  expect(outline(withPosted([newest, older], threadId, "a", comment("a1")))).toEqual([["a", "a1"], ["c", "c1"], ["d"]]);
});

it("a posted comment that the server's answer already brought comes once", () => {
  expect(outline(withPosted([newest], threadId, null, comment("d")))).toEqual([["c", "c1"], ["d"]]);
  expect(outline(withPosted([newest], threadId, "c", comment("c1")))).toEqual([["c", "c1"], ["d"]]);
});

it("the first comment tells which thread it started", () => {
  const pages = withPosted(
    [{ threadId: null, comments: [], earlier: null, mode: open, mayModerate: false }],
    threadId,
    null,
    comment("a"),
  );
  expect(pages).toMatchObject([{ threadId, comments: [{ id: "a" }] }]);
});

it("a changed comment keeps its replies, a changed reply its place", () => {
  expect(outline(withChanged([newest, older], tombstone("c")))).toEqual([["a"], ["†c", "c1"], ["d"]]);
  expect(outline(withChanged([newest, older], tombstone("c1")))).toEqual([["a"], ["c", "†c1"], ["d"]]);
});
