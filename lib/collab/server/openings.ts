/** Which documents this process has open, as rows: those of a killed process say where edits may have been lost (database). */
import { dbPool } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { DocumentName } from "../names";

export class Openings {
  readonly #process: string;

  /** @param process this process's id, by which PostgreSQL knows its connection for events */
  constructor(process: string) {
    this.#process = process;
  }

  /** Notes that the document is open here. */
  async open(document: DocumentName): Promise<void> {
    await dbPool().query('INSERT INTO "CollabOpening" ("document", "process") VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      document,
      this.#process,
    ]);
  }

  /** Whether a process ended with the document open, so that it may have shown edits which it never wrote. */
  async wasLeftOpen(document: DocumentName): Promise<boolean> {
    const { rows } = await dbPool().query<{ left: boolean }>(
      `SELECT EXISTS (SELECT FROM "CollabOpening" WHERE "document" = $1 AND ${isGone}) AS "left"`,
      [document],
    );
    return rows[0]?.left ?? false;
  }

  /**
   * Notes that these documents are closed here with all that they held written, and forgets who left them open before.
   * What can't be noted stays open in the rows, which costs nothing but a stranger's patience with late returners.
   */
  async close(documents: readonly DocumentName[]): Promise<void> {
    if (documents.length === 0) return;
    await dbPool()
      .query(`DELETE FROM "CollabOpening" WHERE "document" = ANY($1) AND ("process" = $2 OR ${isGone})`, [
        documents,
        this.#process,
      ])
      .catch((error: unknown) => log.warn({ err: error }, "the closing of documents could not be noted"));
  }
}

/** The name under which PostgreSQL knows the process's connection for events: it goes with the process. */
export const connectionName = (process: string): string => `rejoinder ${process}`;

const isGone = `NOT EXISTS (SELECT FROM pg_stat_activity WHERE "application_name" = 'rejoinder ' || "process")`;
