/** Tiptap marks as all our shared texts use them: links that can't run code, and code that goes with other marks. */
import Code from "@tiptap/extension-code";
import Link from "@tiptap/extension-link";
import { isAllowedLink } from "@/lib/links";

/** A link keeps its address and nothing else; the rest of its HTML is ours. */
export const SafeLink = Link.extend({
  addAttributes() {
    return {
      href: {
        default: null,
        validate: (value: unknown) => {
          if (!isAllowedLink(value)) throw new RangeError("A link must lead to http, https or mailto.");
        },
      },
    };
  },
}).configure({
  // Autolink writes on everybody's screen whenever anybody types; one person's paste is one person's edit.
  autolink: false,
  openOnClick: false,
  linkOnPaste: true,
  defaultProtocol: "https",
  isAllowedUri: (href) => isAllowedLink(href),
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
});

/**
 * Code excludes only itself. Stock code excludes every mark, so two people's formatting of the same words at the same
 * time, each allowed alone, would merge into a document that its own schema refuses.
 */
export const MixableCode = Code.extend({ excludes: "code" });
