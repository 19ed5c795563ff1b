/** The API of articles: its shapes and its endpoints. */
import { z } from "zod";
import { endpoint, fileSchema } from "@/lib/http/endpoint";
import { largestFile } from "./import/limits";
import { reviewSchema } from "./review";
import { blockSchema, metadataSchema, setAsideSchema, sourceKinds } from "./schema";

/** Room for the longest text in UTF-8 and its JSON escapes, in bytes. */
const maxBody = 8 * 1024 * 1024;

/** Recognised in the content when it isn't given. */
const title = z.string().trim().max(500).optional();

/** What is imported: words as they are, or something that the server keeps or fetches. */
export const givenSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["text", "markdown", "rich-text"]), content: z.string(), title }),
  /** A page that the server fetches. A preview keeps it; import that, since a page may change in between. */
  z.object({ kind: z.literal("link"), url: z.string().trim().min(1).max(2000), title }),
  /** A file that was sent before, or a page that a preview fetched: the id of what the server keeps. */
  z.object({ kind: z.literal("kept"), id: z.uuid(), title }),
]);
export type GivenSource = z.infer<typeof givenSourceSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string() });

const previewSchema = z.object({
  metadata: metadataSchema,
  blocks: z.array(blockSchema),
  setAside: z.array(setAsideSchema),
  warnings: z.array(z.string()),
  /** Of what the server keeps: import `{"kind": "kept", "id": …}`. Null when the words were sent. */
  keptId: z.uuid().nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

const count = z.number().int().min(0);

const listedArticleSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When it, a highlight or a rebuttal last changed. */
  activeAt: z.iso.datetime(),
  createdBy: personSchema.nullable(),
  /** Who marked something. */
  people: z.array(personSchema.extend({ /** Six-digit hex. */ color: z.string() })),
  progress: z.object({
    highlights: count,
    /** Highlights with the label `claim`, by whether a rebuttal that wasn't withdrawn answers them. */
    claims: z.object({ answered: count, open: count }),
    rebuttals: z.object({ draft: count, in_review: count, published: count, withdrawn: count }),
  }),
});
export type ListedArticle = z.infer<typeof listedArticleSchema>;

const articleSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: personSchema.nullable(),
  /** The current revision; everything below is its. */
  revision: z.object({ id: z.uuid(), number: z.number().int(), createdAt: z.iso.datetime() }),
  metadata: metadataSchema,
  blocks: z.array(blockSchema),
  /** The blocks' text joined by blank lines; every offset counts its UTF-16 code units. */
  canonicalText: z.string(),
});
export type Article = z.infer<typeof articleSchema>;

const workspaceParams = z.object({ workspaceId: z.uuid() });
const articleParams = z.object({ articleId: z.uuid() });

export const listArticles = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/articles",
  summary: "List the workspace's articles with their progress, the newest activity first",
  audience: "article.read",
  params: workspaceParams,
  response: z.object({ articles: z.array(listedArticleSchema) }),
});

export const importArticle = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/articles",
  summary: "Import an article from text, Markdown, rich text, a file or a link, as recognised or as reviewed",
  audience: "article.import",
  params: workspaceParams,
  body: z.intersection(givenSourceSchema, z.object({ review: reviewSchema.optional() })),
  maxBody,
  reports: true,
  response: articleSchema,
  status: 201,
});

export const previewArticle = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/articles/preview",
  summary: "Show what an import would recognise and set aside, without saving an article",
  audience: "article.import",
  params: workspaceParams,
  body: givenSourceSchema,
  maxBody,
  reports: true,
  response: previewSchema,
});

export const sendFile = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/articles/files",
  summary: "Send a file to import: text, Markdown, HTML, DOCX or PDF. It is kept for a day",
  audience: "article.import",
  params: workspaceParams,
  /** Its name's ending tells Markdown from plain text. */
  query: z.object({ name: z.string().max(500) }),
  body: fileSchema,
  takesFile: true,
  maxBody: largestFile,
  response: z.object({ id: z.uuid(), kind: z.enum(sourceKinds) }),
  status: 201,
});

export const readArticle = endpoint({
  method: "GET",
  path: "/api/v1/articles/:articleId",
  summary: "Read an article: its metadata, its blocks and its canonical text",
  audience: "article.read",
  params: articleParams,
  response: articleSchema,
});

export const deleteArticle = endpoint({
  method: "DELETE",
  path: "/api/v1/articles/:articleId",
  summary: "Delete an article; it can be restored",
  audience: "article.delete",
  params: articleParams,
  response: z.void(),
  status: 204,
});

export const restoreArticle = endpoint({
  method: "POST",
  path: "/api/v1/articles/:articleId/restore",
  summary: "Restore a deleted article with everything that was on it",
  audience: "article.delete",
  params: articleParams,
  response: z.void(),
  status: 204,
});
