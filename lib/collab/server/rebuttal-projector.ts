/** Brings what a rebuttal's document says into its row and its citations' rows, shortly after each edit (database). */
import { randomUUID } from "node:crypto";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { storable, storableJson } from "@/lib/db/storable";
import { log } from "@/lib/log";
import { projectLog } from "@/lib/rebuttal/log";
import type { CitationAttributes } from "@/lib/rebuttal/schema";
import { limits } from "../limits";
import { longer } from "./persistently";
import { Turns } from "./turns";

/** A rebuttal whose document has moved on. */
interface Due {
  /** When it first fell behind. */
  since: number;
  timer: NodeJS.Timeout;
  /** The last wait after a failure, in ms. */
  pause: number | null;
}

export class RebuttalProjector {
  readonly #due = new Map<string, Due>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #turns = new Turns(limits.projectionsAtOnce);

  /** Says that edits of the rebuttal were committed. */
  touch(rebuttalId: string): void {
    const before = this.#due.get(rebuttalId);
    // After a failure its own timer tries again.
    if (before?.pause) return;
    const now = performance.now();
    const since = before?.since ?? now;
    if (before) clearTimeout(before.timer);
    const wait = Math.max(0, Math.min(limits.projectAfter, since + limits.projectWithin - now));
    this.#due.set(rebuttalId, { since, pause: null, timer: setTimeout(() => void this.#run(rebuttalId), wait) });
  }

  /** Projects at once what is due, and waits for it. What fails is given up. */
  async flush(): Promise<void> {
    await Promise.all([...this.#running.values()]);
    await Promise.all([...this.#due.keys()].map((id) => this.#run(id)));
    for (const { timer } of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  /** Catches up with everything a process that was killed left behind. */
  async catchUp(): Promise<void> {
    const behind = await db().$queryRaw<{ id: string }[]>`
      SELECT r."id" FROM "Rebuttal" r
      WHERE EXISTS (SELECT 1 FROM "CollabUpdate" u
                    WHERE u."document" = 'rebuttal:' || r."id" AND u."seq" > r."projectedSeq")`;
    for (const { id } of behind) this.touch(id);
  }

  #run(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running) return running.then(() => this.#run(id));
    const due = this.#due.get(id);
    if (!due) return Promise.resolve();
    clearTimeout(due.timer);
    this.#due.delete(id);
    const run = this.#turns
      .take(() => project(id))
      .catch((error: unknown) => this.#retry(id, due, error))
      .finally(() => this.#running.delete(id));
    this.#running.set(id, run);
    return run;
  }

  #retry(id: string, { since, pause: before }: Due, error: unknown): void {
    const pause = before ? longer(before) : limits.firstRetry;
    log.error({ err: error, rebuttalId: id, retryIn: pause }, "a rebuttal's text could not be projected");
    const again = this.#due.get(id);
    if (again) clearTimeout(again.timer);
    this.#due.set(id, { since, pause, timer: setTimeout(() => void this.#run(id), pause) });
  }
}

/** Projects what the log says now. A rebuttal that is gone needs nothing. */
async function project(rebuttalId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    // One that changes its status keeps its text as it stood then, so the two take turns.
    const [row] = await tx.$queryRaw<{ articleId: string; title: string; projectedRows: number; isCovered: boolean }[]>`
      SELECT "articleId", "title", "projectedRows", "state" <> 'visible' AS "isCovered" FROM "Rebuttal"
      WHERE "id" = ${rebuttalId}::uuid FOR UPDATE`;
    // What moderators keep from readers stands in no row.
    if (!row || row.isCovered) return;
    // Read before the document: a row that comes between is projected now and once more.
    const last = await tx.collabUpdate.aggregate({
      where: { document: `rebuttal:${rebuttalId}` },
      _max: { seq: true },
      _count: true,
    });
    // Another process, which let somebody else write in it, has just done so.
    if (last._count === row.projectedRows) return;
    const { title, body, text, citations } = await projectLog(tx, rebuttalId);
    await tx.$executeRaw`
      UPDATE "Rebuttal" AS r SET
        "updatedAt" = CASE WHEN (r."title", r."body") IS DISTINCT FROM (new."title", new."body") THEN now() ELSE r."updatedAt" END,
        "title" = new."title", "body" = new."body", "text" = ${storable(text)}, "projectedSeq" = ${last._max.seq ?? 0n},
        "projectedRows" = ${last._count}
      FROM (SELECT ${storable(title)}::text AS "title", ${storableJson(body.toJSON())}::jsonb AS "body") AS new
      WHERE r."id" = ${rebuttalId}::uuid`;
    await replaceCitations(tx, rebuttalId, citations);
    if (title !== row.title) await announce(tx, { type: "rebuttal.changed", articleId: row.articleId, rebuttalId });
  });
}

async function replaceCitations(tx: Tx, rebuttalId: string, cards: readonly CitationAttributes[]): Promise<void> {
  await tx.citation.deleteMany({ where: { rebuttalId } });
  if (cards.length === 0) return;
  const ids = cards.map(({ id }) => id);
  const taken = await tx.citation.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const highlights = await tx.highlight.findMany({
    where: { id: { in: cards.map(({ highlightId }) => highlightId) } },
    select: { id: true },
  });
  const used = new Set(taken.map(({ id }) => id));
  const known = new Set(highlights.map(({ id }) => id));
  await tx.citation.createMany({
    data: cards.map(({ id, highlightId, quote }) => {
      // A card copied and pasted brings its id along.
      const own = used.has(id) ? randomUUID() : id;
      used.add(own);
      return { id: own, rebuttalId, highlightId: known.has(highlightId) ? highlightId : null, quote: storable(quote) };
    }),
  });
}
