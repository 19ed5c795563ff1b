/** Reads a note's stored ProseMirror JSON. */
import { z } from "zod";
import type { NoteDocument, NoteNode } from "./note";

const attrs = z.record(z.string(), z.unknown()).optional();

const nodeSchema: z.ZodType<NoteNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    marks: z.array(z.object({ type: z.string(), attrs })).optional(),
    attrs,
    content: z.array(nodeSchema).optional(),
  }),
);

export const noteSchema: z.ZodType<NoteDocument> = z.object({
  type: z.literal("doc"),
  content: z.array(nodeSchema).optional(),
});
