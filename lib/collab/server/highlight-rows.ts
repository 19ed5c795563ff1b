/** The projection of the article layer: what becomes of a highlight's row. */
import { storable, storableJson } from "@/lib/db/storable";
import type { NoteDocument } from "@/lib/highlights/note";
import type { StoredHighlight } from "../layer";

export type HighlightRow =
  | ({
      kind: "standing";
      articleId: string;
      revisionId: string;
      note: NoteDocument;
      noteText: string;
      /**
       * Whether the change put it in its place. Another process may move all highlights to a new revision meanwhile, so
       * a change of words or label alone leaves the row's place as it is.
       */
      placed: boolean;
      /** Who changed the note, if somebody did. */
      writerId: string | null;
    } & StoredHighlight)
  | { kind: "gone"; articleId: string; id: string };

/** JSON arrays for the statement below. */
interface RowParameters {
  standing: string;
  gone: string;
  writers: string;
}

/**
 * The last row of each highlight, and all who wrote in its note. In order of ids, so that two processes lock rows in one
 * order.
 */
export function rowParameters(rows: readonly HighlightRow[]): RowParameters {
  const last = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const placed = new Set(rows.flatMap((row) => (row.kind === "standing" && row.placed ? [row.id] : [])));
  const standing = last.flatMap((row) =>
    row.kind === "standing" ? [{ ...row, placed: placed.has(row.id), noteText: storable(row.noteText) }] : [],
  );
  const writers = rows.flatMap((row) =>
    row.kind === "standing" && row.writerId ? [{ id: row.id, userId: row.writerId }] : [],
  );
  return {
    standing: storableJson(standing),
    gone: storableJson(last.filter(({ kind }) => kind === "gone")),
    writers: storableJson(writers),
  };
}

/** What moderators keep from readers comes back into no row: whoever wrote it didn't know yet, and the log has it. */
const unlessCovered = (column: string, value: string, empty: string) =>
  `"${column}" = CASE WHEN old."noteState" = 'visible' THEN ${value} ELSE ${empty} END`;

/**
 * Upserts `$standing`, marks `$gone` and remembers `$writers`, as parts of a WITH. An account that is gone leaves its highlights without
 * author, and an article that is gone takes none: the transaction must not fail for either, for it would fail forever.
 *
 * Whoever puts a highlight in its place first shares the lock on its article, which a new revision takes for itself:
 * what a revision reads of the layer is then all that rows say, and what comes after it is newer.
 */
export const highlightStatements = (standing: string, gone: string, writers: string) => `
  new AS (
    SELECT * FROM jsonb_to_recordset(${standing}::jsonb) AS row
      ("id" uuid, "articleId" uuid, "revisionId" uuid, "start" int, "end" int, "exact" text, "prefix" text,
       "suffix" text, "anchorState" "AnchorState", "confidence" float8, "label" "Label", "authorId" uuid,
       "noteText" text, "note" jsonb, "createdAt" float8, "placed" boolean)
  ),
  held AS MATERIALIZED (
    SELECT "id" FROM "Article" WHERE "id" IN (SELECT "articleId" FROM new WHERE "placed") ORDER BY "id" FOR SHARE
  ),
  written AS (
    INSERT INTO "Highlight" AS old
      ("id", "articleId", "revisionId", "start", "end", "exact", "prefix", "suffix", "anchorState", "confidence",
       "label", "authorId", "noteText", "note", "createdAt", "updatedAt", "deletedAt")
    SELECT new."id", new."articleId", new."revisionId", new."start", new."end", new."exact", new."prefix", new."suffix",
           new."anchorState", new."confidence", new."label", author."id", new."noteText", new."note",
           timestamptz 'epoch' + new."createdAt" * interval '1 millisecond', now(), NULL
    FROM new
    JOIN held ON held."id" = new."articleId"
    JOIN "Revision" revision ON revision."id" = new."revisionId" AND revision."articleId" = new."articleId"
    LEFT JOIN "User" author ON author."id" = new."authorId"
    WHERE new."placed"
    ORDER BY new."id"
    ON CONFLICT ("id") DO UPDATE SET
      "revisionId" = EXCLUDED."revisionId", "start" = EXCLUDED."start", "end" = EXCLUDED."end",
      "exact" = EXCLUDED."exact", "prefix" = EXCLUDED."prefix", "suffix" = EXCLUDED."suffix",
      "anchorState" = EXCLUDED."anchorState", "confidence" = EXCLUDED."confidence", "label" = EXCLUDED."label",
      ${unlessCovered("noteText", 'EXCLUDED."noteText"', "''")}, ${unlessCovered("note", 'EXCLUDED."note"', "NULL")},
      "updatedAt" = now(), "deletedAt" = NULL
    WHERE old."articleId" = EXCLUDED."articleId"
    RETURNING "id"
  ),
  worded AS (
    UPDATE "Highlight" AS old SET
      "label" = new."label", ${unlessCovered("noteText", 'new."noteText"', "''")},
      ${unlessCovered("note", 'new."note"', "NULL")}, "updatedAt" = now()
    FROM new
    WHERE NOT new."placed" AND old."id" = new."id" AND old."articleId" = new."articleId"
  ),
  removed AS (
    UPDATE "Highlight" SET "deletedAt" = now(), "updatedAt" = now()
    FROM jsonb_to_recordset(${gone}::jsonb) AS row ("id" uuid, "articleId" uuid)
    WHERE "Highlight"."id" = row."id" AND "Highlight"."articleId" = row."articleId" AND "deletedAt" IS NULL
  ),
  signed AS (
    INSERT INTO "NoteAuthor" ("highlightId", "userId")
    SELECT DISTINCT row."id", "User"."id"
    FROM jsonb_to_recordset(${writers}::jsonb) AS row ("id" uuid, "userId" uuid)
    JOIN "User" ON "User"."id" = row."userId"
    WHERE row."id" IN (SELECT "id" FROM written)
      OR EXISTS (SELECT 1 FROM "Highlight" WHERE "Highlight"."id" = row."id")
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING
  )`;
