/** A rebuttal's text drawn from its stored JSON: what one reads before, or without, an editor. */
"use client";

import { Fragment, type ReactNode } from "react";
import type { Body, BodyMark, BodyNode } from "@/lib/rebuttal/body.schema";
import classes from "./body.module.css";
import { CitationCard } from "./CitationCard";

interface Props {
  body: Body | null;
  /** The editor will take over: the text already has its room. */
  writes?: boolean;
}

export function BodyView({ body, writes = false }: Props) {
  return (
    <div className={classes.body} data-writes={writes || undefined}>
      {children(body?.content)}
    </div>
  );
}

// A stored text never changes in place, so a node's position is a key that holds.
function children(nodes: readonly BodyNode[] = []): ReactNode {
  return nodes.map((node, index) => <Fragment key={keyOf(node, index)}>{draw(node)}</Fragment>);
}

const keyOf = (node: BodyNode, index: number) => (node.type === "citation" ? node.attrs.id : index);

function draw(node: BodyNode): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => wrap(mark, inner), node.text);
    case "hardBreak":
      return <br />;
    case "horizontalRule":
      return <hr />;
    case "citation":
      return <CitationCard highlightId={node.attrs.highlightId} quote={node.attrs.quote} />;
    case "paragraph":
      // An empty line keeps its height, as it does in the editor.
      return <p>{node.content?.length ? children(node.content) : <br />}</p>;
    case "codeBlock":
      return (
        <pre>
          <code>{children(node.content)}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{children(node.content)}</blockquote>;
    case "bulletList":
      return <ul>{children(node.content)}</ul>;
    case "orderedList":
      return <ol start={node.attrs.start}>{children(node.content)}</ol>;
    case "listItem":
      return <li>{children(node.content)}</li>;
    case "heading":
      return node.attrs.level === 2 ? <h2>{children(node.content)}</h2> : <h3>{children(node.content)}</h3>;
  }
}

function wrap(mark: BodyMark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "strike":
      return <s>{inner}</s>;
    case "code":
      return <code>{inner}</code>;
    case "link":
      return (
        <a href={mark.attrs.href} rel="noopener noreferrer nofollow" target="_blank">
          {inner}
        </a>
      );
  }
}
