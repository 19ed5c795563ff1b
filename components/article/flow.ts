/** Groups a revision's blocks into what HTML wants around them: lists, nested lists, and the footnotes. Pure. */
import type { Block } from "@/lib/article/schema";

export interface ListItem {
  /** The block's index in the revision. */
  index: number;
  /** Lists inside the item. */
  lists: List[];
}

export interface List {
  ordered: boolean;
  items: ListItem[];
}

export type Flow =
  | { type: "block"; index: number }
  | { type: "list"; first: number; list: List }
  | { type: "footnotes"; indexes: number[] };

/** The blocks in order, neighbouring list items and footnotes together. */
export function flowOf(blocks: readonly Block[]): Flow[] {
  const flow: Flow[] = [];
  let index = 0;
  while (index < blocks.length) {
    const type = blocks[index]?.type;
    if (type === "list-item" || type === "footnote") {
      const end = runEnd(blocks, index, type);
      if (type === "footnote") flow.push({ type: "footnotes", indexes: range(index, end) });
      else
        for (const list of listsOf(blocks, index, end))
          flow.push({ type: "list", first: list.items[0]?.index ?? index, list });
      index = end;
    } else {
      flow.push({ type: "block", index });
      index += 1;
    }
  }
  return flow;
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, offset) => start + offset);

function runEnd(blocks: readonly Block[], start: number, type: Block["type"]): number {
  let end = start;
  while (blocks[end]?.type === type) end += 1;
  return end;
}

/** The items `[start, end)` as lists: one that is deeper than the one before it goes inside that one. */
function listsOf(blocks: readonly Block[], start: number, end: number): List[] {
  const lists: List[] = [];
  /** Open items from the outside in, with the depth each has. */
  const open: { depth: number; item: ListItem }[] = [];
  for (let index = start; index < end; index += 1) {
    const block = blocks[index];
    if (block?.type !== "list-item") continue;
    while ((open.at(-1)?.depth ?? -1) >= block.depth) open.pop();
    const siblings = open.at(-1)?.item.lists ?? lists;
    const item: ListItem = { index, lists: [] };
    const last = siblings.at(-1);
    if (last?.ordered === block.ordered) last.items.push(item);
    else siblings.push({ ordered: block.ordered, items: [item] });
    open.push({ depth: block.depth, item });
  }
  return lists;
}
