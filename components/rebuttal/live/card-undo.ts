/** Makes putting a citation card in, or taking one out, a step of its own to undo, however quickly one types around it. */
import { Extension } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import { citationsIn } from "@/lib/rebuttal/text";

const countOf = (body: ProseMirrorNode) => citationsIn(body).length;

export const CardUndo = Extension.create({
  name: "cardUndo",

  addProseMirrorPlugins() {
    let lastWasCard = false;
    return [
      new Plugin({
        // Asked before the change reaches Yjs, which otherwise joins all changes within half a second into one step.
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
          const isCard = countOf(transaction.doc) !== countOf(state.doc);
          if (isCard || lastWasCard) yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
          lastWasCard = isCard;
          return true;
        },
      }),
    ];
  },
});
