import { describe, expect, test } from "vitest";
import { isForCollab } from "./upgrades";

describe("a request to upgrade", () => {
  test.each(["/collab", "/collab?token=x"])("to %s is for the realtime server", (url) => {
    expect(isForCollab({ url })).toBe(true);
  });

  // The first three are no addresses at all. An exception would be nobody's, and end the process.
  test.each(["//", "http://[", "/\\", "*", "//elsewhere/collab", "/collab/", "/collaborate", "/"])(
    "to %s is not",
    (url) => {
      expect(isForCollab({ url })).toBe(false);
    },
  );
});
