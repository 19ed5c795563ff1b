import { describe, expect, test } from "vitest";
import { readJson } from "./body";

const posted = (body: BodyInit | null) =>
  new Request("http://localhost/", { method: "POST", body, ...(body ? { duplex: "half" } : {}) } as RequestInit);

describe("readJson", () => {
  test("gives the parsed body", async () => {
    expect(await readJson(posted('{"a":["é"]}'))).toEqual({ a: ["é"] });
  });

  test("gives undefined for no body and for an empty one", async () => {
    expect(await readJson(posted(null))).toBeUndefined();
    expect(await readJson(posted(""))).toBeUndefined();
  });

  test("refuses what is not JSON, and what is not UTF-8, with the same code", async () => {
    await expect(readJson(posted("{"))).rejects.toMatchObject({ code: "invalid-json" });
    await expect(readJson(posted(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ code: "invalid-json" });
  });

  test.each(['{"a":["b\\u0000"]}', '"\\uD83D"', '{"a":"\\uDE00\\uD83D"}'])(
    "refuses text that can't be kept: %s",
    async (json) => {
      await expect(readJson(posted(json))).rejects.toMatchObject({ code: "invalid-input" });
    },
  );

  test("takes characters that are written as escapes, and escapes that are only spoken of", async () => {
    expect(await readJson(posted('["\\uD83D\\uDE00","\\\\u0000","\\\\uD83D"]'))).toEqual(["😀", "\\u0000", "\\uD83D"]);
  });

  test("stops reading an endless body at its limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    await expect(readJson(posted(endless), 10_000)).rejects.toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(64 * 1024);
  });
});
