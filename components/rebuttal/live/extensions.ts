/** The editor's extensions: what may stand in a rebuttal, shared with others, and the ways to put it there. */
import { type Editor, Extension } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { Placeholder } from "@tiptap/extensions";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import type { RebuttalPerson } from "@/lib/rebuttal/endpoints";
import { bodyField, rebuttalKit } from "@/lib/rebuttal/schema";
import { CitationWithView } from "./CitationNode";
import { CardKeys } from "./card-keys";
import { CardUndo } from "./card-undo";
import { caretsOf } from "./caret";
import { PastedCitations } from "./cite";
import { Slash, type SlashMenuStore } from "./slash";
import { slashItems } from "./slash-items";

interface Needs {
  handle: DocumentHandle;
  person: RebuttalPerson;
  slash: SlashMenuStore;
  isOnArticle: (highlightId: string) => boolean;
  openPicker: () => void;
  openLink: () => void;
  /** Up, from the first line. */
  toTitle: () => void;
}

export function editorExtensions({ handle, person, slash, isOnArticle, openPicker, openLink, toTitle }: Needs) {
  return [
    ...rebuttalKit,
    CitationWithView,
    Collaboration.configure({ fragment: handle.doc.getXmlFragment(bodyField) }),
    caretsOf(handle.awareness, person),
    CardKeys,
    CardUndo,
    PastedCitations.configure({ isOnArticle }),
    Slash.configure({ store: slash, items: slashItems(openPicker) }),
    Placeholder.configure({
      placeholder: "Answer the passages. Type / for headings, lists, and quotes from the article.",
    }),
    Keys.configure({ openLink, toTitle }),
  ];
}

/** Keys beyond the schema's own. */
const Keys = Extension.create<{ openLink: () => void; toTitle: () => void }>({
  name: "rebuttalKeys",

  addOptions() {
    return { openLink: () => undefined, toTitle: () => undefined };
  },

  addKeyboardShortcuts() {
    const { openLink, toTitle } = this.options;
    return {
      "Mod-k": () => {
        openLink();
        return true;
      },
      ArrowUp: ({ editor }) => {
        if (!isOnFirstLine(editor)) return false;
        toTitle();
        return true;
      },
      // The way to a toolbar that editors have taught people.
      "Alt-F10": ({ editor }) => {
        const tool = editor.view.dom.closest("[data-sheet]")?.querySelector<HTMLElement>("[data-tool][tabindex='0']");
        tool?.focus();
        return tool !== undefined && tool !== null;
      },
    };
  },
});

function isOnFirstLine({ state, view }: Editor): boolean {
  const { empty, $from } = state.selection;
  return empty && $from.index(0) === 0 && view.endOfTextblock("up") && $from.depth === 1;
}
