/** "@Ana" in a comment's editor: the node, and the plugin that offers people while one types. */
import { Node } from "@tiptap/core";
import { Suggestion, type SuggestionOptions } from "@tiptap/suggestion";
import { peopleNamed } from "@/lib/threads/people";
import type { Author } from "@/lib/threads/schema";

/** How many people to offer at once. */
const offered = 6;

export type MentionOffer = NonNullable<SuggestionOptions<Author, Author>["render"]>;

interface Options {
  people: () => readonly Author[];
  /** Shows the offer. */
  offer: MentionOffer;
}

export const MentionNode = Node.create<Options>({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,

  addOptions() {
    return { people: () => [], offer: () => ({}) };
  },

  addAttributes() {
    return {
      userId: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-mention"),
        renderHTML: ({ userId }) => ({ "data-mention": userId }),
      },
      name: {
        default: "",
        parseHTML: (element) => element.textContent?.replace(/^@/, ""),
        rendered: false,
      },
    };
  },

  parseHTML() {
    return [{ tag: "span[data-mention]" }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ["span", HTMLAttributes, `@${String(node.attrs.name)}`];
  },

  renderText({ node }) {
    return `@${String(node.attrs.name)}`;
  },

  addProseMirrorPlugins() {
    const { people, offer } = this.options;
    return [
      Suggestion<Author, Author>({
        editor: this.editor,
        char: "@",
        items: ({ query }) => peopleNamed(people(), query, offered),
        command: ({ editor, range, props: { id: userId, name } }) =>
          editor
            .chain()
            .focus()
            .insertContentAt(range, [
              { type: "mention", attrs: { userId, name } },
              { type: "text", text: " " },
            ])
            .run(),
        render: offer,
      }),
    ];
  },
});
