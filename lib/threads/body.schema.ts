/** Reads a comment's body from JSON that nobody has checked yet. */
import { z } from "zod";
import { isAllowedLink } from "@/lib/links";
import {
  type CommentBody,
  fromPlainText,
  isBlank,
  maxCommentLength,
  maxMentions,
  mentionedIn,
  toPlainText,
  trimBody,
} from "./body";

const maxNameLength = 200;

/** PostgreSQL stores neither NUL nor half a surrogate pair; the other control characters mean nothing in a comment. */
const isCleanText = (text: string) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text.replaceAll("\t", ""));

const clean = z.string().refine(isCleanText, "has line breaks or control characters; begin a paragraph instead");

const markSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("code") }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.strictObject({
      href: z.string().refine(isAllowedLink, "must lead to an http, https or mailto address"),
    }),
  }),
]);

const marksSchema = z
  .array(markSchema)
  .max(4)
  .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length, "has a mark twice");

const inlineSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: clean.min(1).max(maxCommentLength),
    marks: marksSchema.optional(),
  }),
  z.strictObject({
    type: z.literal("mention"),
    attrs: z.strictObject({ userId: z.uuid(), name: clean.min(1).max(maxNameLength) }),
  }),
]);

const paragraphSchema = z.strictObject({
  type: z.literal("paragraph"),
  content: z.array(inlineSchema).optional(),
});

/** The shape alone: what is stored has it. */
export const commentBodySchema: z.ZodType<CommentBody> = z.strictObject({
  type: z.literal("doc"),
  content: z.array(paragraphSchema),
});

const hasWords = (body: CommentBody) => !isBlank(body);
const isShort = (body: CommentBody) => toPlainText(body).length <= maxCommentLength;
const callsFew = (body: CommentBody) => mentionedIn(body).length <= maxMentions;

/** What a person may post: the shape, some words, and not too many. */
const postedBodySchema = commentBodySchema
  .refine(hasWords, "A comment needs words.")
  .refine(isShort, `A comment holds at most ${maxCommentLength.toLocaleString("en")} characters.`)
  .refine(callsFew, `A comment can call at most ${maxMentions} people.`);

const postedTextSchema = z
  .string()
  .max(maxCommentLength, `A comment holds at most ${maxCommentLength.toLocaleString("en")} characters.`)
  .refine((text) => text.trim() !== "", "A comment needs words.")
  .refine((text) => isCleanText(text.replaceAll(/[\r\n\u2028\u2029]/g, "")), "has control characters");

/** The words of a comment as they are posted: plain text, or a body with emphasis, links and mentions. */
export const wordsFields = { text: postedTextSchema.optional(), body: postedBodySchema.optional() };

interface PostedWords {
  text?: string | undefined;
  body?: CommentBody | undefined;
}

/** Whether there is one of the two, which `wordsFields` alone can't say. */
export const saysOnce = ({ text, body }: PostedWords) => (text === undefined) !== (body === undefined);
export const saysOnceMessage = "Send either text or body.";

/** The body that posted words make. */
export function bodyOf({ text = "", body }: PostedWords): CommentBody {
  return trimBody(body ?? fromPlainText(text));
}
