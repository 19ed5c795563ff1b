/** What differs between two revisions: blocks that belong together first, then the words in them. Pure. */
import { diffArrays, diffWordsWithSpace } from "diff";
import type { Block, Metadata } from "@/lib/article/schema";
import { dayInWords } from "@/lib/dates";

/** A stretch of words. */
export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

export type DiffRow =
  | { kind: "same"; block: Block }
  | { kind: "removed"; block: Block }
  | { kind: "added"; block: Block }
  | { kind: "changed"; before: Block; after: Block; parts: DiffPart[] };

export interface MetadataDiff {
  field: string;
  parts: DiffPart[];
}

/** Blocks that share less than this of their words are two different ones. */
const leastShared = 0.4;
/** Words that differ more than this are not compared one by one; it would cost more than anybody could read. */
const mostEdits = 4000;

/** The rows in the order of the newer text; what is gone stands where it was. */
export function diffOfBlocks(before: readonly Block[], after: readonly Block[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: Block[] = [];
  let added: Block[] = [];
  const settle = () => {
    rows.push(...paired(removed, added));
    removed = [];
    added = [];
  };
  for (const change of diffArrays([...before], [...after], { comparator: isSame })) {
    if (change.removed) removed.push(...change.value);
    else if (change.added) added.push(...change.value);
    else {
      settle();
      rows.push(...change.value.map((block): DiffRow => ({ kind: "same", block })));
    }
  }
  settle();
  return rows;
}

const isSame = (a: Block, b: Block) => kindOf(a) === kindOf(b) && a.text === b.text && marksOf(a) === marksOf(b);

/** What the block is, as one word to compare. */
const kindOf = (block: Block) => (block.type === "heading" ? `heading ${block.level}` : block.type);

/** Its inline marks, to compare; which block a footnote has the number of says nothing. */
const marksOf = ({ marks }: Block) =>
  JSON.stringify(marks.map((mark) => (mark.type === "footnote" ? { ...mark, block: "" } : mark)));

/** Pairs each removed block with the first added one that is much like it; none crosses another. */
function paired(removed: readonly Block[], added: readonly Block[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let from = 0;
  for (const before of removed) {
    const at = added.findIndex((block, index) => index >= from && sharedShare(before.text, block.text) >= leastShared);
    if (at < 0) {
      rows.push({ kind: "removed", block: before });
      continue;
    }
    rows.push(...added.slice(from, at).map((block): DiffRow => ({ kind: "added", block })));
    const after = added[at];
    if (after) rows.push({ kind: "changed", before, after, parts: diffOfWords(before.text, after.text) });
    from = at + 1;
  }
  return [...rows, ...added.slice(from).map((block): DiffRow => ({ kind: "added", block }))];
}

/** The share of words that two texts have in common (Dice's coefficient over words). */
function sharedShare(one: string, other: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [left, right] = [words(one), words(other)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** The words of both texts in order. */
export function diffOfWords(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return changes.map(({ value, removed, added }) => ({
    kind: removed ? "removed" : added ? "added" : "same",
    text: value,
  }));
}

/** The details that differ. */
export function diffOfMetadata(before: Metadata, after: Metadata): MetadataDiff[] {
  const [old, now] = [inWords(before), inWords(after)];
  return Object.keys(old).flatMap((field) => {
    const [was, is] = [old[field] ?? "", now[field] ?? ""];
    return was === is ? [] : [{ field, parts: diffOfWords(was, is) }];
  });
}

function inWords(metadata: Metadata): Record<string, string> {
  const { title, standfirst, authors, publisher, publishedOn, updatedOn, sourceUrl } = metadata;
  return {
    Title: title,
    Standfirst: standfirst ?? "",
    Authors: authors.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(", "),
    Publisher: publisher ?? "",
    Published: publishedOn ? dayInWords(publishedOn) : "",
    Updated: updatedOn ? dayInWords(updatedOn) : "",
    Source: sourceUrl ?? "",
  };
}
