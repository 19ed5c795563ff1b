/** Keeps a rebuttal from readers, gives it back, or leaves nothing of it (database). While it is kept from them, its log alone holds its words. */
import { forgetLog } from "@/lib/collab/forget-log";
import { rebuttalDocument } from "@/lib/collab/names";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { type ContentState, Prisma } from "@/lib/db/generated/client";
import { storable, storableJson } from "@/lib/db/storable";
import { projectLog } from "./log";

interface RebuttalPlace {
  id: string;
  articleId: string;
}

/** Empties the projections. Nobody has a right to its document from now on, so every process closes it. */
export async function coverRebuttal(tx: Tx, { id, articleId }: RebuttalPlace, state: ContentState): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Rebuttal" SET "state" = ${state}::"ContentState", "title" = '', "text" = '', "body" = NULL
    WHERE "id" = ${id}::uuid`;
  await announce(tx, { type: "rebuttal.changed", articleId, rebuttalId: id });
}

/** Projects what its log says; when it was last changed stays as it was. */
export async function uncoverRebuttal(tx: Tx, { id, articleId }: RebuttalPlace): Promise<void> {
  const { title, body, text } = await projectLog(tx, id);
  await tx.$executeRaw`
    UPDATE "Rebuttal"
    SET "state" = 'visible', "title" = ${storable(title)}, "text" = ${storable(text)},
      "body" = ${storableJson(body.toJSON())}::jsonb
    WHERE "id" = ${id}::uuid`;
  await announce(tx, { type: "rebuttal.changed", articleId, rebuttalId: id });
}

/** Leaves nothing of a covered rebuttal: neither its log, nor what was kept as its status moved. */
export async function forgetRebuttal(tx: Tx, { id, articleId }: RebuttalPlace): Promise<void> {
  await tx.citation.deleteMany({ where: { rebuttalId: id } });
  await tx.rebuttalStatusChange.updateMany({ where: { rebuttalId: id }, data: { title: "", body: Prisma.DbNull } });
  await forgetLog(tx, rebuttalDocument(id));
  await announce(tx, { type: "words.purged", articleId, rebuttalId: id });
}

/** Takes out of the log what came into it while the rebuttal was purged. One that wasn't stays as it is. */
export async function forgetRebuttalAgain(id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const isPurged = (await tx.rebuttal.count({ where: { id, state: "purged" } })) > 0;
    if (isPurged) await forgetLog(tx, rebuttalDocument(id));
  });
}
