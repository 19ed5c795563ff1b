/** What a person changes in the preview of an import, applied to its result. Pure, the same in the browser and on the server. */
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { tidy } from "./import/tidy";
import { noticesIn } from "./notices";
import type { Block, ImportResult, Mark, SetAside } from "./schema";

/** What a person typed, as one line without anything unseen; an empty line is nothing. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => tidy(text) || undefined)
    .optional();
const namedLine = (most: number, message: string) => z.string().max(most).transform(tidy).refine(Boolean, message);

const day = z.iso.date().optional();

/** The metadata as a person may leave it: bounded, and with a link that leads to the web. */
export const reviewedMetadataSchema = z.object({
  title: namedLine(500, "The article needs a title"),
  standfirst: line(2000),
  authors: z.array(z.object({ name: namedLine(200, "An author needs a name"), role: line(300) })).max(50),
  publisher: line(200),
  publishedOn: day,
  updatedOn: day,
  language: z.string().max(35).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

export const reviewSchema = z.object({
  /** Ids of set-aside lines that belong to the article after all. */
  restored: z.array(z.string()).max(20_000),
  /** Ids of blocks that don't belong to it. */
  setAside: z.array(z.string()).max(20_000),
  /** The metadata as the person left it. */
  metadata: reviewedMetadataSchema,
});
export type Review = z.infer<typeof reviewSchema>;

/** A paragraph of the source while it may still go either way. */
export type Piece = { kind: "block"; block: Block } | { kind: "aside"; line: SetAside };

/**
 * The result with the person's choices: restored lines are paragraphs at their old place, blocks set aside go with the
 * reason `by-hand`. Ids are given anew, in order; what referred to a block that went is plain text again.
 *
 * @throws AppError `conflict` when the review names an id that the result doesn't have.
 */
export function applyReview(result: ImportResult, review: Review): ImportResult {
  const restored = new Set(review.restored);
  const dropped = new Set(review.setAside);
  const known = new Set([...result.blocks, ...result.setAside].map(({ id }) => id));
  if ([...restored, ...dropped].some((id) => !known.has(id))) {
    throw new AppError(
      "conflict",
      "The preview belongs to another text. Nothing was saved. Look at the preview again, then import.",
    );
  }
  const pieces = inSourceOrder(result).map((piece): Piece => {
    if (piece.kind === "aside" && restored.has(piece.line.id)) return { kind: "block", block: paragraphOf(piece.line) };
    if (piece.kind === "block" && dropped.has(piece.block.id)) return { kind: "aside", line: asideOf(piece.block) };
    return piece;
  });
  const changed = renumbered(pieces);
  return { ...result, ...changed, metadata: { ...review.metadata, ...noticesIn(changed.blocks) } };
}

/** Blocks and set-aside lines in the order of the source. */
export function inSourceOrder({ blocks, setAside }: Pick<ImportResult, "blocks" | "setAside">): Piece[] {
  const before = Map.groupBy(setAside, (line) => line.before);
  const asides = (id: string | null) => (before.get(id) ?? []).map((line): Piece => ({ kind: "aside", line }));
  return [...blocks.flatMap((block): Piece[] => [...asides(block.id), { kind: "block", block }]), ...asides(null)];
}

function paragraphOf({ id, text }: SetAside): Block {
  return { id, type: "paragraph", text, marks: [] };
}

/** The whole text that the block stood for, with what import had parted from it. */
function asideOf(block: Block): SetAside {
  const credit = block.type === "caption" && block.credit !== undefined ? ` (${block.credit})` : "";
  const mark = block.type === "footnote" ? block.mark : "";
  return { id: block.id, text: `${mark}${block.text}${credit}`, reason: "by-hand", before: null };
}

function renumbered(pieces: readonly Piece[]): Pick<ImportResult, "blocks" | "setAside"> {
  const ids = new Map<string, string>();
  for (const piece of pieces) if (piece.kind === "block") ids.set(piece.block.id, `b${ids.size + 1}`);
  const blocks: Block[] = [];
  const setAside: SetAside[] = [];
  for (const piece of pieces) {
    if (piece.kind === "block") blocks.push(withIds(piece.block, ids));
    else {
      const before = blocks.length < ids.size ? `b${blocks.length + 1}` : null;
      setAside.push({ ...piece.line, id: `s${setAside.length + 1}`, before });
    }
  }
  return { blocks, setAside };
}

/** The block under its new id; what refers to a block that has none is plain text again. */
export function withIds(block: Block, ids: ReadonlyMap<string, string>): Block {
  const id = ids.get(block.id) ?? block.id;
  const marks = block.marks.flatMap((mark): Mark[] => {
    if (mark.type !== "footnote") return [mark];
    const note = ids.get(mark.block);
    return note === undefined ? [] : [{ ...mark, block: note }];
  });
  if (block.type !== "pull-quote") return { ...block, id, marks };
  const repeats = ids.get(block.repeats);
  return repeats === undefined ? { id, type: "paragraph", text: block.text, marks } : { ...block, id, marks, repeats };
}
