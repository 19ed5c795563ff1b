/** A note as plain React: readable without an editor, on the server too. */
import { Fragment, type ReactNode } from "react";
import type { NoteDocument, NoteMark, NoteNode } from "@/lib/highlights/note";
import { isAllowedLink } from "@/lib/links";
import classes from "./NoteView.module.css";

export function NoteView({ note }: { note: NoteDocument }) {
  return <div className={classes.note}>{drawAll(note.content)}</div>;
}

function drawAll(nodes: readonly NoteNode[] = []): ReactNode {
  // A note has no ids; its nodes never change places without being other nodes.
  return nodes.map((node, index) => {
    const key = `${index}`;
    return <Fragment key={key}>{draw(node)}</Fragment>;
  });
}

/** What is none of the note schema's types shows its content only. */
function draw(node: NoteNode): ReactNode {
  const inside = drawAll(node.content);
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce<ReactNode>(drawMark, node.text);
    case "paragraph":
      return <p>{inside}</p>;
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "hardBreak":
      return <br />;
    default:
      return inside;
  }
}

function drawMark(inside: ReactNode, mark: NoteMark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "strike":
      return <s>{inside}</s>;
    case "code":
      return <code>{inside}</code>;
    case "link": {
      const href = mark.attrs?.href;
      return isAllowedLink(href) ? (
        <a href={href} rel="noopener noreferrer nofollow" target="_blank">
          {inside}
        </a>
      ) : (
        inside
      );
    }
    default:
      return inside;
  }
}
