import { describe, expect, it } from "vitest";
import { saveWords } from "./save-words";

describe("the save status in words", () => {
  it("says Saved only to someone who writes", () => {
    expect(saveWords({ state: "saved" }, true)).toBe("Saved");
    expect(saveWords({ state: "saved" }, false)).toBe("Live");
  });

  it.each([
    [{ kept: 0, unkept: 0 }, "Offline"],
    [{ kept: 1, unkept: 0 }, "Offline, 1 change kept on this device"],
    [{ kept: 3, unkept: 0 }, "Offline, 3 changes kept on this device"],
    [{ kept: 2, unkept: 1 }, "Offline, 3 changes only in this tab: keep it open"],
  ])("is honest about where changes are while offline: %j", (counts, words) => {
    expect(saveWords({ state: "offline", ...counts }, true)).toBe(words);
  });
});
