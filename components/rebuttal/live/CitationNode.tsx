/** The citation card as it stands in the editor: selected like a word, removed by Backspace or its button. */
"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer, useEditorState } from "@tiptap/react";
import { Citation, type CitationAttributes } from "@/lib/rebuttal/schema";
import { CitationCard } from "../CitationCard";

function CitationNode({ node, selected, editor, deleteNode }: NodeViewProps) {
  const { highlightId, quote } = node.attrs as CitationAttributes;
  const isEditable = useEditorState({ editor, selector: ({ editor }) => editor.isEditable });
  const remove = () => {
    deleteNode();
    editor.commands.focus();
  };
  return (
    <NodeViewWrapper contentEditable={false} data-drag-handle>
      <CitationCard
        highlightId={highlightId}
        quote={quote}
        selected={selected && isEditable}
        onRemove={isEditable ? remove : undefined}
      />
    </NodeViewWrapper>
  );
}

export const CitationWithView = Citation.extend({
  addNodeView() {
    return ReactNodeViewRenderer(CitationNode);
  },
});
