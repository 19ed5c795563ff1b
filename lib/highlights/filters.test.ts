import { describe, expect, it } from "vitest";
import { everything, type HighlightFilter, isFiltering, passes, toggled } from "./filters";

const claimByAna = { id: "h1", label: "claim", authorId: "ana" } as const;
const noteByGone = { id: "h2", label: "note", authorId: null } as const;
const answered = new Set(["h1"]);
const shown = (filter: Partial<HighlightFilter>) =>
  [claimByAna, noteByGone].filter((each) => passes(each, { ...everything, ...filter }, answered)).map(({ id }) => id);

describe("filter", () => {
  it("shows everything until something is chosen", () => {
    expect(shown({})).toEqual(["h1", "h2"]);
    expect(isFiltering(everything)).toBe(false);
  });

  it("keeps the chosen labels, people and answers, all at once", () => {
    expect(shown({ labels: ["note", "fallacy"] })).toEqual(["h2"]);
    expect(shown({ people: ["ana"] })).toEqual(["h1"]);
    expect(shown({ answered: "open" })).toEqual(["h2"]);
    expect(shown({ answered: "answered" })).toEqual(["h1"]);
    expect(shown({ labels: ["claim"], answered: "open" })).toEqual([]);
    expect(isFiltering({ ...everything, answered: "open" })).toBe(true);
  });

  it("never counts a highlight without author as someone's", () => {
    expect(shown({ people: ["ana", "ben"] })).toEqual(["h1"]);
  });

  it("chooses and unchooses", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});
