/** Puts the sample article into the demo workspace (database). */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { canonicalText } from "@/lib/article/canonical-text";
import { importArticle } from "@/lib/article/import-article";
import type { Tx } from "@/lib/db/client";

/** From the folder that every command starts in; server.ts is bundled elsewhere, so its own place says nothing. */
const sample = resolve("prisma/demo/night-buses.txt");

interface WrittenRevision {
  id: string;
  articleId: string;
  canonicalText: string;
}

/** Imports it as anybody would, and returns its revision. */
export async function writeArticle(tx: Tx, workspaceId: string, createdById: string): Promise<WrittenRevision> {
  const { metadata, blocks, setAside, raw } = importArticle({ kind: "text", content: await readFile(sample, "utf8") });
  const article = await tx.article.create({ data: { workspaceId, title: metadata.title, createdById } });
  const revision = await tx.revision.create({
    data: {
      articleId: article.id,
      number: 1,
      metadata,
      blocks,
      canonicalText: canonicalText(blocks),
      setAside,
      sourceKind: "text",
      raw,
      createdById,
    },
    select: { id: true, articleId: true, canonicalText: true },
  });
  await tx.article.update({ where: { id: article.id }, data: { currentRevisionId: revision.id } });
  return revision;
}
