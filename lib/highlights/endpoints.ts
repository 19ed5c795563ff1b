/** The highlight endpoints' definitions. Highlights are written over the realtime channel; HTTP reads them. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { covers } from "@/lib/moderation/cover";
import { anchorStates } from "./anchor-state";
import { labels } from "./labels";
import { noteSchema } from "./note.schema";

const params = z.object({ articleId: z.uuid() });

const person = z.object({ id: z.uuid(), name: z.string() });

const highlightSchema = z.object({
  id: z.uuid(),
  /** The revision that the passage stands in. */
  revisionId: z.uuid(),
  /** UTF-16 code units in the revision's canonical text; `end` is exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  label: z.enum(labels),
  /** How it stands in the article's current revision; `revisionId` names an earlier one while it has no place there. */
  anchorState: z.enum(anchorStates),
  /** From 0 to 1: how sure the anchor is. */
  confidence: z.number(),
  /** Null when the author's account is gone. */
  author: person.nullable(),
  /** The note's plain words, and the note as ProseMirror JSON; null while nothing was written. */
  noteText: z.string(),
  note: noteSchema.nullable(),
  /** Why the note is kept from readers; null when it isn't. */
  noteCover: z.enum(covers).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Whether a rebuttal answers it. */
  answered: z.boolean(),
  /** How many comments the caller can read. */
  comments: z.number().int(),
});

export const listHighlights = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/highlights",
  summary: "An article's highlights, in the order of the text",
  audience: "article.read",
  params,
  response: z.object({ highlights: z.array(highlightSchema) }),
});

export const readHighlightFacts = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/highlights/facts",
  summary: "Which highlights are answered, and how many comments each has",
  audience: "article.read",
  params,
  response: z.object({
    answered: z.array(z.uuid()),
    comments: z.array(z.object({ highlightId: z.uuid(), count: z.number().int() })),
  }),
});
