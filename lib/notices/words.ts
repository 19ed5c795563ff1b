/** What a notice says in a line, and where it leads: the same in the inbox and in a letter. Pure. */
import { highlightPlace, libraryPlace, noticesPlace, rebuttalPlace, threadPlace } from "@/lib/places";
import { excerptOf } from "@/lib/threads/excerpt";
import type { Author } from "@/lib/threads/schema";
import type { Notice, ThreadPlace } from "./schema";

const nameOf = (author: Author | null) => author?.name ?? "Someone who left";

/** What happened. */
export function titleOf(notice: Notice): string {
  switch (notice.kind) {
    case "mentioned":
      return `${nameOf(notice.comment.by)} mentioned you`;
    case "replied":
      return `${nameOf(notice.comment.by)} replied to you`;
    case "commented":
      return notice.count === 1
        ? `${nameOf(notice.latest.by)} wrote in a thread you follow`
        : `${notice.count} new comments in a thread you follow`;
    case "thread_resolved":
      return `${nameOf(notice.by)} resolved a thread`;
    case "role_changed":
      return `Your role is ${notice.role} now`;
    case "content_decided":
      return `Moderators decided about a ${notice.about ?? "comment"} of yours`;
    case "member_decided":
      return "Moderators decided about you";
    case "flag_decided":
      return notice.about === null
        ? "Something you flagged was looked at"
        : `A ${notice.about} you flagged was looked at`;
    case "appeal_decided":
      return "Your appeal was decided";
  }
}

/** Longest passage that names a place, in UTF-16 code units. */
const longestPassage = 80;

/** Where a thread is: “On The second paragraph… in A test's article”. */
export function placeInWords({ articleTitle, subject }: ThreadPlace): string {
  switch (subject.kind) {
    case "article":
      return `On “${articleTitle}”`;
    case "highlight":
      return `On “${excerptOf(subject.exact, longestPassage)}” in “${articleTitle}”`;
    case "rebuttal":
      return `On the rebuttal “${subject.title || "without a title"}” in “${articleTitle}”`;
  }
}

/** The path that it leads to: the very comment, where there is one. */
export function leadsTo(notice: Notice): string {
  const { workspace } = notice;
  switch (notice.kind) {
    case "mentioned":
    case "replied":
      return threadPlace(workspace.id, notice.place.articleId, notice.place.threadId, notice.comment.id);
    case "commented":
      return threadPlace(workspace.id, notice.place.articleId, notice.place.threadId, notice.firstId);
    case "thread_resolved":
      return subjectPlace(workspace.id, notice.place);
    case "role_changed":
      return libraryPlace(workspace.id);
    default:
      return noticesPlace;
  }
}

function subjectPlace(workspaceId: string, { articleId, threadId, subject }: ThreadPlace): string {
  switch (subject.kind) {
    case "article":
      return threadPlace(workspaceId, articleId, threadId);
    case "highlight":
      return subject.present
        ? highlightPlace(workspaceId, articleId, subject.id)
        : threadPlace(workspaceId, articleId, threadId);
    case "rebuttal":
      return rebuttalPlace(workspaceId, articleId, subject.id);
  }
}

/** The words that it quotes: as they are now, and none where there are none to quote. */
export function quotedIn(notice: Notice): string | null {
  switch (notice.kind) {
    case "mentioned":
    case "replied":
      return notice.comment.excerpt;
    case "commented":
      return notice.latest.excerpt;
    default:
      return null;
  }
}
