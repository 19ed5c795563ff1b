/** The API of revisions: its shapes and its endpoints. */
import { z } from "zod";
import { givenSourceSchema } from "@/lib/article/endpoints";
import { reviewSchema } from "@/lib/article/review";
import { endpoint } from "@/lib/http/endpoint";
import { correctionSchema } from "./corrected";
import { countsSchema, forecastItemSchema, listedRevisionSchema, reportItemSchema, revisionTextSchema } from "./schema";

/** Room for the longest text in UTF-8, its marks and its JSON escapes, in bytes. */
const maxBody = 12 * 1024 * 1024;

const articleParams = z.object({ articleId: z.uuid() });
const revisionParams = articleParams.extend({ number: z.coerce.number().int().positive() });
const highlightParams = z.object({ highlightId: z.uuid() });

const newTextSchema = z.discriminatedUnion("from", [
  /** The current text, corrected. */
  z.object({ from: z.literal("blocks"), ...correctionSchema.shape }),
  /** A fresh import, as recognised or as reviewed. */
  z.object({
    from: z.literal("source"),
    source: givenSourceSchema,
    review: reviewSchema.optional(),
  }),
]);
export type NewTextInput = z.infer<typeof newTextSchema>;

export const listRevisions = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/revisions",
  summary: "List an article's revisions, the newest first",
  audience: "revision.read",
  params: articleParams,
  response: z.object({ revisions: z.array(listedRevisionSchema) }),
});

export const createRevision = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/revisions",
  summary: "Give the article a new text; its highlights move along",
  audience: "revision.create",
  params: articleParams,
  body: z.object({
    /** The revision that this one follows; it must still be the current one. */
    base: z.uuid(),
    text: newTextSchema,
  }),
  maxBody,
  response: z.object({ number: z.number().int() }),
  status: 201,
});

export const forecastRevision = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/revisions/forecast",
  summary: "Say what would become of the highlights in another text, without changing anything",
  audience: "revision.create",
  params: articleParams,
  body: z.object({ text: newTextSchema }),
  maxBody,
  response: z.object({
    counts: countsSchema,
    /** Those that would not simply stay: moved, ambiguous, orphaned. */
    affected: z.array(forecastItemSchema),
    /** The blocks and the metadata as they would be saved. */
    text: revisionTextSchema.pick({ metadata: true, blocks: true }),
  }),
});

export const readRevision = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/revisions/:number",
  summary: "Read one revision: its metadata, its blocks and its canonical text",
  audience: "revision.read",
  params: revisionParams,
  response: revisionTextSchema,
});

export const readReport = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/revisions/:number/report",
  summary: "What became of each highlight when the revision came, and how it stands now",
  audience: "revision.read",
  params: revisionParams,
  response: z.object({ items: z.array(reportItemSchema) }),
});

export const undoRevision = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/revisions/:number/undo",
  summary: "Make the revision before this one current again; highlights go back to where they were",
  audience: "revision.undo",
  params: revisionParams,
  response: z.void(),
  status: 204,
});

export const placeHighlight = endpoint({
  method: "PUT",
  path: "/api/v1/highlights/:highlightId/place",
  summary: "Put a highlight on a passage of the current revision",
  audience: "highlight.change",
  params: highlightParams,
  body: z
    .object({ revisionId: z.uuid(), start: z.number().int().min(0), end: z.number().int() })
    .refine(({ start, end }) => start < end && end - start <= 20_000, "A highlight covers 1 to 20,000 characters"),
  response: z.void(),
  status: 204,
});

export const leaveHighlight = endpoint({
  method: "POST",
  path: "/api/v1/highlights/:highlightId/leave",
  summary: "Leave a highlight without a place in the current revision",
  audience: "highlight.change",
  params: highlightParams,
  response: z.void(),
  status: 204,
});
