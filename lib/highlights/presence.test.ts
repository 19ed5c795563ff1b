import { describe, expect, it } from "vitest";
import { readPresence } from "./presence";

const ana = { id: "ana", name: "Ana", color: "#aa0000" };
const ben = { id: "ben", name: "Ben", color: "#00aa00" };
const read = (...states: unknown[]) =>
  readPresence(new Map(states.map((state, index) => [index + 1, state])), "me", 100, "first");

describe("presence", () => {
  it("names everybody but oneself once, by name", () => {
    const me = { user: { ...ana, id: "me" }, reading: 3 };
    const { participants } = read(
      { user: ben, reading: 10 },
      { user: ana, reading: 20 },
      { user: ben, reading: 30 },
      me,
    );
    expect(participants).toEqual([
      { person: ana, reading: 20 },
      { person: ben, reading: 30 },
    ]);
  });

  it("knows where someone reads when one of their tabs doesn't say", () => {
    expect(read({ user: ana, reading: 20 }, { user: ana }).participants).toEqual([{ person: ana, reading: 20 }]);
  });

  it("shows what each tab selects", () => {
    expect(read({ user: ana, selection: { start: 3, end: 9 } }, { user: ben, selection: null }).selections).toEqual([
      { id: "1", person: ana, start: 3, end: 9 },
    ]);
  });

  it("leaves out where people are who have another revision before them", () => {
    const elsewhere = { user: ana, reading: 20, selection: { start: 3, end: 9 }, revisionId: "second" };
    expect(read(elsewhere)).toEqual({ participants: [{ person: ana, reading: null }], selections: [] });
    expect(read({ ...elsewhere, revisionId: "first" }).selections).toHaveLength(1);
  });

  it("leaves out what makes no sense", () => {
    for (const state of [null, 7, {}, { user: null }, { user: { id: 1 } }]) {
      expect(read(state)).toEqual({ participants: [], selections: [] });
    }
    const odd = [{ start: 9, end: 3 }, { start: 0, end: 101 }, { start: -1, end: 3 }, { start: 0.5, end: 3 }, "x"];
    expect(read(...odd.map((selection) => ({ user: ana, selection }))).selections).toEqual([]);
    expect(read({ user: ana, reading: 101 }).participants).toEqual([{ person: ana, reading: null }]);
  });
});
