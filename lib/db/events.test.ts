import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "./client";
import { announce, type Heard, listen } from "./events";
import type { AppEvent } from "./events.schema";
import { testDatabase } from "./testing";

testDatabase();

const someEvent = (): AppEvent => ({ type: "article.changed", workspaceId: randomUUID(), articleId: randomUUID() });

/** Collects what is heard, and lets a test wait for the next one. */
async function ear() {
  const heard: Heard[] = [];
  let wake = () => {};
  const stop = await listen((event) => {
    heard.push(event);
    wake();
  });
  const until = async (count: number) => {
    while (heard.length < count) await new Promise<void>((done) => (wake = done));
    return heard;
  };
  return { until, stop };
}

test("every listener hears an event once its transaction commits, in order", async () => {
  const [one, other] = [await ear(), await ear()];
  const [first, second] = [someEvent(), someEvent()];
  await db().$transaction(async (tx) => {
    await announce(tx, first);
    await announce(tx, second);
  });
  expect(await one.until(2)).toEqual([first, second]);
  expect(await other.until(2)).toEqual([first, second]);
  await Promise.all([one.stop(), other.stop()]);
});

test("nobody hears of a transaction that was rolled back", async () => {
  const { until, stop } = await ear();
  const [lost, kept] = [someEvent(), someEvent()];
  await db()
    .$transaction(async (tx) => {
      await announce(tx, lost);
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  await announce(db(), kept);
  expect(await until(1)).toEqual([kept]);
  await stop();
});

test("an event with more than its schema allows loses it, so content can't slip out; one with less is refused", async () => {
  const { until, stop } = await ear();
  const event = someEvent();
  await announce(db(), Object.assign({ text: "somebody's words" }, event));
  expect(await until(1)).toEqual([event]);
  await expect(announce(db(), { type: "article.changed" } as AppEvent)).rejects.toThrow();
  await stop();
});

test("a listener whose connection is cut hears that it was, and what follows", async () => {
  const { until, stop } = await ear();
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`;
  expect(await until(1)).toEqual([{ type: "reconnected" }]);
  const event = someEvent();
  await announce(db(), event);
  expect((await until(2))[1]).toEqual(event);
  await stop();
});
