/** The shapes in which revisions and their reports are told. */
import { z } from "zod";
import { blockSchema, metadataSchema } from "@/lib/article/schema";
import { anchorStates } from "@/lib/highlights/anchor-state";
import { labels } from "@/lib/highlights/labels";

const personSchema = z.object({ id: z.uuid(), name: z.string() });
const count = z.number().int().min(0);
const state = z.enum(anchorStates);

const passageSchema = z.object({
  /** UTF-16 code units in the canonical text of its revision; `end` is exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type ReportedPassage = z.infer<typeof passageSchema>;

export const countsSchema = z.object({ anchored: count, moved: count, ambiguous: count, orphaned: count });
export type StateCounts = z.infer<typeof countsSchema>;

export const listedRevisionSchema = z.object({
  id: z.uuid(),
  number: z.number().int().positive(),
  createdAt: z.iso.datetime(),
  createdBy: personSchema.nullable(),
  /** text, markdown, …; `edit`: somebody corrected the revision before. */
  source: z.string(),
  /** The number of the revision that it followed; null for the first. */
  basedOn: z.number().int().nullable(),
  isCurrent: z.boolean(),
  undone: z.object({ at: z.iso.datetime(), by: personSchema.nullable() }).nullable(),
  /** What became of the highlights when it came; null when there were none, or nothing came before it. */
  outcome: countsSchema.nullable(),
});
export type ListedRevision = z.infer<typeof listedRevisionSchema>;

export const revisionTextSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  metadata: metadataSchema,
  blocks: z.array(blockSchema),
  canonicalText: z.string(),
});
export type RevisionText = z.infer<typeof revisionTextSchema>;

export const forecastItemSchema = z.object({
  highlightId: z.uuid(),
  label: z.enum(labels),
  state,
  before: passageSchema,
  /** The passage in the new text: the best guess when ambiguous, null when orphaned. */
  after: passageSchema.nullable(),
});
export type ForecastItem = z.infer<typeof forecastItemSchema>;

export const reportItemSchema = forecastItemSchema.extend({
  author: personSchema.nullable(),
  noteText: z.string(),
  /** From 0 to 1: how sure the place is, and how far behind the runner-up was. */
  confidence: z.number(),
  margin: z.number(),
  /** The number of the revision that `before` stands in. */
  beforeIn: z.number().int(),
  /** Places to choose from, while the highlight is in doubt. */
  candidates: z.array(passageSchema),
  /** How it stands in the current revision, and its words there; null while it has no place. */
  now: z.object({ state, exact: z.string().nullable() }),
  /** When somebody chose its place, or to leave it without one. */
  settledAt: z.iso.datetime().nullable(),
});
export type ReportItem = z.infer<typeof reportItemSchema>;
