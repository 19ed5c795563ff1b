import { describe, expect, it } from "vitest";
import { everything } from "./filters";
import type { RoomHighlight } from "./room-highlight";
import { RoomStore } from "./room-store";

const ranges = [
  { start: 0, end: 100 },
  { start: 102, end: 200 },
  { start: 202, end: 300 },
];
const noFacts = { answered: new Set<string>(), comments: new Map<string, number>() };
const at = (id: string, start: number, end: number, more: Partial<RoomHighlight> = {}): RoomHighlight => ({
  id,
  start,
  end,
  label: "claim",
  authorId: "ana",
  createdAt: 0,
  note: null,
  ...more,
});

/** A store with listeners that write down who was told. */
function watched(highlights: RoomHighlight[]) {
  const store = new RoomStore(ranges, highlights, noFacts);
  const told: string[] = [];
  for (const index of ranges.keys()) store.subscribeBlock(index, () => told.push(`block ${index}`));
  store.subscribeList(() => told.push("list"));
  const tell = (act: () => void) => {
    told.length = 0;
    act();
    return [...new Set(told)].sort();
  };
  return { store, tell };
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("room store", () => {
  it("shows each block its own highlights, a long one in several", () => {
    const { store } = watched([at("b", 90, 210), at("a", 10, 20)]);
    expect(ranges.map((_, index) => ids(store.block(index).highlights))).toEqual([["a", "b"], ["b"], ["b"]]);
    expect(ids(store.list().shown)).toEqual(["a", "b"]);
  });

  it("tells only the blocks where something changed", () => {
    const { store, tell } = watched([at("a", 10, 20), at("c", 250, 260)]);
    const untouched = store.block(2);
    expect(tell(() => store.change([at("b", 110, 120)]))).toEqual(["block 1", "list"]);
    expect(store.block(2)).toBe(untouched);
    expect(tell(() => store.change([at("b", 120, 230)]))).toEqual(["block 1", "block 2", "list"]);
    expect(tell(() => store.change([], ["b"]))).toEqual(["block 1", "block 2", "list"]);
  });

  it("tells nobody when what comes is what is there", () => {
    const { store, tell } = watched([at("a", 10, 20, { note: { type: "doc" } })]);
    const before = store.get("a");
    expect(tell(() => store.replace([at("a", 10, 20, { note: { type: "doc" } })]))).toEqual([]);
    expect(store.get("a")).toBe(before);
    expect(tell(() => store.change([], ["unknown"]))).toEqual([]);
  });

  it("redraws the blocks of the old and the new active highlight", () => {
    const { store, tell } = watched([at("a", 10, 20), at("b", 110, 120)]);
    store.activate("a");
    expect(tell(() => store.activate("b"))).toEqual(["block 0", "block 1", "list"]);
    expect(store.block(1).active).toBe("b");
    expect(tell(() => store.activate("b"))).toEqual([]);
    store.activate("unknown");
    expect(store.list().active).toBeNull();
  });

  it("lets go of an active highlight that is removed or filtered out", () => {
    const { store } = watched([at("a", 10, 20), at("b", 110, 120)]);
    store.activate("a");
    store.change([], ["a"]);
    expect(store.list().active).toBeNull();
    store.activate("b");
    store.setFilter({ ...everything, labels: ["note"] });
    expect(store.list().active).toBeNull();
  });

  it("hides what the filter hides, and counts it", () => {
    const { store, tell } = watched([at("a", 10, 20), at("b", 110, 120, { label: "note" })]);
    expect(tell(() => store.setFilter({ ...everything, labels: ["note"] }))).toEqual(["block 0", "list"]);
    expect(ids(store.list().shown)).toEqual(["b"]);
    expect(store.list().total).toBe(2);
  });

  it("follows what rebuttals answer while that is filtered by", () => {
    const { store } = watched([at("a", 10, 20), at("b", 110, 120)]);
    store.setFilter({ ...everything, answered: "open" });
    store.setFacts({ ...noFacts, answered: new Set(["a"]) });
    expect(ids(store.list().shown)).toEqual(["b"]);
  });

  it("draws others' selections where they are", () => {
    const { store, tell } = watched([]);
    const person = { id: "ben", name: "Ben", color: "#aa5500" };
    const selection = { id: "7", start: 150, end: 210, person };
    expect(tell(() => store.setSelections([selection]))).toEqual(["block 1", "block 2"]);
    expect(store.block(2).selections).toEqual([selection]);
    expect(tell(() => store.setSelections([]))).toEqual(["block 1", "block 2"]);
  });

  it("draws a highlight where its edge is dragged, and back where it is when let go", () => {
    const { store, tell } = watched([at("a", 10, 20)]);
    expect(tell(() => store.setDraft({ id: "a", passage: { start: 10, end: 110 } }))).toEqual([
      "block 0",
      "block 1",
      "list",
    ]);
    expect(store.block(1).highlights[0]).toMatchObject({ id: "a", start: 10, end: 110 });
    expect(tell(() => store.setDraft(null))).toEqual(["block 0", "block 1", "list"]);
    expect(store.block(0).highlights).toEqual([at("a", 10, 20)]);
    expect(store.block(1).highlights).toEqual([]);
  });
});
