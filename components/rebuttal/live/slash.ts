/** Opens a menu when someone types "/": the editor's half, which tells a store what to show. */
import { type Editor, Extension, type Range } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { itemsFor, type SlashItem } from "./slash-items";

interface OpenMenu {
  items: SlashItem[];
  /** Which one Enter takes. */
  index: number;
  /** Where the "/" stands on the screen; null when it is out of sight. */
  rect: () => DOMRect | null;
  choose: (item: SlashItem) => void;
}

/** What the menu shows; null while it is closed. */
export class SlashMenuStore {
  #menu: OpenMenu | null = null;
  readonly #listeners = new Set<() => void>();

  readonly get = (): OpenMenu | null => this.#menu;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(menu: OpenMenu | null): void {
    this.#menu = menu;
    for (const listener of this.#listeners) listener();
  }

  /** Moves the choice; past the end it comes round to the start. */
  step(by: number): void {
    if (!this.#menu) return;
    const { items, index } = this.#menu;
    this.set({ ...this.#menu, index: (index + by + items.length) % items.length });
  }
}

interface Options {
  items: readonly SlashItem[];
  store: SlashMenuStore;
}

export const Slash = Extension.create<Options>({
  name: "slash",

  addOptions() {
    return { items: [], store: new SlashMenuStore() };
  },

  addProseMirrorPlugins() {
    const { items, store } = this.options;
    const show = ({ items, loading, clientRect, command }: SuggestionProps<SlashItem, SlashItem>) => {
      // Even items that are there at once are first announced as on their way.
      if (loading) return;
      const before = store.get();
      const isSame = before?.items.length === items.length && items.every((item, at) => item === before.items[at]);
      const index = isSame ? before.index : 0;
      store.set(items.length > 0 ? { items, index, rect: () => clientRect?.() ?? null, choose: command } : null);
    };
    return [
      Suggestion<SlashItem, SlashItem>({
        pluginKey: new PluginKey("slash"),
        editor: this.editor,
        char: "/",
        items: ({ query }) => itemsFor(query, items),
        allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code,
        command: ({ editor, range, props }: { editor: Editor; range: Range; props: SlashItem }) => {
          editor.chain().focus().deleteRange(range).run();
          props.run(editor);
        },
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => store.set(null),
          onKeyDown: ({ event }) => {
            const menu = store.get();
            const item = menu?.items[menu.index];
            if (!menu || !item || event.isComposing) return false;
            if (event.key === "ArrowDown") store.step(1);
            else if (event.key === "ArrowUp") store.step(-1);
            else if (event.key === "Enter" || event.key === "Tab") menu.choose(item);
            else return false;
            return true;
          },
        }),
      }),
    ];
  },
});
