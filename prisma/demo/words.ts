/** Turns the demo's plain words into ProseMirror JSON. Pure. */

interface TextNode {
  type: "text";
  text: string;
  marks?: { type: "italic" }[];
}
export interface Paragraph {
  type: "paragraph";
  content: TextNode[];
}

/** A paragraph; what stands between asterisks is emphasised. */
export function paragraph(words: string): Paragraph {
  const content = words.split("*").flatMap((text, index): TextNode[] => {
    if (text === "") return [];
    return [index % 2 === 1 ? { type: "text", text, marks: [{ type: "italic" }] } : { type: "text", text }];
  });
  return { type: "paragraph", content };
}
