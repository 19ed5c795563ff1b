/** The body of a comment: ProseMirror JSON of a small schema, and what can be read from it. Pure; small enough for any page. */

/** Most characters (UTF-16 code units) of text in a comment, a mention counting as its name. */
export const maxCommentLength = 10_000;

/** Most people one comment can call. */
export const maxMentions = 50;

// Types, not interfaces, so that a body is also what Prisma takes for JSON.
export type CommentMark =
  | { type: "bold" }
  | { type: "italic" }
  | { type: "code" }
  | { type: "link"; attrs: { href: string } };

type CommentText = {
  type: "text";
  text: string;
  marks?: CommentMark[];
};

/** "@Ana": the person, and their name as it was when the comment was written. */
type CommentMention = {
  type: "mention";
  attrs: { userId: string; name: string };
};

export type CommentInline = CommentText | CommentMention;

type CommentParagraph = {
  type: "paragraph";
  content?: CommentInline[];
};

export type CommentBody = {
  type: "doc";
  content: CommentParagraph[];
};

const textOfInline = (inline: CommentInline) => (inline.type === "text" ? inline.text : `@${inline.attrs.name}`);

const textOfParagraph = ({ content = [] }: CommentParagraph) => content.map(textOfInline).join("");

/** The body's words, a line for each paragraph. */
export function toPlainText(body: CommentBody): string {
  return body.content.map(textOfParagraph).join("\n");
}

/** A body that says `text`, a paragraph for each line. An `@` in it calls nobody. */
export function fromPlainText(text: string): CommentBody {
  return {
    type: "doc",
    content: text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) =>
        line === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text: line }] },
      ),
  };
}

/** The text without the characters that a comment can't hold: line separators and control characters become spaces. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n]|[\u2028\u2029]/gu, " ");
}

/** Whether the body says nothing. */
export function isBlank(body: CommentBody): boolean {
  return toPlainText(body).trim() === "";
}

/** The body without blank paragraphs before its first words and after its last. */
export function trimBody(body: CommentBody): CommentBody {
  const says = (paragraph: CommentParagraph) => textOfParagraph(paragraph).trim() !== "";
  const first = body.content.findIndex(says);
  return first === -1
    ? { type: "doc", content: [] }
    : { type: "doc", content: body.content.slice(first, body.content.findLastIndex(says) + 1) };
}

/** Who is called in the body, each once, in order. */
export function mentionedIn(body: CommentBody): string[] {
  const called = body.content.flatMap(({ content = [] }) =>
    content.flatMap((inline) => (inline.type === "mention" ? [inline.attrs.userId] : [])),
  );
  return [...new Set(called)];
}

/**
 * The body with every mention checked against the people who can be called: a mention takes the person's real name,
 * and one of somebody else becomes plain words.
 *
 * @param names of everyone who can be called, by user id
 */
export function settleMentions(body: CommentBody, names: ReadonlyMap<string, string>): CommentBody {
  const settle = (inline: CommentInline): CommentInline => {
    if (inline.type === "text") return inline;
    const name = names.get(inline.attrs.userId);
    return name === undefined
      ? { type: "text", text: textOfInline(inline) }
      : { type: "mention", attrs: { userId: inline.attrs.userId, name } };
  };
  return {
    type: "doc",
    content: body.content.map(({ content }) =>
      content === undefined ? { type: "paragraph" } : { type: "paragraph", content: content.map(settle) },
    ),
  };
}

/** Whether the body is words alone, which a plain field can show and change without losing anything. */
export function isPlain(body: CommentBody): boolean {
  return body.content.every(({ content = [] }) =>
    content.every((inline) => inline.type === "text" && (inline.marks ?? []).length === 0),
  );
}
