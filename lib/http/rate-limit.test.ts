/** Limits, counted in a real PostgreSQL. */
import { expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { rateLimit } from "./rate-limit";

testDatabase();

const limit = (name: string, times: number, seconds = 60) =>
  rateLimit({ name, times, seconds, words: "You knock too often. Nothing was done." });

it("lets somebody do it as often as agreed, then says how long to wait", async () => {
  const knock = limit("knock", 2);
  await knock.spend("ana");
  await knock.spend("ana");
  await expect(knock.spend("ana")).rejects.toMatchObject({
    code: "rate-limited",
    message: expect.stringMatching(/^You knock too often\. Nothing was done\. Try again in (59|60) seconds\.$/),
    retryAfter: expect.any(Number),
  });
});

it("counts each person and each deed apart", async () => {
  const ring = limit("ring", 1);
  const shout = limit("shout", 1);
  await ring.spend("ana");
  await ring.spend("ben");
  await shout.spend("ana");
  await expect(ring.spend("ben")).rejects.toMatchObject({ code: "rate-limited" });
});

it("counts what happens at the same moment", async () => {
  const crowd = limit("crowd", 5);
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => crowd.spend("ana")));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
});

it("remembers across processes that make their own limiter", async () => {
  await limit("door", 1).spend("ana");
  await expect(limit("door", 1).spend("ana")).rejects.toMatchObject({ code: "rate-limited" });
});

it("forgives", async () => {
  const gate = limit("gate", 1);
  await gate.spend("ana");
  await gate.forgive("ana");
  await expect(gate.spend("ana")).resolves.toBeUndefined();
});
