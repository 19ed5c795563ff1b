import { describe, expect, it } from "vitest";
import { commandOf } from "./room-keys";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe("the room's keys", () => {
  it("reads plain keys", () => {
    expect(press("j")).toBe("next");
    expect(press("?", { shiftKey: true })).toBe("help");
    expect(press("Escape")).toBe("leave");
    expect(press("z")).toBeNull();
    expect(press("k")).toBe("previous");
  });

  it("reads keys with Ctrl or Command", () => {
    expect(press("z", { ctrlKey: true })).toBe("undo");
    expect(press("Z", { metaKey: true, shiftKey: true })).toBe("redo");
    expect(press("y", { ctrlKey: true })).toBe("redo");
    expect(press("k", { metaKey: true })).toBe("palette");
  });

  it("leaves the browser its own keys", () => {
    expect(press("c", { ctrlKey: true })).toBeNull();
    expect(press("r", { metaKey: true })).toBeNull();
    expect(press("j", { ctrlKey: true })).toBeNull();
    expect(press("h", { altKey: true })).toBeNull();
  });
});
