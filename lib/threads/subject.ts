/** What a thread hangs on: the article as a whole, one of its highlights, or one of its rebuttals. Pure. */
export type Subject = { kind: "article" } | { kind: "highlight"; id: string } | { kind: "rebuttal"; id: string };

/** How requests and rows name a subject: by the id of the highlight or the rebuttal, or by neither. */
export interface SubjectIds {
  highlightId?: string | null | undefined;
  rebuttalId?: string | null | undefined;
}

/** Whether the ids name one subject: they can't be of both. */
export const isOneSubject = ({ highlightId, rebuttalId }: SubjectIds) => !(highlightId && rebuttalId);

/** The subject that the ids name. */
export function subjectOf({ highlightId, rebuttalId }: SubjectIds): Subject {
  if (highlightId) return { kind: "highlight", id: highlightId };
  if (rebuttalId) return { kind: "rebuttal", id: rebuttalId };
  return { kind: "article" };
}

/** The subject's id; empty for the article as a whole. */
export function idOf(subject: Subject): string {
  return subject.kind === "article" ? "" : subject.id;
}

/** The ids that name the subject in a request. */
export function namedBy(subject: Subject): { highlightId?: string; rebuttalId?: string } {
  switch (subject.kind) {
    case "article":
      return {};
    case "highlight":
      return { highlightId: subject.id };
    case "rebuttal":
      return { rebuttalId: subject.id };
  }
}

/** The ids that name the subject, as a row has them. */
export function idsOf(subject: Subject): { highlightId: string | null; rebuttalId: string | null } {
  return {
    highlightId: subject.kind === "highlight" ? subject.id : null,
    rebuttalId: subject.kind === "rebuttal" ? subject.id : null,
  };
}
