/** What a reader may see of a comment in each of its states. */
import { describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { sightOf } from "./visibility";

const author: Member = { userId: "author", role: "annotator" };
const reader: Member = { userId: "reader", role: "owner" };
const now = new Date("2026-01-01T12:00:00.000Z");
const justDeleted = new Date("2026-01-01T11:50:00.001Z");
const longDeleted = new Date("2026-01-01T11:50:00.000Z");

const facts = { authorId: "author", deletedAt: null };

describe("sight of a comment", () => {
  it("is its words for everybody while it is visible", () => {
    for (const who of [author, reader]) {
      expect(sightOf({ ...facts, state: "visible" }, who, false, now)).toEqual({ kind: "words" });
    }
  });

  it("is its words for its author alone while it is pending", () => {
    expect(sightOf({ ...facts, state: "pending" }, author, true, now)).toEqual({ kind: "words" });
    expect(sightOf({ ...facts, state: "pending" }, reader, true, now)).toEqual({ kind: "nothing" });
  });

  it.each(["hidden", "removed", "deleted", "purged"] as const)(
    "is never its words while it is %s, and a tombstone where replies hang on it",
    (state) => {
      for (const who of [author, reader]) {
        expect(sightOf({ ...facts, state }, who, true, now)).toMatchObject({
          kind: "tombstone",
          restorableUntil: null,
        });
      }
      expect(sightOf({ ...facts, state }, reader, false, now)).toEqual({ kind: "nothing" });
    },
  );

  it.each(["hidden", "removed"] as const)("tells its author where it stood while it is %s", (state) => {
    const tombstone = { kind: "tombstone", cause: "moderation", restorableUntil: null };
    expect(sightOf({ ...facts, state }, author, false, now)).toEqual(tombstone);
  });

  it("shows its author a way back for ten minutes after deleting, and nobody else", () => {
    const deleted = { authorId: "author", state: "deleted", deletedAt: justDeleted } as const;
    expect(sightOf(deleted, author, false, now)).toEqual({
      kind: "tombstone",
      cause: "author",
      restorableUntil: new Date("2026-01-01T12:00:00.001Z"),
    });
    expect(sightOf({ ...deleted, deletedAt: longDeleted }, author, false, now)).toEqual({ kind: "nothing" });
    expect(sightOf(deleted, reader, false, now)).toEqual({ kind: "nothing" });
  });

  it("belongs to nobody when its author's account is gone", () => {
    const orphan = { authorId: null, state: "deleted", deletedAt: justDeleted } as const;
    expect(sightOf(orphan, author, false, now)).toEqual({ kind: "nothing" });
  });
});
