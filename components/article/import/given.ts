/** What a person has given to import so far, whichever way: nothing of it is lost when they look at another way. Pure. */
import type { GivenSource } from "@/lib/article/endpoints";

export const ways = ["paste", "file", "link"] as const;
export type Way = (typeof ways)[number];

export interface Given {
  way: Way;
  text: string;
  /** How the text is read. */
  as: "text" | "markdown" | "rich-text";
  /** The HTML that came with the pasted text; null once the text was changed. */
  html: string | null;
  file: File | null;
  url: string;
  title: string;
}

export const nothingGiven: Given = {
  way: "paste",
  text: "",
  as: "text",
  html: null,
  file: null,
  url: "",
  title: "",
};

/** HTML that says more than its plain text: a heading, a list, a link, emphasis, a table. */
const structured = /<(?:h[1-6]|ul|ol|li|a|em|strong|b|i|table|blockquote|p)\b/i;

/** The text as a person typed it; the HTML it came with no longer fits. */
export function withText(given: Given, text: string): Given {
  return { ...given, text, html: null, as: given.as === "rich-text" ? "text" : given.as };
}

/** The text as it was pasted, with its formatting when it has any. */
export function withPaste(given: Given, text: string, html: string): Given {
  return structured.test(html) ? { ...given, text, html, as: "rich-text" } : withText(given, text);
}

/** Whether there is anything to look at. */
export function isGiven({ way, text, file, url }: Given): boolean {
  switch (way) {
    case "paste":
      return text.trim() !== "";
    case "file":
      return file !== null;
    case "link":
      return url.trim() !== "";
  }
}

/** What the server is asked to read, except for a file, which has to be sent first. */
export function sourceOf({ way, as, text, html, url, title }: Given): GivenSource {
  if (way === "link") {
    const address = url.trim();
    return { kind: "link", url: /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`, title };
  }
  return { kind: as, content: as === "rich-text" ? (html ?? text) : text, title };
}
