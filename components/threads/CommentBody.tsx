/** Draws what a comment says: plain elements from its JSON, never HTML from the server. */
import { Fragment, type ReactNode, type Ref } from "react";
import { isAllowedLink } from "@/lib/links";
import type { CommentBody as Body, CommentInline, CommentMark } from "@/lib/threads/body";
import classes from "./CommentBody.module.css";

interface Props {
  body: Body;
  /** Whose mentions stand out. */
  meId: string;
  /** Its element, whose paragraphs hold exactly the body's plain text. */
  ref?: Ref<HTMLDivElement>;
}

export function CommentBody({ body, meId, ref }: Props) {
  return (
    <div ref={ref} className={classes.body}>
      {/* A body is drawn anew as a whole and its parts have no ids, so their places are their keys. */}
      {body.content.map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph.content?.map((inline, position) => (
            <Fragment key={position}>{drawInline(inline, meId)}</Fragment>
          )) ?? <br />}
        </p>
      ))}
    </div>
  );
}

function drawInline(inline: CommentInline, meId: string): ReactNode {
  if (inline.type === "text") return (inline.marks ?? []).reduce<ReactNode>(drawMark, inline.text);
  const { userId, name } = inline.attrs;
  return (
    <span className={classes.mention} data-me={userId === meId || undefined}>
      @{name}
    </span>
  );
}

function drawMark(words: ReactNode, mark: CommentMark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{words}</strong>;
    case "italic":
      return <em>{words}</em>;
    case "code":
      return <code>{words}</code>;
    case "link":
      // The server has checked it too; a page that draws whatever it is given must not be where that is forgotten.
      return isAllowedLink(mark.attrs.href) ? (
        <a href={mark.attrs.href} target="_blank" rel="nofollow ugc noopener noreferrer">
          {words}
        </a>
      ) : (
        words
      );
  }
}
