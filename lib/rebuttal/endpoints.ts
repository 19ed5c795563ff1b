/** The API of rebuttals: its shapes and its endpoints. */
import { z } from "zod";
import { labels } from "@/lib/highlights/labels";
import { endpoint } from "@/lib/http/endpoint";
import { covers } from "@/lib/moderation/cover";
import { bodySchema } from "./body.schema";
import { maxTitleLength } from "./limits";
import { moves } from "./status";

const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Six-digit hex. */
  color: z.string(),
});
export type RebuttalPerson = z.infer<typeof personSchema>;

const passageSchema = z.object({
  highlightId: z.uuid(),
  /** The passage, word for word. */
  quote: z.string(),
  label: z.enum(labels),
  /** Where it starts in the article's canonical text, in UTF-16 code units. */
  start: z.number().int(),
});
/** A highlighted passage, as something to answer or to quote. */
export type Passage = z.infer<typeof passageSchema>;

/** A passage that a rebuttal answers. */
const answerSchema = passageSchema.extend({
  /** The highlight has since been taken off the article. */
  removed: z.boolean(),
});
export type Answer = z.infer<typeof answerSchema>;

const summarySchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  title: z.string(),
  /** Why its title and words are kept from readers; null when they aren't. */
  cover: z.enum(covers).nullable(),
  status: z.enum(["draft", "in_review", "published", "withdrawn"]),
  /** How often the status has changed. Send it back with a move, so that two people can't both decide. */
  version: z.number().int(),
  /** In the order the rebuttal gives them. */
  answers: z.array(answerSchema),
  contributors: z.array(personSchema),
  createdBy: personSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
});
export type RebuttalSummary = z.infer<typeof summarySchema>;

const statusChangeSchema = z.object({
  from: summarySchema.shape.status,
  to: summarySchema.shape.status,
  by: personSchema.nullable(),
  at: z.iso.datetime(),
});

const rebuttalSchema = summarySchema.extend({
  /** The body's plain words. */
  text: z.string(),
  /** The body as ProseMirror JSON; null while nobody has written. */
  body: bodySchema.nullable(),
  /** Latest first. */
  history: z.array(statusChangeSchema),
});
export type Rebuttal = z.infer<typeof rebuttalSchema>;

const articleParams = z.object({ articleId: z.uuid() });
const rebuttalParams = z.object({ rebuttalId: z.uuid() });
const contributorParams = z.object({ rebuttalId: z.uuid(), userId: z.uuid() });

const highlightIds = z
  .array(z.uuid())
  .min(1, "A rebuttal answers at least one highlight")
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, "Each highlight can be named once");

export const listRebuttals = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId/rebuttals",
  summary: "List an article's rebuttals, last changed first",
  audience: "rebuttal.read",
  params: articleParams,
  response: z.object({ rebuttals: z.array(summarySchema) }),
});

export const createRebuttal = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/rebuttals",
  summary: "Start a rebuttal that answers one or more highlights of the article",
  audience: "rebuttal.create",
  params: articleParams,
  body: z.object({
    highlightIds,
    title: z
      .string()
      .trim()
      .max(maxTitleLength)
      .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "A title is one line of plain words")
      .default(""),
    /** Plain words; paragraphs are parted by blank lines. */
    text: z.string().max(100_000).default(""),
  }),
  response: rebuttalSchema,
  status: 201,
});

export const readRebuttal = endpoint({
  method: "GET",
  path: "/api/v1/rebuttals/:rebuttalId",
  summary: "Read a rebuttal with its text",
  audience: "rebuttal.read",
  params: rebuttalParams,
  response: rebuttalSchema,
});

export const deleteRebuttal = endpoint({
  method: "DELETE",
  path: "/api/v1/rebuttals/:rebuttalId",
  summary: "Delete a draft that was never submitted and that nobody has commented on",
  audience: "rebuttal.delete",
  params: rebuttalParams,
  response: z.void(),
  status: 204,
});

export const moveRebuttal = endpoint({
  method: "POST",
  path: "/api/v1/rebuttals/:rebuttalId/status",
  summary: "Submit, return, publish, withdraw or reopen a rebuttal",
  // Each move has a rule of its own, which is asked when the rebuttal's row is locked.
  audience: "rebuttal.read",
  params: rebuttalParams,
  body: z.object({ move: z.enum(moves), version: summarySchema.shape.version }),
  response: rebuttalSchema,
});

export const setAnswers = endpoint({
  method: "PUT",
  path: "/api/v1/rebuttals/:rebuttalId/answers",
  summary: "Say which highlights a rebuttal answers, in which order",
  audience: "rebuttal.write",
  params: rebuttalParams,
  body: z.object({ highlightIds }),
  response: rebuttalSchema,
});

export const addContributor = endpoint({
  method: "PUT",
  path: "/api/v1/rebuttals/:rebuttalId/contributors/:userId",
  summary: "Let a member write in a rebuttal",
  audience: "rebuttal.manage-contributors",
  params: contributorParams,
  response: rebuttalSchema,
});

export const removeContributor = endpoint({
  method: "DELETE",
  path: "/api/v1/rebuttals/:rebuttalId/contributors/:userId",
  summary: "Take a contributor off a rebuttal",
  audience: "rebuttal.manage-contributors",
  params: contributorParams,
  response: rebuttalSchema,
});
