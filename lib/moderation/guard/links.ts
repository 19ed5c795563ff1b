/** The links in a comment, made or only written out. Pure. */
import type { CommentBody } from "@/lib/threads/body";

const writtenOut = /(?:https?:\/\/|www\.)[^\s]+/gi;

/** Where the comment's links lead, each as often as it stands there. */
export function linksIn(body: CommentBody): string[] {
  return body.content.flatMap(({ content = [] }) => {
    const found: string[] = [];
    let before: string | null = null;
    for (const inline of content) {
      const mark = inline.type === "text" ? inline.marks?.find(({ type }) => type === "link") : undefined;
      const href = mark?.type === "link" ? mark.attrs.href : null;
      // A link with emphasis in it is several pieces of text, and one link.
      if (href !== null && href !== before) found.push(href);
      if (href === null && inline.type === "text") found.push(...(inline.text.match(writtenOut) ?? []));
      before = href;
    }
    return found;
  });
}
