/** Reads how moderation went in a workspace (database). */
import { db } from "@/lib/db/client";
import { fillWeeks, lastDayOf, noFigures, type Period } from "./health";
import type { Health } from "./health.schema";

/** Longest list of repeat cases, and from how many restrictions on a member is one. */
const mostCases = 20;
const repeatFrom = 2;

interface DecisionRow {
  /** Null for the whole period. */
  week: string | null;
  decisions: number;
  medianWait: number | null;
  p90Wait: number | null;
  restrictions: number;
  overturned: number;
}

interface CaseRow {
  id: string;
  name: string;
  color: string;
  restrictions: number;
  latest: Date;
}

/** The figures of the period. */
export async function readHealth(workspaceId: string, period: Period): Promise<Health> {
  const [flags, decisions, cases] = await Promise.all([
    countFlags(workspaceId, period),
    countDecisions(workspaceId, period),
    findRepeatCases(workspaceId, period),
  ]);
  const whole = decisions.find(({ week }) => week === null);
  const weekly = decisions.flatMap(({ week, ...figures }) => (week === null ? [] : [{ week, ...figures }]));
  const { week: _, ...figures } = whole ?? { week: null };
  return {
    from: period.weeks[0] ?? lastDayOf(period),
    to: lastDayOf(period),
    total: { ...noFigures, ...figures, flags: flags.reduce((sum, each) => sum + each.flags, 0) },
    weeks: fillWeeks(period, [...flags, ...weekly]),
    repeatCases: cases.map(({ restrictions, latest, ...member }) => ({
      member,
      restrictions,
      latest: latest.toISOString(),
    })),
  };
}

function countFlags(workspaceId: string, { start, end }: Period): Promise<{ week: string; flags: number }[]> {
  return db().$queryRaw`
    SELECT to_char(date_trunc('week', f."createdAt" AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS "week", count(*)::int AS "flags"
    FROM "Flag" f JOIN "ReviewItem" i ON i."id" = f."itemId"
    WHERE i."workspaceId" = ${workspaceId}::uuid AND f."withdrawnAt" IS NULL
      AND f."createdAt" >= ${start} AND f."createdAt" < ${end}
    GROUP BY 1`;
}

/** What a moderator decided and didn't take back, by week and as a whole. An item that came back later has lost when it first came. */
function countDecisions(workspaceId: string, { start, end }: Period): Promise<DecisionRow[]> {
  return db().$queryRaw`
    SELECT "week",
           count("itemId")::int AS "decisions",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY "wait")::float8 AS "medianWait",
           percentile_cont(0.9) WITHIN GROUP (ORDER BY "wait")::float8 AS "p90Wait",
           (count(*) FILTER (WHERE "restricts"))::int AS "restrictions",
           (count(*) FILTER (WHERE "restricts" AND "overturnedAt" IS NOT NULL))::int AS "overturned"
    FROM (
      SELECT d."itemId", d."overturnedAt", d."appealUntil" IS NOT NULL AS "restricts",
             to_char(date_trunc('week', d."at" AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS "week",
             1000 * EXTRACT(EPOCH FROM d."at" - COALESCE(
               (SELECT min(f."createdAt") FROM "Flag" f WHERE f."itemId" = d."itemId" AND f."decisionId" = d."id"),
               CASE WHEN i."openedAt" <= d."at" THEN i."openedAt" END)) AS "wait"
      FROM "Decision" d LEFT JOIN "ReviewItem" i ON i."id" = d."itemId"
      WHERE d."workspaceId" = ${workspaceId}::uuid AND d."at" >= ${start} AND d."at" < ${end}
        AND NOT d."automatedDecision" AND d."undoneAt" IS NULL
    ) AS decided
    GROUP BY GROUPING SETS (("week"), ())`;
}

function findRepeatCases(workspaceId: string, { start, end }: Period): Promise<CaseRow[]> {
  return db().$queryRaw`
    SELECT u."id", u."name", u."color", count(*)::int AS "restrictions", max(d."at") AS "latest"
    FROM "Decision" d JOIN "User" u ON u."id" = d."affectedId"
    WHERE d."workspaceId" = ${workspaceId}::uuid AND d."at" >= ${start} AND d."at" < ${end}
      AND d."appealUntil" IS NOT NULL AND NOT d."automatedDecision" AND d."undoneAt" IS NULL AND d."overturnedAt" IS NULL
    GROUP BY u."id" HAVING count(*) >= ${repeatFrom}
    ORDER BY count(*) DESC, max(d."at") DESC, u."id" LIMIT ${mostCases}`;
}
