/** Keeps a highlight's note from readers and gives it back (database): in the layer, in its row, in every process. */
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { ContentState, Prisma } from "@/lib/db/generated/client";
import { storable, storableJson } from "@/lib/db/storable";
import { isBlankNote } from "@/lib/highlights/note";
import { noteSchema } from "@/lib/highlights/note.schema";
import { wordsOf } from "@/lib/highlights/note-words";
import { coverOf } from "@/lib/moderation/cover";
import { forgetLayerHistory } from "./forget-log";
import { editLayer, type NoteEdit } from "./layer-edit";
import { articleDocument } from "./names";

/** The note of a highlight whose article and row are locked. */
interface NotePlace {
  id: string;
  articleId: string;
  state: ContentState;
}

/** Takes the note's words out of the layer and out of its row, and holds them to be put back. */
export async function coverNote(
  tx: Tx,
  { id, articleId, state: before }: NotePlace,
  state: ContentState,
): Promise<void> {
  if (before === "visible") await hold(tx, id);
  await tx.$executeRaw`
    UPDATE "Highlight" SET "noteState" = ${state}::"ContentState", "note" = NULL, "noteText" = ''
    WHERE "id" = ${id}::uuid`;
  const cover = coverOf(state);
  if (cover === null || cover === coverOf(before)) return;
  await editLayer(tx, articleId, async ({ noteOf }) => {
    const note = noteOf(id);
    // The layer's words are the truth that the row follows.
    if (note && before === "visible") {
      const held = { note: JSON.parse(storableJson(note)) as Prisma.InputJsonValue, text: storable(wordsOf(note)) };
      await tx.heldNote.update({ where: { highlightId: id }, data: held });
    }
    return { notes: new Map([[id, { cover }]]) };
  });
}

/** Keeps the row's words, in case that the highlight is deleted and in no layer. */
async function hold(tx: Tx, highlightId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "HeldNote" ("highlightId", "note", "text")
    SELECT "id", coalesce("note", '{"type":"doc","content":[]}'), "noteText" FROM "Highlight"
    WHERE "id" = ${highlightId}::uuid
    ON CONFLICT ("highlightId") DO UPDATE SET "note" = EXCLUDED."note", "text" = EXCLUDED."text"`;
}

/** Puts the words back as they were; when the row was last changed stays as it was, too. */
export async function uncoverNote(tx: Tx, { id, articleId }: NotePlace): Promise<void> {
  const held = await tx.heldNote.findUnique({ where: { highlightId: id } });
  const note = noteSchema.parse(held?.note ?? { type: "doc", content: [] });
  await tx.heldNote.deleteMany({ where: { highlightId: id } });
  await tx.$executeRaw`
    UPDATE "Highlight"
    SET "noteState" = 'visible', "note" = ${JSON.stringify(note)}::jsonb, "noteText" = ${held?.text ?? ""}
    WHERE "id" = ${id}::uuid`;
  await editLayer(tx, articleId, async () => ({ notes: new Map([[id, { cover: null, note }]]) }));
}

/** Leaves nothing of a covered note: neither to be put back, nor in the log of the layer that it stood in. */
export async function forgetNote(tx: Tx, { id, articleId }: Pick<NotePlace, "id" | "articleId">): Promise<void> {
  await tx.heldNote.deleteMany({ where: { highlightId: id } });
  await forgetLayerHistory(tx, articleId);
  await announce(tx, { type: "layer.edited", articleId });
  await announce(tx, { type: "words.purged", articleId, rebuttalId: null });
}

/** Takes out of covered notes what somebody wrote in them before they knew. Doing it twice changes nothing. */
export async function coverAgain(articleId: string): Promise<void> {
  await db().$transaction((tx) => emptyCovered(tx, articleId));
}

/**
 * Takes out of the log what came into it while something was purged from the layer. Without a purged note in it, nothing
 * happens.
 */
export async function forgetLayerAgain(articleId: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      if ((await tx.highlight.count({ where: { articleId, noteState: "purged" } })) === 0) return;
      await emptyCovered(tx, articleId);
      const document = articleDocument(articleId);
      if ((await tx.collabUpdate.count({ where: { document } })) === 0) return;
      await forgetLayerHistory(tx, articleId);
      await announce(tx, { type: "layer.edited", articleId });
    },
    { timeout: 60_000 },
  );
}

async function emptyCovered(tx: Tx, articleId: string): Promise<void> {
  await editLayer(tx, articleId, async ({ highlights, noteOf }) => {
    const exposed = highlights.flatMap(({ id, noteCover }): [string, NoteEdit][] =>
      noteCover && !isBlankNote(noteOf(id)) ? [[id, { cover: noteCover }]] : [],
    );
    return { notes: new Map(exposed) };
  });
}
