import { expect, test } from "vitest";
import type { Progress } from "@/lib/http/progress";
import { importArticle } from "./import-article";
import { importInWorker, type WorkerTask } from "./import-pool";
import { longestHold } from "./testing/longest-hold";

const task = (content: string, kind: "text" | "markdown" | "rich-text" = "text"): WorkerTask => ({
  source: { kind, content },
  review: null,
});
const article = "A title of some words\n\nA paragraph that says something. It goes on to say more.";
/** Emphasis that opens and closes everywhere: as much Markdown as is taken, and among the slowest there is. */
const hostile = "*a_ ".repeat(100_000);

test("the content comes back as it is stored, with progress on the way", async () => {
  const steps: Progress[] = [];
  const content = await importInWorker(task(article), { report: (progress) => steps.push(progress) });
  expect(content).toMatchObject({
    metadata: { title: "A title of some words", authors: [] },
    blockCount: 1,
    canonicalText: "A paragraph that says something. It goes on to say more.",
    warnings: [],
  });
  expect(JSON.parse(content.blocks)).toMatchObject([{ id: "b1", type: "paragraph" }]);
  expect(JSON.parse(content.setAside)).toMatchObject([{ reason: "metadata" }]);
  expect(steps.map(({ step }) => step)).toEqual(["reading", "judging"]);
});

test("a review is applied where the import runs", async () => {
  const metadata = { title: "Another", authors: [], standfirst: undefined, publisher: undefined };
  const review = { restored: ["s1"], setAside: [], metadata };
  const content = await importInWorker({ ...task(article), review });
  expect(content).toMatchObject({ metadata: { title: "Another" }, blockCount: 2 });
});

test("what an import refuses is refused with its code and words", async () => {
  await expect(importInWorker(task(" "))).rejects.toMatchObject({ name: "AppError", code: "invalid-input" });
});

test("the most hostile Markdown never holds the event loop for more than 50 ms", async () => {
  // Once before, so that only the import is measured and not the loading of code.
  await importInWorker(task(article));
  const held = await longestHold(async () => {
    expect((await importInWorker(task(hostile, "markdown"))).blockCount).toBe(1);
  });
  expect(held).toBeLessThan(50);
});

test("what holds the loop is noticed", async () => {
  const held = await longestHold(async () => importArticle({ kind: "markdown", content: "*a_ ".repeat(20_000) }));
  expect(held).toBeGreaterThan(50);
});

test("an import that takes too long is stopped", async () => {
  const limits = { seconds: 0.5, heapMb: 256 };
  await expect(importInWorker(task(hostile, "markdown"), { limits })).rejects.toMatchObject({
    code: "too-large",
    message: expect.stringMatching(/took longer than 0.5 seconds/),
  });
});

test("an import that needs too much memory is stopped, and nothing else is", async () => {
  const elements = "<b>a</b>".repeat(199_000);
  const limits = { seconds: 60, heapMb: 24 };
  await expect(importInWorker(task(elements, "rich-text"), { limits })).rejects.toMatchObject({
    code: "too-large",
    message: expect.stringMatching(/memory/),
  });
  expect(await importInWorker(task(article))).toMatchObject({ blockCount: 1 });
});

test("whoever goes away stops the import, and those who wait get their turn", async () => {
  const leaving = [new AbortController(), new AbortController(), new AbortController()];
  const left = leaving.map(({ signal }) => importInWorker(task(hostile, "markdown"), { signal }));
  const steps: string[] = [];
  const waiting = importInWorker(task(article), { report: ({ step }) => steps.push(step) });
  const reasons = Promise.all(
    left.map((each) =>
      each.then(
        () => "came",
        (reason: Error) => reason.message,
      ),
    ),
  );
  for (const controller of leaving.toReversed()) controller.abort(new Error("gone"));
  expect(await reasons).toEqual(["gone", "gone", "gone"]);
  expect(await waiting).toMatchObject({ blockCount: 1 });
  expect(steps).toEqual(["waiting", "reading", "judging"]);
});
