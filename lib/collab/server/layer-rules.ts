/** Who may change what in an article's layer: one rule for each kind of change. Pure. */
import { type Member, may } from "@/lib/access/policies";
import type { Cover } from "@/lib/moderation/cover";
import type { StoredHighlight } from "../layer";
import { limits } from "../limits";
import type { Refusal, RefusalCode } from "../protocol";
import type { Answers, KnownHighlight } from "./guard";

/** What a frame did to one highlight. `isSilent`: its note says nothing. */
export type HighlightChange =
  | { kind: "created"; after: StoredHighlight; isSilent: boolean }
  /** Another map stands in its place: two people undid one deletion at the same time. */
  | { kind: "replaced"; before: StoredHighlight; after: StoredHighlight; isSilent: boolean }
  | { kind: "changed"; before: StoredHighlight; after: StoredHighlight; isMoved: boolean }
  | { kind: "noted"; before: StoredHighlight }
  | { kind: "deleted"; before: StoredHighlight };

/** What the rules need to know beside the change. */
export interface LayerFacts {
  articleId: string;
  /** A revision's canonical text (null: the first's); undefined when the article has no such revision. */
  textOf(revisionId: string | null): string | undefined;
  /** How many highlights the layer holds with this change. */
  count: number;
  answers: Answers;
}

/** What a creation time can be, whatever a device's clock says. */
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2100, 0);

const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });

const notYours = (what: string) =>
  refuse("not-yours", `Only its author, or somebody with the role for it, can ${what}. It stays as it was.`);

/** Why the member may not make the change; null when they may. */
export function refusalOf(change: HighlightChange, member: Member, facts: LayerFacts): Refusal | null {
  switch (change.kind) {
    case "created":
      return refusalToCreate(change, member, facts);
    case "replaced":
      return refusalToReplace(change, member, facts);
    case "changed":
      return refusalToChange(change, member, facts);
    case "noted":
      if (change.before.noteCover) return covered;
      return may(member, "note.write") ? null : notYours("write this note");
    case "deleted":
      return refusalToDelete(change.before, member, facts.answers);
  }
}

function refusalToCreate(
  { after, isSilent }: Extract<HighlightChange, { kind: "created" }>,
  member: Member,
  facts: LayerFacts,
): Refusal | null {
  if (!may(member, "highlight.create")) return notYours("add highlights");
  if (facts.count > limits.highlights)
    return refuse("too-many", `An article holds at most ${limits.highlights} highlights. Delete some to add others.`);
  if (after.createdAt < earliest || after.createdAt > latest)
    return refuse("invalid-highlight", "The highlight's creation time is none. Is this device's clock right?");
  const known = facts.answers.get(after.id);
  if (known === undefined) return refuse("invalid-highlight", "The highlight's id can't be checked.");
  const refusal =
    known === null ? refusalToSign(after, member) : refusalToBringBack(known, after, member, facts.articleId);
  return refusal ?? refusalOfNote(known?.noteCover ?? null, after, isSilent) ?? refusalOfPassage(after, facts);
}

/** What moderators keep from readers stays so when the highlight is brought back: covered, and without a word. */
function refusalOfNote(cover: Cover | null, after: StoredHighlight, isSilent: boolean): Refusal | null {
  if ((after.noteCover ?? null) !== cover) return covered;
  return cover === null || isSilent ? null : covered;
}

function refusalToSign(after: StoredHighlight, member: Member): Refusal | null {
  if (after.authorId === member.userId) return null;
  return refuse("forged-author", "A new highlight must name the person who adds it as its author. It was not added.");
}

/** A highlight that was deleted comes back by undo: as it was, and by someone who might have deleted it. */
function refusalToBringBack(
  known: KnownHighlight,
  after: StoredHighlight,
  member: Member,
  articleId: string,
): Refusal | null {
  if (known.articleId !== articleId) return refuse("id-taken", "Another article's highlight has this id. Choose anew.");
  if (known.authorId !== after.authorId || known.createdAt !== after.createdAt)
    return refuse("fixed-field", "A highlight comes back with the author and creation time that it had.");
  return may(member, "highlight.delete", known) ? null : notYours("bring it back");
}

function refusalToReplace(
  { before, after, isSilent }: Extract<HighlightChange, { kind: "replaced" }>,
  member: Member,
  facts: LayerFacts,
): Refusal | null {
  if (!isSameOrigin(before, after)) return fixedField;
  if (!may(member, "highlight.delete", before)) return notYours("replace it");
  return refusalOfNote(before.noteCover ?? null, after, isSilent) ?? refusalOfPassage(after, facts);
}

function refusalToChange(
  { before, after, isMoved }: Extract<HighlightChange, { kind: "changed" }>,
  member: Member,
  facts: LayerFacts,
): Refusal | null {
  if (!isSameOrigin(before, after)) return fixedField;
  if (!may(member, "highlight.change", before)) return notYours("change it");
  return isMoved ? refusalOfPassage(after, facts) : null;
}

function refusalToDelete(before: StoredHighlight, member: Member, answers: Answers): Refusal | null {
  if (!may(member, "highlight.delete", before)) return notYours("delete it");
  // Not asked about: the frame hid what it deletes.
  if (!answers.has(before.id))
    return refuse("malformed", "The frame deletes a highlight in a way that can't be checked.");
  if (!answers.get(before.id)?.cited) return null;
  return refuse("cited", "A rebuttal answers or quotes this highlight, so it can't be deleted. It was kept.");
}

const fixedField = refuse("fixed-field", "A highlight's author and creation time never change. It stays as it was.");

const covered = refuse(
  "note-covered",
  "A moderator has taken this note down, so nothing can be written in it. Your change was not saved; copy your words if you need them.",
);

const isSameOrigin = (a: StoredHighlight, b: StoredHighlight) =>
  a.authorId === b.authorId && a.createdAt === b.createdAt;

/** Why the passage can't be one of the revision that it names; null when it is. */
function refusalOfPassage(passage: StoredHighlight, { textOf }: LayerFacts): Refusal | null {
  const { start, end, exact, prefix, suffix, revisionId } = passage;
  const text = textOf(revisionId);
  if (text === undefined)
    return refuse("range-outside", "The highlight names a revision that the article doesn't have.");
  if (start < 0 || end <= start || end > text.length || cuts(text, start) || cuts(text, end))
    return refuse("range-outside", "The highlight's range is not one of the article's text.");
  if (end - start > limits.passage)
    return refuse("range-outside", `A highlight covers at most ${limits.passage} characters.`);
  if (prefix.length > limits.context || suffix.length > limits.context)
    return refuse("wrong-text", "The words around the highlight are more than are kept.");
  const isVerbatim = text.slice(start, end) === exact && text.endsWith(prefix, start) && text.startsWith(suffix, end);
  return isVerbatim ? null : refuse("wrong-text", "The highlight's words are not the article's words at that place.");
}

/** Whether a code unit boundary lies inside a surrogate pair. */
function cuts(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && text.codePointAt(offset - 1) !== text.charCodeAt(offset - 1);
}
