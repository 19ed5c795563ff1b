/** Writes one revision, with the source that it was made from (database). */
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { RawSource } from "./bring";
import type { RevisionContent } from "./content";

interface NewRevision {
  articleId: string;
  /** One more than the article's newest. */
  number: number;
  /** The revision that was current until now; null for the first. */
  basedOnId: string | null;
  createdById: string;
  /** `edit` when somebody corrected the revision before. */
  source: RawSource | { kind: "edit" };
  content: Pick<RevisionContent, "metadata" | "blocks" | "canonicalText" | "setAside">;
}

export interface WrittenRevision {
  id: string;
  articleId: string;
  canonicalText: string;
}

/**
 * Writes it; it isn't yet the article's current one. What the server kept of its source goes with it and is kept no
 * longer.
 */
export async function writeRevision(
  tx: Tx,
  { articleId, number, basedOnId, createdById, source, content }: NewRevision,
): Promise<WrittenRevision> {
  const id = randomUUID();
  const { blocks, setAside, canonicalText } = content;
  const metadata = JSON.stringify(content.metadata);
  const raw = "raw" in source ? source.raw : null;
  const keptId = "keptId" in source ? source.keptId : null;
  // As SQL, because the lists are JSON already and the kept bytes are in the database already; and at once, because a
  // revision never changes.
  await tx.$executeRaw`
    INSERT INTO "Revision"
      ("id", "articleId", "number", "metadata", "blocks", "canonicalText", "setAside", "sourceKind", "raw", "rawBytes",
       "basedOnId", "createdById")
    VALUES
      (${id}::uuid, ${articleId}::uuid, ${number}, ${metadata}::jsonb, ${blocks}::jsonb, ${canonicalText},
       ${setAside}::jsonb, ${source.kind}, ${raw}, (SELECT "bytes" FROM "ImportSource" WHERE "id" = ${keptId}::uuid),
       ${basedOnId}::uuid, ${createdById}::uuid)`;
  if (keptId !== null) await tx.importSource.deleteMany({ where: { id: keptId } });
  return { id, articleId, canonicalText };
}
