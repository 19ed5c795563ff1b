/** Turns rows of comments into what their reader may see of them. Every answer with comments in it is made here. */
import type { Member } from "@/lib/access/policies";
import type { Prisma } from "@/lib/db/generated/client";
import { fromPlainText } from "./body";
import { commentBodySchema } from "./body.schema";
import { excerptOf } from "./excerpt";
import { above } from "./place";
import { type CommentView, reactionKinds, type ShownComment } from "./schema";
import { sightOf } from "./visibility";

/** What must be read of a person to name them. */
export const authorSelect = { id: true, name: true, color: true } as const satisfies Prisma.UserSelect;

/** What must be read of a comment to show it to the reader: of its flags, theirs alone. */
export const commentSelectFor = (reader: Member) =>
  ({
    id: true,
    parentId: true,
    quotedStart: true,
    quotedEnd: true,
    place: true,
    body: true,
    text: true,
    state: true,
    authorId: true,
    createdAt: true,
    editedAt: true,
    deletedAt: true,
    author: { select: authorSelect },
    quoted: {
      select: {
        id: true,
        state: true,
        authorId: true,
        deletedAt: true,
        editedAt: true,
        text: true,
        author: { select: authorSelect },
      },
    },
    reactions: { select: { kind: true, userId: true } },
    parent: { select: { id: true, place: true, state: true, author: { select: authorSelect } } },
    reviewItem: {
      select: {
        status: true,
        flags: { where: { userId: reader.userId }, select: { withdrawnAt: true, agreed: true } },
      },
    },
  }) as const satisfies Prisma.CommentSelect;

/** Longest part that a quote shows, in UTF-16 code units. */
const longestQuote = 1000;

export type CommentRow = Prisma.CommentGetPayload<{ select: ReturnType<typeof commentSelectFor> }>;

/**
 * What the reader sees of one comment; null when that is nothing.
 * @param hasReplies whether the reader sees a reply to it
 */
export function viewOf(row: CommentRow, reader: Member, hasReplies: boolean, now: Date): CommentView | null {
  const sight = sightOf(row, reader, hasReplies, now);
  const common = {
    id: row.id,
    parentId: row.parentId,
    place: row.place,
    answers: answeredBy(row),
    createdAt: row.createdAt.toISOString(),
  };
  switch (sight.kind) {
    case "nothing":
      return null;
    case "tombstone":
      return {
        kind: "tombstone",
        ...common,
        cause: sight.cause,
        own: row.authorId === reader.userId,
        restorableUntil: sight.restorableUntil?.toISOString() ?? null,
      };
    case "words": {
      // A body that a later version wrote, or a hand in the database, must not make the whole thread unreadable.
      const body = commentBodySchema.safeParse(row.body);
      return {
        kind: "comment",
        ...common,
        author: row.author,
        body: body.success ? body.data : fromPlainText(row.text),
        editedAt: row.editedAt?.toISOString() ?? null,
        quote: quoteOf(row, reader, now),
        reactions: reactionsOf(row, reader),
        pending: row.state === "pending",
        flag: flagOf(row.reviewItem),
      };
    }
  }
}

function flagOf(item: CommentRow["reviewItem"]): "none" | "open" | "spent" {
  const flag = item?.flags[0];
  if (!flag) return "none";
  return item.status === "pending" && flag.withdrawnAt === null && flag.agreed === null ? "open" : "spent";
}

/** The comment that it answers, when it doesn't stand right under it: in a deep exchange. */
function answeredBy({ place, parent }: CommentRow): CommentView["answers"] {
  if (!parent || parent.place === above(place)) return null;
  return { id: parent.id, author: parent.state === "visible" ? parent.author : null };
}

/** What it quotes, as that may be seen now: a quote never outlives its source. */
function quoteOf(row: CommentRow, reader: Member, now: Date): ShownComment["quote"] {
  const { quoted } = row;
  if (!quoted) return null;
  const isReadable = sightOf(quoted, reader, false, now).kind === "words";
  return { id: quoted.id, words: isReadable ? { author: quoted.author, excerpt: quotedWords(row, quoted) } : null };
}

/** The part that was chosen; all of it when none was, or when the words were changed since and the part may be another. */
function quotedWords(
  { quotedStart, quotedEnd, createdAt }: CommentRow,
  quoted: { text: string; editedAt: Date | null },
) {
  const isAsItWas = quoted.editedAt === null || quoted.editedAt <= createdAt;
  if (quotedStart === null || quotedEnd === null || !isAsItWas) return excerptOf(quoted.text);
  return excerptOf(quoted.text.slice(quotedStart, quotedEnd), longestQuote);
}

function reactionsOf({ reactions }: CommentRow, reader: Member): ShownComment["reactions"] {
  return reactionKinds.flatMap((kind) => {
    const given = reactions.filter((reaction) => reaction.kind === kind);
    const mine = given.some(({ userId }) => userId === reader.userId);
    return given.length > 0 ? { kind, count: given.length, mine } : [];
  });
}
