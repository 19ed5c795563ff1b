/** Puts the sample article into the demo workspace (database). */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { contentOf } from "@/lib/article/content";
import { importArticle } from "@/lib/article/import-article";
import { writeArticle } from "@/lib/article/store";
import type { WrittenRevision } from "@/lib/article/write-revision";
import type { Tx } from "@/lib/db/client";

/** From the folder that every command starts in; server.ts is bundled elsewhere, so its own place says nothing. */
const sample = resolve("prisma/demo/night-buses.txt");

/** Imports it as anybody would, and returns its revision. */
export async function writeSample(tx: Tx, workspaceId: string, createdById: string): Promise<WrittenRevision> {
  const raw = await readFile(sample, "utf8");
  const content = contentOf(await importArticle({ kind: "text", content: raw }));
  return writeArticle(tx, { workspaceId, createdById, source: { kind: "text", raw }, content });
}
