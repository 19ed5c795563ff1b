/** What an article's blocks tell of its pictures and corrections, as metadata. Pure. */
import type { Block, Metadata } from "./schema";

/** How publishers begin a notice of what they corrected, in several languages. */
const correction =
  /^(?:corrections?|clarification|erratum|errata|korrektur|berichtigung|richtigstellung|rectificatif|correctif|corrección|rectificación|fe de errata?s|correzione|rettifica|correção|retificação|rectificatie|correctie)(?=[\s,:.–—(])/iu;
/** A notice is this long at most, in code units. */
const longestNotice = 1_500;

/** Captions with their credits, and notices of corrections, in order; nothing of which there is none. */
export function noticesIn(blocks: readonly Block[]): Pick<Metadata, "captions" | "corrections"> {
  const captions = blocks.flatMap((block) =>
    block.type === "caption" ? [{ text: block.text, ...(block.credit && { credit: block.credit }) }] : [],
  );
  const corrections = blocks.flatMap(({ type, text }) =>
    type !== "heading" && text.length <= longestNotice && correction.test(text) ? [text] : [],
  );
  return { ...(captions.length > 0 && { captions }), ...(corrections.length > 0 && { corrections }) };
}
