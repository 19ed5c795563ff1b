/** What guards one kind of document: what its updates may be made of, and who may change what. */
import type * as Y from "yjs";
import type { Member } from "@/lib/access/policies";
import type { Cover } from "@/lib/moderation/cover";
import type { Refusal } from "../protocol";
import type { HighlightRow } from "./highlight-rows";
import type { Change } from "./shadow";
import type { Reading, Vocabulary } from "./vocabulary";

/** A highlight as the database knows it. */
export interface KnownHighlight {
  articleId: string;
  /** Null when the author's account is gone. */
  authorId: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Whether it is in its article's layer. */
  stands: boolean;
  /** Whether a rebuttal answers or quotes it. */
  cited: boolean;
  /** Why its note is kept from readers; null when it isn't. */
  noteCover: Cover | null;
}

/** What the database says of each highlight that was asked about; null: there is none. */
export type Answers = ReadonlyMap<string, KnownHighlight | null>;

/** The rules' answer to a change. */
export type Verdict =
  | { refusal: Refusal }
  | {
      /**
       * Whether others may see it before it is in the database. Changes that depend on who made them may not: after a
       * crash, nobody else could bring them back in their author's name.
       */
      shown: "at-once" | "when-durable";
      /** What the change makes of the highlights it touched. */
      rows: HighlightRow[];
      /** Whether it leaves a highlight on another revision than the current one. */
      isAstray: boolean;
    };

/** What the server has to put in order in a document. */
export interface Untidy {
  /** A highlight stands on another revision than the current one. */
  isAstray: boolean;
  /** A note that moderators keep from readers has words in it: somebody wrote them who didn't know yet. */
  isExposed: boolean;
}

/** What follows from another process's change. */
export interface Followed extends Pick<Untidy, "isExposed"> {
  /**
   * The rows of highlights that this process changed too: of two concurrent changes each process wrote its own, and
   * whoever knows both writes what became of them.
   */
  rows: HighlightRow[];
}

export interface Guard {
  readonly vocabulary: Vocabulary;
  /**
   * Ids of the highlights that must be known before `judge` can be asked about an update that reads like this.
   * @param doc the document as it is without the update
   */
  questions(reading: Reading, doc: Y.Doc): string[];
  /**
   * Reads what else must be known to judge an update that reads like this; null when nothing must.
   * @param userId whose update it is
   */
  prepare(reading: Reading, userId: string): (() => Promise<void>) | null;
  /** Takes the document as it is: the server itself changed it. Says what is left to be put in order in it. */
  adopt(doc: Y.Doc): Untidy;
  /** Takes over a change that another process has judged. */
  follow(change: Change): Followed;
  /** The rows of all highlights that this process changed, as the document has them. */
  ownRows(doc: Y.Doc): HighlightRow[];
  /** Whether the document quotes the highlight. */
  quotes(doc: Y.Doc, highlightId: string): boolean;
  /** Judges a change to the shadow; an accepted one is remembered. */
  judge(change: Change, reading: Reading, member: Member, answers: Answers): Verdict;
}
