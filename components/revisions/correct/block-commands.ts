/** What can be done with whole blocks in the editor: give them a kind, move them, take them out. */
import type { Editor } from "@tiptap/core";
import type { BlockKind } from "@/components/revisions/block-kinds";

/** The first and the last block that the selection touches. */
function touched({ state }: Editor): { from: number; to: number } {
  const { $from, $to } = state.selection;
  return { from: $from.index(0), to: $to.index(0) };
}

/** The kind of the block at the caret. */
export function kindAt(editor: Editor): BlockKind {
  return editor.state.doc.maybeChild(touched(editor).from)?.attrs.kind ?? "paragraph";
}

export function setKind(editor: Editor, kind: BlockKind): void {
  const { from, to } = touched(editor);
  const { tr, doc } = editor.state;
  doc.forEach((_block, offset, index) => {
    if (index >= from && index <= to) tr.setNodeAttribute(offset, "kind", kind);
  });
  editor.view.dispatch(tr);
  editor.view.focus();
}

/** Whether the block at the caret can change places with its neighbour. */
export function mayMove(editor: Editor, direction: 1 | -1): boolean {
  const { from } = touched(editor);
  return direction === -1 ? from > 0 : from < editor.state.doc.childCount - 1;
}

/** Changes the block at the caret with its neighbour; the caret goes along. */
export function moveBlock(editor: Editor, direction: 1 | -1): void {
  if (!mayMove(editor, direction)) return;
  const { from } = touched(editor);
  const { doc, selection, tr } = editor.state;
  const block = doc.child(from);
  const neighbour = doc.child(from + direction);
  const start = selection.$from.before(1);
  const target = direction === -1 ? start - neighbour.nodeSize : start + neighbour.nodeSize;
  const caret = selection.from - start;
  tr.delete(start, start + block.nodeSize).insert(target, block);
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.setTextSelection(target + caret);
  editor.view.focus();
}

/** Takes the touched blocks out; undo brings them back. */
export function removeBlocks(editor: Editor): void {
  const { $from, $to } = editor.state.selection;
  const [start, end] = [$from.before(1), $to.after(1)];
  const { tr, doc } = editor.state;
  if (end - start >= doc.content.size) tr.replaceWith(0, doc.content.size, doc.type.schema.nodes.block?.create() ?? []);
  else tr.delete(start, end);
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}
