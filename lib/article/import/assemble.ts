/** Gives judged units their ids: blocks for what belongs to the article, the rest with its reason and its place. */
import type { Block, Mark, SetAside } from "../schema";
import type { Unit } from "./unit";

interface Assembled {
  blocks: Block[];
  setAside: SetAside[];
}

/** Ids of the units that are blocks, by position. */
type Ids = ReadonlyMap<number, string>;

export function assemble(units: readonly Unit[]): Assembled {
  const ids = new Map<number, string>();
  units.forEach((unit, index) => {
    if (unit.aside === null) ids.set(index, `b${ids.size + 1}`);
  });

  const blocks: Block[] = [];
  const setAside: SetAside[] = [];
  units.forEach((unit, index) => {
    const id = ids.get(index);
    if (id !== undefined) blocks.push(blockOf(unit, id, ids));
    else if (unit.aside !== null) {
      // The next block has the next number, if there is one.
      const before = blocks.length < ids.size ? `b${blocks.length + 1}` : null;
      setAside.push({ id: `s${setAside.length + 1}`, text: unit.text, reason: unit.aside, before });
    }
  });
  return { blocks, setAside };
}

function blockOf({ text, marks, form }: Unit, id: string, ids: Ids): Block {
  const base = { id, text, marks: marks.flatMap((mark) => markOf(mark, ids)) };
  switch (form.type) {
    case "line":
    case "paragraph":
      return { ...base, type: "paragraph" };
    case "heading":
      return { ...base, type: "heading", level: Math.min(6, Math.max(2, form.level)) };
    case "pull-quote": {
      const repeats = ids.get(form.repeats);
      return repeats === undefined ? { ...base, type: "paragraph" } : { ...base, type: "pull-quote", repeats };
    }
    case "caption":
      return { ...base, type: "caption", ...(form.credit && { credit: form.credit }) };
    case "list-item":
      return { ...base, type: "list-item", ordered: form.ordered, depth: form.depth };
    case "footnote":
      return { ...base, type: "footnote", mark: form.mark };
    case "table-row":
      return { ...base, ...form };
    case "quote":
    case "code":
      return { ...base, type: form.type };
  }
}

function markOf(mark: Unit["marks"][number], ids: Ids): Mark[] {
  if (mark.type !== "footnote") return [mark];
  const block = ids.get(mark.note);
  return block === undefined ? [] : [{ type: "footnote", start: mark.start, end: mark.end, block }];
}
