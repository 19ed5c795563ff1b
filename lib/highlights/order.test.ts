import { describe, expect, it } from "vitest";
import { byPlace, covering, neighbour, overlaps } from "./order";

const at = (id: string, start: number, end: number) => ({ id, start, end });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join("");

describe("order of highlights", () => {
  it("puts the earlier first, then the longer, then the smaller id", () => {
    expect(ids([at("d", 5, 6), at("c", 0, 3), at("b", 0, 3), at("a", 0, 9)].sort(byPlace))).toBe("abcd");
  });

  it("does not call touching passages overlapping", () => {
    expect(overlaps(at("a", 0, 3), at("b", 3, 6))).toBe(false);
    expect(overlaps(at("a", 0, 4), at("b", 3, 6))).toBe(true);
  });

  it("offers the shortest first where several lie", () => {
    const all = [at("a", 0, 20), at("b", 4, 8), at("c", 8, 12)];
    expect(ids(covering(all, 5))).toBe("ba");
    expect(ids(covering(all, 8))).toBe("ca");
    expect(covering(all, 20)).toEqual([]);
  });
});

describe("the next highlight", () => {
  const all = [at("a", 0, 4), at("b", 10, 14), at("c", 20, 24)];

  it("steps from the current one, and stops at the ends", () => {
    expect(neighbour(all, "a", 1, 0)?.id).toBe("b");
    expect(neighbour(all, "b", -1, 0)?.id).toBe("a");
    expect(neighbour(all, "c", 1, 0)).toBeUndefined();
    expect(neighbour(all, "a", -1, 0)).toBeUndefined();
  });

  it("starts where the person reads", () => {
    expect(neighbour(all, null, 1, 9)?.id).toBe("b");
    expect(neighbour(all, null, -1, 19)?.id).toBe("b");
  });

  it("goes to the nearest end when nothing lies that way", () => {
    expect(neighbour(all, null, 1, 30)?.id).toBe("a");
    expect(neighbour(all, null, -1, 0)?.id).toBe("c");
    expect(neighbour([], null, 1, 0)).toBeUndefined();
  });
});
