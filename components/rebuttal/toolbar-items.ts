/** What the toolbar of a rebuttal's editor offers, in its order; what each does is the live editor's matter. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconQuote,
  IconSourceCode,
  IconStrikethrough,
} from "@tabler/icons-react";

/** Groups of tools; `keys` is what a person presses instead. */
export const toolGroups = [
  [
    { tool: "undo", name: "Undo", keys: "Mod+Z", Icon: IconArrowBackUp },
    { tool: "redo", name: "Redo", keys: "Mod+Shift+Z", Icon: IconArrowForwardUp },
  ],
  [
    { tool: "heading", name: "Heading", keys: "Mod+Alt+2", Icon: IconH2 },
    { tool: "subheading", name: "Small heading", keys: "Mod+Alt+3", Icon: IconH3 },
  ],
  [
    { tool: "bold", name: "Bold", keys: "Mod+B", Icon: IconBold },
    { tool: "italic", name: "Italic", keys: "Mod+I", Icon: IconItalic },
    { tool: "strike", name: "Strikethrough", keys: "Mod+Shift+S", Icon: IconStrikethrough },
    { tool: "code", name: "Code", keys: "Mod+E", Icon: IconCode },
    { tool: "link", name: "Link", keys: "Mod+K", Icon: IconLink },
  ],
  [
    { tool: "bulletList", name: "Bullet list", keys: "Mod+Shift+8", Icon: IconList },
    { tool: "orderedList", name: "Numbered list", keys: "Mod+Shift+7", Icon: IconListNumbers },
    { tool: "blockquote", name: "Block quote", keys: "Mod+Shift+B", Icon: IconBlockquote },
    { tool: "codeBlock", name: "Code block", keys: "Mod+Alt+C", Icon: IconSourceCode },
  ],
  [{ tool: "cite", name: "Quote the article", keys: "/", Icon: IconQuote }],
] as const;

export type Tool = (typeof toolGroups)[number][number]["tool"];
