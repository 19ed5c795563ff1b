/** What may stand in a rebuttal: its Tiptap extensions, without React, and the ProseMirror schema they make. */
import { getSchema, mergeAttributes, Node } from "@tiptap/core";
import Heading from "@tiptap/extension-heading";
import { OrderedList } from "@tiptap/extension-list";
import StarterKit from "@tiptap/starter-kit";
import { MixableCode, SafeLink } from "@/lib/writing/marks";

/** Names of the shared types in a `rebuttal:<id>` document: a Y.XmlFragment and a Y.Text without formatting. */
export const bodyField = "body";
export const titleField = "title";

/** What a citation card holds. The quote is the highlight's passage, word for word. */
export interface CitationAttributes {
  /** A UUID of its own, unique among all cards: the projection's key. */
  id: string;
  highlightId: string;
  quote: string;
}

const uuidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const headingLevels = [2, 3] as const;

/** Throws a RangeError unless it holds; ProseMirror's `check()` calls it for each attribute. */
function assert(holds: boolean, message: string): void {
  if (!holds) throw new RangeError(message);
}

const validateUuid = (value: unknown) =>
  assert(typeof value === "string" && uuidPattern.test(value), "A citation needs the ids of itself and its highlight.");

const RebuttalHeading = Heading.extend({
  parseHTML() {
    // The title is the page's first level, and two below it are enough: what is pasted comes down to these.
    return [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level <= 2 ? 2 : 3 } }));
  },

  addAttributes() {
    return {
      level: {
        default: headingLevels[0],
        rendered: false,
        validate: (value: unknown) =>
          assert(
            headingLevels.some((level) => level === value),
            "A heading is of level 2 or 3.",
          ),
      },
    };
  },
}).configure({ levels: [...headingLevels] });

const RebuttalOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => Number.parseInt(element.getAttribute("start") ?? "", 10) || 1,
        renderHTML: ({ start }) => (start === 1 ? {} : { start }),
        validate: (value: unknown) => assert(Number.isSafeInteger(value), "A list starts at a whole number."),
      },
    };
  },
});

/** The card's place in the document. The editor gives it a view; this is what is stored, pasted and checked. */
export const Citation = Node.create({
  name: "citation",
  group: "block",
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes() {
    return {
      id: {
        default: "",
        validate: validateUuid,
        parseHTML: (element) => element.getAttribute("data-citation"),
        renderHTML: ({ id }) => ({ "data-citation": id }),
      },
      highlightId: {
        default: "",
        validate: validateUuid,
        parseHTML: (element) => element.getAttribute("data-highlight"),
        renderHTML: ({ highlightId }) => ({ "data-highlight": highlightId }),
      },
      quote: {
        default: "",
        validate: (value: unknown) =>
          assert(typeof value === "string" && value.trim() !== "", "A citation needs its quote."),
        parseHTML: (element) => element.querySelector("blockquote")?.textContent,
        rendered: false,
      },
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-citation][data-highlight]" }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ["figure", mergeAttributes(HTMLAttributes), ["blockquote", String(node.attrs.quote)]];
  },

  renderText({ node }) {
    return `“${String(node.attrs.quote)}”`;
  },
});

/** Everything but the citation card, which the browser replaces by one with a view. */
export const rebuttalKit = [
  StarterKit.configure({
    code: false,
    heading: false,
    link: false,
    orderedList: false,
    underline: false,
    // Yjs keeps each person's own history.
    undoRedo: false,
    // It would write an empty line on every screen that opens the document, a viewer's included.
    trailingNode: false,
  }),
  RebuttalHeading,
  RebuttalOrderedList,
  MixableCode,
  SafeLink,
];

/** The list that the server validates against. */
const rebuttalExtensions = [...rebuttalKit, Citation];

export const rebuttalSchema = getSchema(rebuttalExtensions);
