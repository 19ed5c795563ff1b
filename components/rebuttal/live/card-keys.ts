/**
 * Lets an arrow at the edge of a text select the card beside it. ProseMirror does so by its own note of the caret, which
 * lags behind a held key on a busy machine: the caret would jump over the card, and the next Backspace take a letter there.
 */
import { type Editor, Extension } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection } from "@tiptap/pm/state";

export const CardKeys = Extension.create({
  name: "cardKeys",

  addKeyboardShortcuts() {
    return {
      ArrowLeft: ({ editor }) => selectCardBeside(editor, "left"),
      ArrowRight: ({ editor }) => selectCardBeside(editor, "right"),
    };
  },
});

/** False where there is no card on that side of the caret, which leaves the key to the editor. */
function selectCardBeside(editor: Editor, side: "left" | "right"): boolean {
  const caret = caretOnPage(editor);
  if (!caret) return false;
  const isForward = (side === "right") === (caret.direction === "ltr");
  const { at } = caret;
  if (at.parentOffset !== (isForward ? at.parent.content.size : 0)) return false;
  const beyond = at.doc.resolve(isForward ? at.after() : at.before());
  const card = isForward ? beyond.nodeAfter : beyond.nodeBefore;
  if (!card?.isAtom || !NodeSelection.isSelectable(card)) return false;
  return editor.commands.setNodeSelection(isForward ? beyond.pos : beyond.pos - card.nodeSize);
}

/** Where in a text the browser has the caret just now, which the editor may not have heard of yet. */
function caretOnPage({ view, state }: Editor): { at: ResolvedPos; direction: string } | null {
  const { anchorNode, anchorOffset, isCollapsed } = view.dom.ownerDocument.getSelection() ?? {};
  if (!anchorNode || anchorOffset === undefined || !isCollapsed || !view.dom.contains(anchorNode)) return null;
  const at = state.doc.resolve(view.posAtDOM(anchorNode, anchorOffset));
  if (!at.parent.isTextblock) return null;
  const element = anchorNode instanceof Element ? anchorNode : (anchorNode.parentElement ?? view.dom);
  return { at, direction: getComputedStyle(element).direction };
}
