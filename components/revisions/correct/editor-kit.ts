/** The editor's schema: one kind of node, the block, whose attribute says what it is; and inline marks. */
import { Mark, Node } from "@tiptap/core";
import Bold from "@tiptap/extension-bold";
import Italic from "@tiptap/extension-italic";
import Text from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { MixableCode, SafeLink } from "@/lib/writing/marks";
import type { BlockAttributes } from "./blocks-doc";

const BlocksDocument = Node.create({ name: "doc", topNode: true, content: "block+" });

/** Each attribute with what a block that is pasted or new has. */
const defaults: BlockAttributes = {
  id: null,
  kind: "paragraph",
  level: null,
  depth: null,
  mark: null,
  credit: null,
  repeats: null,
  table: null,
  isHeader: null,
};

/** What a page's attribute says, as the block has it. */
function readAttribute(name: string, text: string): string | number | boolean {
  if (name === "isHeader") return text === "true";
  return name === "level" || name === "depth" || name === "table" ? Number(text) : text;
}

const BlockNode = Node.create({
  name: "block",
  content: "text*",
  // Code keeps its line breaks.
  whitespace: "pre",
  addAttributes() {
    return Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [
        name,
        {
          default: value,
          parseHTML: (element: HTMLElement) => {
            const text = element.getAttribute(`data-${name}`);
            return text === null ? value : readAttribute(name, text);
          },
          renderHTML: (attributes: Record<string, unknown>) =>
            attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] },
        },
      ]),
    );
  },
  parseHTML() {
    return [
      { tag: "p" },
      { tag: "div[data-kind]" },
      ...[1, 2].map((level) => ({ tag: `h${level}`, attrs: { kind: "heading-2" } })),
      { tag: "h3", attrs: { kind: "heading-3" } },
      ...[4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { kind: "heading-4", level } })),
      { tag: "blockquote p", attrs: { kind: "quote" }, priority: 60 },
      { tag: "ol > li", attrs: { kind: "numbered" }, priority: 60 },
      { tag: "li", attrs: { kind: "bullet" } },
      { tag: "figcaption", attrs: { kind: "caption" } },
      { tag: "pre", attrs: { kind: "code" }, preserveWhitespace: "full" as const },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ["div", HTMLAttributes, 0];
  },
});

/** A footnote's mark in the text. It stays with its character, and nothing that is typed beside it becomes one. */
const FootnoteMark = Mark.create({
  name: "footnoteMark",
  inclusive: false,
  addAttributes() {
    return { block: { default: "" } };
  },
  parseHTML() {
    return [{ tag: "sup[data-block]", getAttrs: (element) => ({ block: element.getAttribute("data-block") }) }];
  },
  renderHTML({ mark }) {
    return ["sup", { "data-block": mark.attrs.block }, 0];
  },
});

export const editorKit = [BlocksDocument, BlockNode, Text, Bold, Italic, MixableCode, SafeLink, FootnoteMark, UndoRedo];
