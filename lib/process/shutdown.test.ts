import { expect, test } from "vitest";
import { type PhaseOutcome, runPhases } from "./shutdown";

test("phases run in order, each after the one before has ended", async () => {
  const seen: string[] = [];
  const phase = (name: string) => ({
    name,
    limit: 1000,
    run: async () => {
      seen.push(`${name} begins`);
      await new Promise(setImmediate);
      seen.push(`${name} ends`);
    },
  });
  await runPhases([phase("sockets"), phase("database")], () => undefined);
  expect(seen).toEqual(["sockets begins", "sockets ends", "database begins", "database ends"]);
});

test("one that throws, rejects or never ends is reported, and the next ones still get their turn", async () => {
  const outcomes: Record<string, PhaseOutcome["state"]> = {};
  await runPhases(
    [
      {
        name: "throws",
        limit: 1000,
        run: () => {
          throw new Error("at once");
        },
      },
      { name: "rejects", limit: 1000, run: () => Promise.reject(new Error("later")) },
      { name: "never ends", limit: 5, run: () => new Promise(() => undefined) },
      { name: "database", limit: 1000, run: () => undefined },
    ],
    (phase, { state }) => {
      outcomes[phase.name] = state;
    },
  );
  expect(outcomes).toEqual({ throws: "failed", rejects: "failed", "never ends": "late", database: "done" });
});
