/** The projection of the article layer: what becomes of a highlight's row. */
import type { NoteDocument } from "@/lib/highlights/note";
import type { LayerHighlight } from "../layer";
import { storable, storableJson } from "./storable";

export type HighlightRow =
  | ({ kind: "standing"; articleId: string; revisionId: string; note: NoteDocument; noteText: string } & LayerHighlight)
  | { kind: "gone"; articleId: string; id: string };

/** The note's words, a line for each block. */
export function wordsOf(note: NoteDocument): string {
  const lines: string[] = [];
  const walk = (node: NoteDocument["content"], line: string[]): void => {
    for (const child of node ?? []) {
      if (child.text !== undefined) line.push(child.text);
      else if (child.type === "hardBreak") line.push("\n");
      else {
        const own: string[] = [];
        const before = lines.length;
        walk(child.content, own);
        // A block of blocks (a list) has no words of its own; theirs already follow each other.
        if (own.length > 0) lines.splice(before, 0, own.join(""));
      }
    }
  };
  walk(note.content, []);
  return lines.join("\n");
}

/**
 * The last row of each highlight, as two JSON arrays for the statement below. In order of ids, so that two processes
 * lock rows in one order.
 */
export function rowParameters(rows: readonly HighlightRow[]): { standing: string; gone: string } {
  const last = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const standing = last.flatMap((row) =>
    row.kind === "standing" ? [{ ...row, noteText: storable(row.noteText) }] : [],
  );
  return { standing: storableJson(standing), gone: storableJson(last.filter(({ kind }) => kind === "gone")) };
}

/**
 * Upserts `$standing` and marks `$gone`, as two parts of a WITH. An account that is gone leaves its highlights without
 * author, and an article that is gone takes none: the transaction must not fail for either, for it would fail forever.
 */
export const highlightStatements = (standing: string, gone: string) => `
  written AS (
    INSERT INTO "Highlight" AS old
      ("id", "articleId", "revisionId", "start", "end", "exact", "prefix", "suffix", "label", "authorId",
       "noteText", "note", "createdAt", "updatedAt", "deletedAt")
    SELECT new."id", new."articleId", new."revisionId", new."start", new."end", new."exact", new."prefix", new."suffix",
           new."label", author."id", new."noteText", new."note",
           timestamptz 'epoch' + new."createdAt" * interval '1 millisecond', now(), NULL
    FROM jsonb_to_recordset(${standing}::jsonb) AS new
      ("id" uuid, "articleId" uuid, "revisionId" uuid, "start" int, "end" int, "exact" text, "prefix" text,
       "suffix" text, "label" "Label", "authorId" uuid, "noteText" text, "note" jsonb, "createdAt" float8)
    JOIN "Revision" revision ON revision."id" = new."revisionId" AND revision."articleId" = new."articleId"
    LEFT JOIN "User" author ON author."id" = new."authorId"
    ORDER BY new."id"
    ON CONFLICT ("id") DO UPDATE SET
      "start" = EXCLUDED."start", "end" = EXCLUDED."end", "exact" = EXCLUDED."exact", "prefix" = EXCLUDED."prefix",
      "suffix" = EXCLUDED."suffix", "label" = EXCLUDED."label", "noteText" = EXCLUDED."noteText",
      "note" = EXCLUDED."note", "updatedAt" = now(), "deletedAt" = NULL
    WHERE old."articleId" = EXCLUDED."articleId"
  ),
  removed AS (
    UPDATE "Highlight" SET "deletedAt" = now(), "updatedAt" = now()
    FROM jsonb_to_recordset(${gone}::jsonb) AS row ("id" uuid, "articleId" uuid)
    WHERE "Highlight"."id" = row."id" AND "Highlight"."articleId" = row."articleId" AND "deletedAt" IS NULL
  )`;
