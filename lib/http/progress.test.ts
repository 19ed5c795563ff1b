import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { problemOf } from "./problem";
import { type Progress, streamLines } from "./progress";

const half: Progress = { step: "reading", done: 0.5 };
const never = new AbortController().signal;

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const text = await new Response(stream).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

test("progress comes before the answer", async () => {
  const stream = streamLines(
    async (report) => {
      report(half);
      return '{"words":"a\\nb"}';
    },
    problemOf,
    never,
  );
  expect(await linesOf(stream)).toEqual([{ progress: half }, { answer: { words: "a\nb" } }]);
});

test("what goes wrong is the last line", async () => {
  const stream = streamLines(
    async (report) => {
      report(half);
      throw new AppError("too-large", "Too much.");
    },
    problemOf,
    never,
  );
  expect(await linesOf(stream)).toMatchObject([
    { progress: half },
    { problem: { code: "too-large", detail: "Too much." } },
  ]);
});

test("when the reader goes away, the work hears of it", async () => {
  const stopped = Promise.withResolvers<void>();
  const stream = streamLines(
    (report, signal) => {
      signal.addEventListener("abort", () => stopped.resolve());
      report(half);
      return new Promise(() => undefined);
    },
    problemOf,
    never,
  );
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  await stopped.promise;
});
