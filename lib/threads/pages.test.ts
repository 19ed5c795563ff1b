/** The browser's pages of a thread with what changed since, in every order, and as a tree. */
import { describe, expect, it } from "vitest";
import { fromPlainText } from "./body";
import { type CommentNode, commentsOf, nest, noChanges, withChanges, withoutChanges } from "./pages";
import type { DiscussionOrder } from "./place";
import type { CommentView, Discussion } from "./schema";

/** The comment with these numbers from the top-level comment down: "1.3" is the third of the thread, under the first. */
const comment = (numbers: string, authorId = "ana"): CommentView => ({
  kind: "comment",
  id: numbers,
  parentId: null,
  place: placeOf(numbers),
  answers: null,
  author: { id: authorId, name: authorId, color: "#336699" },
  body: fromPlainText(numbers),
  createdAt: "2026-01-01T00:00:00.000Z",
  editedAt: null,
  quote: null,
  reactions: [],
  pending: false,
  flag: "none",
});
const placeOf = (numbers: string) => numbers.replaceAll(/\d+/g, (digits) => digits.padStart(7, "0"));

const page = (numbers: string[], hasMore = false): Discussion => ({
  threadId: "01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
  state: null,
  comments: numbers.map((each) => comment(each)),
  more: hasMore ? "0000001" : null,
  mode: { state: "open", slowSeconds: null },
  mayModerate: false,
});

const read = (pages: Discussion[], order: DiscussionOrder = "oldest", changes = noChanges) =>
  commentsOf(pages, changes, order, "me").map(({ id }) => id);

describe("pages", () => {
  it("read from the oldest to the newest in the order of writing, and as they came in the others", () => {
    expect(read([page(["3", "3.4"], true), page(["1", "1.2"])])).toEqual(["1", "1.2", "3", "3.4"]);
    expect(read([page(["3", "3.4"], true), page(["1", "1.2"])], "newest")).toEqual(["3", "3.4", "1", "1.2"]);
    expect(read([page(["1", "1.2", "1.5"]), page(["4", "3"])], "discussed")).toEqual(["1", "1.2", "1.5", "4", "3"]);
  });

  it("show a comment once that two of them bring", () => {
    expect(read([page(["2", "3"], true), page(["1", "2"])])).toEqual(["1", "2", "3"]);
  });
});

describe("a comment that came since", () => {
  const came = (...comments: CommentView[]) => withChanges(noChanges, comments);

  it("stands where it belongs in each order", () => {
    expect(read([page(["1", "2"])], "oldest", came(comment("1.3"), comment("4")))).toEqual(["1", "1.3", "2", "4"]);
    expect(read([page(["2", "1"])], "newest", came(comment("1.3"), comment("4")))).toEqual(["4", "2", "1", "1.3"]);
    expect(read([page(["2", "1"])], "discussed", came(comment("1.3"), comment("4")))).toEqual(["2", "1", "1.3", "4"]);
  });

  it("waits for its page when the pages don't reach it, unless the reader wrote it", () => {
    const pages = [page(["5", "6"], true)];
    expect(read(pages, "oldest", came(comment("2.7")))).toEqual(["5", "6"]);
    expect(read(pages, "oldest", came(comment("2.7", "me")))).toEqual(["2.7", "5", "6"]);
    expect(read([page(["6", "5"], true)], "newest", came(comment("2.7"), comment("5.8")))).toEqual(["6", "5"]);
  });

  it("stays when it is newer than those that a fresh answer already holds", () => {
    const old = came(comment("1"), comment("2"));
    const changed = comment("2");
    expect([...withoutChanges(withChanges(old, [changed, comment("3")]), old).keys()]).toEqual(["2", "3"]);
  });

  it("shows its newest words, and goes when nothing shows of it", () => {
    const changed = { ...comment("1"), editedAt: "2026-01-02T00:00:00.000Z" };
    const changes = withChanges(noChanges, [changed], ["2"]);
    expect(commentsOf([page(["1", "2"])], changes, "oldest", "me")).toEqual([changed]);
    expect(read([page(["1", "2"])], "oldest", withChanges(changes, [comment("2")]))).toEqual(["1", "2"]);
  });
});

describe("a tree", () => {
  const outline = (nodes: CommentNode[]): unknown[] =>
    nodes.map(({ comment: { id }, replies }) => (replies.length > 0 ? [id, outline(replies)] : id));

  it("has each comment above its replies", () => {
    const flat = ["1", "1.2", "1.2.4", "1.2.5", "1.3", "6"].map((each) => comment(each));
    expect(outline(nest(flat))).toEqual([["1", [["1.2", ["1.2.4", "1.2.5"]], "1.3"]], "6"]);
  });

  it("keeps replies whose comment is on another page", () => {
    expect(outline(nest(["1.2.4", "1.3", "6"].map((each) => comment(each))))).toEqual(["1.2.4", "1.3", "6"]);
  });
});
