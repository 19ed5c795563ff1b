/** A rebuttal's body as it is stored and sent: the ProseMirror JSON that lib/rebuttal/schema makes, without ProseMirror. */
import { z } from "zod";
import { isAllowedLink } from "@/lib/links";

const markSchema = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["bold", "italic", "strike", "code"]) }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: z.string().refine(isAllowedLink) }) }),
]);
export type BodyMark = z.infer<typeof markSchema>;

/** One node: words, a line break, or a block. Written out because TypeScript can't infer a type from itself. */
export type BodyNode =
  | { type: "text"; text: string; marks?: BodyMark[] }
  | { type: "hardBreak" | "horizontalRule" }
  | { type: "citation"; attrs: { id: string; highlightId: string; quote: string } }
  | { type: "paragraph" | "codeBlock" | "blockquote" | "bulletList" | "listItem"; content?: BodyNode[] }
  | { type: "heading"; attrs: { level: 2 | 3 }; content?: BodyNode[] }
  | { type: "orderedList"; attrs: { start: number }; content?: BodyNode[] };

const nodeSchema: z.ZodType<BodyNode> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("text"), text: z.string(), marks: z.array(markSchema).optional() }),
    z.object({ type: z.enum(["hardBreak", "horizontalRule"]) }),
    z.object({
      type: z.literal("citation"),
      attrs: z.object({ id: z.uuid(), highlightId: z.uuid(), quote: z.string() }),
    }),
    z.object({ type: z.enum(["paragraph", "codeBlock", "blockquote", "bulletList", "listItem"]), content: nodes }),
    z.object({ type: z.literal("heading"), attrs: z.object({ level: z.literal([2, 3]) }), content: nodes }),
    z.object({ type: z.literal("orderedList"), attrs: z.object({ start: z.number() }), content: nodes }),
  ]),
);

const nodes = z.array(nodeSchema).optional();

/** The whole body. */
export const bodySchema = z.object({ type: z.literal("doc"), content: nodes });
export type Body = z.infer<typeof bodySchema>;
