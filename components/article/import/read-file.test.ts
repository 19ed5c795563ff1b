import { expect, test } from "vitest";
import { readTextFile } from "./read-file";

test("a file's name says whether it is Markdown", async () => {
  expect(await readTextFile(new File(["# Ä"], "a.MD"))).toEqual({ kind: "markdown", content: "# Ä" });
  expect(await readTextFile(new File(["# Ä"], "a.txt"))).toEqual({ kind: "text", content: "# Ä" });
});

test.each([
  ["little-endian", [0xff, 0xfe, 0x41, 0x00]],
  ["big-endian", [0xfe, 0xff, 0x00, 0x41]],
])("a %s byte order mark is believed", async (_, bytes) => {
  expect((await readTextFile(new File([new Uint8Array(bytes)], "a.txt"))).content).toBe("A");
});

test("a file that is too large isn't read", async () => {
  await expect(readTextFile(new File(["a".repeat(6_000_001)], "a.txt"))).rejects.toMatchObject({ code: "too-large" });
});
