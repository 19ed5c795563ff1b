/** How moderation goes: whole weeks, and figures of known rows in a real PostgreSQL. */
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { openReview } from "./decide";
import { fillWeeks, lastDayOf, noFigures, periodOf, shareOverturned } from "./health";
import { readHealth } from "./read-health";
import { comment, itemOf, join, makeScene, type Scene, say } from "./testing";

/** A Wednesday. */
const now = new Date("2026-03-18T10:00:00Z");

describe("a period", () => {
  it("is the last twelve weeks unless told, from Monday to Sunday", () => {
    const period = periodOf({}, now);
    expect(period.weeks).toHaveLength(12);
    expect(period.weeks.at(-1)).toBe("2026-03-16");
    expect(lastDayOf(period)).toBe("2026-03-22");
  });

  it("holds both days that are named, in whichever order", () => {
    const weeks = ["2026-02-23", "2026-03-02"];
    expect(periodOf({ from: "2026-03-01", to: "2026-03-02" }, now).weeks).toEqual(weeks);
    expect(periodOf({ from: "2026-03-02", to: "2026-03-01" }, now).weeks).toEqual(weeks);
    expect(periodOf({ from: "2026-03-02", to: "2026-03-08" }, now).weeks).toEqual(["2026-03-02"]);
    expect(periodOf({ to: "2026-03-08" }, now).weeks.at(-1)).toBe("2026-03-02");
    expect(periodOf({ from: "2026-03-10" }, now).weeks).toEqual(["2026-03-09", "2026-03-16"]);
  });

  it("is two years at most", () => {
    expect(periodOf({ from: "2000-01-01" }, now).weeks).toHaveLength(104);
  });
});

describe("figures", () => {
  it("stand in every week, also where nothing happened", () => {
    const period = periodOf({ from: "2026-03-02", to: "2026-03-16" }, now);
    const weeks = fillWeeks(period, [
      { week: "2026-03-09", flags: 3 },
      { week: "2026-03-09", decisions: 1 },
    ]);
    expect(weeks).toEqual([
      { week: "2026-03-02", ...noFigures },
      { week: "2026-03-09", ...noFigures, flags: 3, decisions: 1 },
      { week: "2026-03-16", ...noFigures },
    ]);
  });

  it("have a share overturned only where something could be", () => {
    expect(shareOverturned(noFigures)).toBeNull();
    expect(shareOverturned({ ...noFigures, restrictions: 4, overturned: 1 })).toBe(0.25);
  });
});

describe("in a workspace", () => {
  testDatabase();

  let scene: Scene;
  beforeEach(async () => {
    scene = await makeScene();
  });

  const minutes = 60_000; // ms

  interface Case {
    at: string;
    /** After the first flag, in ms; null without flags. */
    wait: number | null;
    measure?: "approve" | "hide";
    ended?: "undone" | "overturned";
    automatic?: boolean;
    by?: Scene["author"];
  }

  async function decided({ at, wait, measure = "hide", ended, automatic = false, by }: Case): Promise<void> {
    const author = by ?? scene.author;
    const commentId = await say(scene, "Words.", author);
    await openReview(comment(commentId), scene.moderator, new Date(at));
    const { id: itemId } = await itemOf(commentId);
    const { id: decisionId } = await db().decision.create({
      data: {
        workspaceId: scene.workspaceId,
        itemId,
        measure,
        affectedId: author.userId,
        decidedById: automatic ? null : scene.moderator.userId,
        automatedDecision: automatic,
        source: "notice",
        stateBefore: "visible",
        at: new Date(at),
        undoneAt: ended === "undone" ? new Date(at) : null,
        overturnedAt: ended === "overturned" ? new Date(at) : null,
        ...(measure === "hide" && {
          reason: "spam",
          ground: "law",
          groundWords: "A law",
          facts: "It sells.",
          appealUntil: new Date(at),
        }),
      },
    });
    if (wait === null) return;
    const createdAt = new Date(Date.parse(at) - wait);
    await db().flag.create({
      data: { itemId, userId: scene.reader.userId, reason: "spam", createdAt, decisionId, agreed: true },
    });
  }

  it("counts flags, waiting, what was overturned and who comes again, each in its week", async () => {
    const other = await join(scene, "annotator");
    await decided({ at: "2026-03-03T12:00:00Z", wait: 10 * minutes });
    await decided({ at: "2026-03-04T12:00:00Z", wait: 20 * minutes });
    await decided({ at: "2026-03-05T12:00:00Z", wait: 30 * minutes, measure: "approve", by: other });
    await decided({ at: "2026-03-10T12:00:00Z", wait: 60 * minutes, ended: "overturned", by: other });
    await decided({ at: "2026-03-11T12:00:00Z", wait: null, by: other });
    // None of these count: taken back, automatic, before and after the period.
    await decided({ at: "2026-03-11T13:00:00Z", wait: null, ended: "undone" });
    await decided({ at: "2026-03-11T14:00:00Z", wait: null, automatic: true });
    await decided({ at: "2026-03-01T23:59:59Z", wait: null });
    await decided({ at: "2026-03-16T00:00:00Z", wait: null });
    const period = periodOf({ from: "2026-03-02", to: "2026-03-15" }, now);

    expect(await readHealth(scene.workspaceId, period)).toEqual({
      from: "2026-03-02",
      to: "2026-03-15",
      total: {
        flags: 4,
        decisions: 5,
        medianWait: 20 * minutes,
        // Of 0, 10, 20, 30 and 60 minutes.
        p90Wait: expect.closeTo(48 * minutes, 3),
        restrictions: 4,
        overturned: 1,
      },
      weeks: [
        {
          week: "2026-03-02",
          flags: 3,
          decisions: 3,
          medianWait: 20 * minutes,
          p90Wait: expect.closeTo(28 * minutes, 3),
          restrictions: 2,
          overturned: 0,
        },
        {
          week: "2026-03-09",
          flags: 1,
          decisions: 2,
          medianWait: 30 * minutes,
          p90Wait: expect.closeTo(54 * minutes, 3),
          restrictions: 2,
          overturned: 1,
        },
      ],
      repeatCases: [
        {
          member: expect.objectContaining({ id: scene.author.userId }),
          restrictions: 2,
          latest: "2026-03-04T12:00:00.000Z",
        },
      ],
    });
  });

  it("is empty where nothing was ever moderated", async () => {
    const health = await readHealth(scene.workspaceId, periodOf({}, now));
    expect(health).toMatchObject({ total: noFigures, repeatCases: [] });
    expect(health.weeks).toHaveLength(12);
  });
});
