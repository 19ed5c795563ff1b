/** What the slash menu offers. */

import {
  IconBlockquote,
  IconH2,
  IconH3,
  IconList,
  IconListNumbers,
  IconMinus,
  IconQuote,
  IconSourceCode,
} from "@tabler/icons-react";
import type { Editor } from "@tiptap/core";

export interface SlashItem {
  name: string;
  hint: string;
  /** Other words by which people look for it. */
  words: string;
  Icon: typeof IconList;
  run: (editor: Editor) => void;
}

/** @param openPicker asks which passage to quote */
export function slashItems(openPicker: () => void): SlashItem[] {
  return [
    {
      name: "Quote the article",
      hint: "A card with the passage, word for word",
      words: "citation cite evidence passage highlight",
      Icon: IconQuote,
      run: openPicker,
    },
    {
      name: "Heading",
      hint: "A new part of the argument",
      words: "h2 title section",
      Icon: IconH2,
      run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run(),
    },
    {
      name: "Small heading",
      hint: "A point within a part",
      words: "h3 subheading",
      Icon: IconH3,
      run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run(),
    },
    {
      name: "Bullet list",
      hint: "Points in no order",
      words: "unordered ul",
      Icon: IconList,
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: "Numbered list",
      hint: "Points in their order",
      words: "ordered ol",
      Icon: IconListNumbers,
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: "Block quote",
      hint: "Words from another source",
      words: "blockquote citation",
      Icon: IconBlockquote,
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      name: "Code block",
      hint: "Figures or code, letter by letter",
      words: "pre monospace",
      Icon: IconSourceCode,
      run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    },
    {
      name: "Divider",
      hint: "A pause between parts",
      words: "horizontal rule hr line",
      Icon: IconMinus,
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
  ];
}

/** The items that the typed words lead to: names that begin with them first. */
export function itemsFor(query: string, items: readonly SlashItem[]): SlashItem[] {
  const typed = query.trim().toLowerCase();
  const found = items.filter(({ name, words }) => `${name} ${words}`.toLowerCase().includes(typed));
  const begins = ({ name }: SlashItem) => name.toLowerCase().startsWith(typed);
  return [...found.filter(begins), ...found.filter((item) => !begins(item))];
}
