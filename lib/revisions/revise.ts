/** Gives an article another text (database): a new revision, or the earlier one again, and with it all that hangs on the text. */
import type { RawSource } from "@/lib/article/bring";
import { canonicalText } from "@/lib/article/canonical-text";
import { type Block, type Metadata, metadataSchema, type SetAside } from "@/lib/article/schema";
import { writeRevision } from "@/lib/article/write-revision";
import { editLayer, type HeldLayer } from "@/lib/collab/layer-edit";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError, notFound } from "@/lib/errors";
import { moveLayer } from "./move-layer";

/** A text on its way to become a revision. */
export interface NewText {
  metadata: Metadata;
  blocks: Block[];
  setAside: SetAside[];
  /** What it was made from; `edit` when somebody corrected the revision before. */
  source: RawSource | { kind: "edit" };
}

interface Change {
  workspaceId: string;
  articleId: string;
  userId: string;
}

/** Ten thousand highlights are looked for in two seconds; the database may be slow as well. */
const patience = { timeout: 60_000, maxWait: 10_000 }; // ms

/**
 * Makes the text the article's current revision and moves every highlight to it, or changes nothing.
 * @param baseId the revision that the person had before them
 * @returns the new revision's number
 * @throws AppError `conflict` when another revision came meanwhile; `invalid-input` when nothing is different or left
 */
export async function revise({ articleId, ...change }: Change, baseId: string, next: NewText): Promise<number> {
  const text = canonicalText(next.blocks);
  if (text === "")
    throw new AppError("invalid-input", "No words are left in this text. Nothing was saved. Keep at least one block.");
  return db().$transaction(async (tx) => {
    let number = 0;
    await held(tx, articleId, async (layer) => {
      if (layer.currentId !== baseId) throw stale();
      const base = await tx.revision.findUniqueOrThrow({ where: { id: baseId } });
      if (isSame(base, next)) throw unchanged();
      const last = await tx.revision.aggregate({ where: { articleId }, _max: { number: true } });
      number = (last._max.number ?? 0) + 1;
      const { metadata, source } = next;
      const content = {
        metadata,
        blocks: JSON.stringify(next.blocks),
        setAside: JSON.stringify(next.setAside),
        canonicalText: text,
      };
      const by = { articleId, number, basedOnId: baseId, createdById: change.userId };
      const target = await writeRevision(tx, { ...by, source, content });
      await tx.article.update({ where: { id: articleId }, data: { title: metadata.title } });
      return moveLayer(tx, layer, target);
    });
    await announce(tx, { type: "article.changed", workspaceId: change.workspaceId, articleId });
    return number;
  }, patience);
}

/**
 * Makes the revision before the given one current again and puts every highlight back where it was. Nothing is deleted:
 * the revision stays to be read, and highlights made on it are looked for in the earlier text.
 * @param number of the revision to undo, which must be the current one
 * @throws AppError `conflict` when it isn't the current one, or is the first
 */
export async function undoRevision({ workspaceId, articleId, userId }: Change, number: number): Promise<void> {
  await db().$transaction(async (tx) => {
    await held(tx, articleId, async (layer) => {
      const current = await tx.revision.findUniqueOrThrow({
        where: { id: layer.currentId },
        select: { id: true, number: true, basedOn: { select: { id: true, canonicalText: true, metadata: true } } },
      });
      const { basedOn } = current;
      if (current.number !== number) throw notCurrent();
      if (!basedOn) throw isFirst();
      await tx.revisionUndo.create({ data: { revisionId: current.id, byId: userId } });
      const { title } = metadataSchema.parse(basedOn.metadata);
      await tx.article.update({ where: { id: articleId }, data: { title } });
      return moveLayer(tx, layer, basedOn);
    });
    await announce(tx, { type: "article.changed", workspaceId, articleId });
  }, patience);
}

async function held(tx: Tx, articleId: string, plan: Parameters<typeof editLayer>[2]): Promise<void> {
  const isThere = await editLayer(tx, articleId, (layer: HeldLayer) => plan(layer));
  if (!isThere) throw notFound("article");
}

function isSame(base: { metadata: unknown; blocks: unknown }, next: NewText): boolean {
  return sorted([base.metadata, base.blocks]) === sorted([next.metadata, next.blocks]);
}

/** JSON whose keys are in one order: PostgreSQL's jsonb doesn't keep them. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

const stale = () =>
  new AppError(
    "conflict",
    "Somebody made another revision meanwhile, so this one was not saved. Your text is still here: look at what changed, then go on from the newer revision.",
  );
const unchanged = () =>
  new AppError("invalid-input", "Nothing is different from the current revision, so nothing was saved.");
const notCurrent = () =>
  new AppError(
    "conflict",
    "This revision is not the current one, so it can't be undone. Nothing was changed. Look at the list of revisions.",
  );
const isFirst = () =>
  new AppError("conflict", "This is the first revision; there is none before it. Nothing was changed.");
