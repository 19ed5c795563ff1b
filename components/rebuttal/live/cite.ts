/** Puts citation cards into the text, and keeps pasted ones honest. */
import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Node as ProseMirrorNode, Slice } from "@tiptap/pm/model";
import { Plugin, Selection } from "@tiptap/pm/state";
import { uuidv4 } from "lib0/random";
import type { Passage } from "@/lib/rebuttal/endpoints";

/**
 * Puts a card that quotes the passage behind the paragraph that the selection is in, or in place of an empty one, and the
 * caret behind the card.
 */
export function cite(editor: Editor, { highlightId, quote }: Pick<Passage, "highlightId" | "quote">): void {
  const { state } = editor;
  const { citation, paragraph } = state.schema.nodes;
  if (!citation || !paragraph) return;
  const card = citation.create({ id: uuidv4(), highlightId, quote });
  const { $to } = state.selection;
  const tr = state.tr;
  const depth = $to.depth;
  const replaces = depth > 0 && $to.parent.type === paragraph && $to.parent.content.size === 0;
  const start = replaces ? $to.before() : depth > 0 ? $to.after() : $to.pos;
  const end = replaces ? $to.after() : start;
  const $end = state.doc.resolve(end);
  const follows = $end.nodeAfter?.isTextblock === true;
  tr.replaceWith(start, end, follows ? [card] : [card, paragraph.create()]);
  tr.setSelection(Selection.near(tr.doc.resolve(start + card.nodeSize + 1))).scrollIntoView();
  editor.view.dispatch(tr);
  editor.view.focus();
}

/**
 * A pasted card gets an id of its own; one that quotes a highlight of another article, which the server would refuse,
 * becomes an ordinary block quote.
 */
export const PastedCitations = Extension.create<{ isOnArticle: (highlightId: string) => boolean }>({
  name: "pastedCitations",

  addOptions() {
    return { isOnArticle: () => false };
  },

  addProseMirrorPlugins() {
    const { isOnArticle } = this.options;
    const renew = (node: ProseMirrorNode): ProseMirrorNode => {
      const { blockquote, paragraph } = node.type.schema.nodes;
      if (node.type.name !== "citation") return node.copy(map(node.content));
      if (isOnArticle(String(node.attrs.highlightId))) return node.type.create({ ...node.attrs, id: uuidv4() });
      const lines = String(node.attrs.quote).split(/\n+/);
      const quoted = lines.map((line) => paragraph?.create(null, line ? node.type.schema.text(line) : null) ?? node);
      return blockquote?.create(null, quoted) ?? node;
    };
    const map = (content: Fragment): Fragment => {
      const nodes: ProseMirrorNode[] = [];
      content.forEach((node) => {
        nodes.push(node.isText ? node : renew(node));
      });
      return Fragment.from(nodes);
    };
    return [
      new Plugin({
        props: { transformPasted: ({ content, openStart, openEnd }) => new Slice(map(content), openStart, openEnd) },
      }),
    ];
  },
});
