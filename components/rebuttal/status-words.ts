/** What people read for a rebuttal's statuses and moves. */
import type { RebuttalStatus } from "@/lib/access/policies";
import type { Move } from "@/lib/rebuttal/status";

export const statusWords: Record<RebuttalStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  published: "Published",
  withdrawn: "Withdrawn",
};

export const moveWords: Record<Move, { button: string; done: string; hint: string }> = {
  submit: {
    button: "Submit for review",
    done: "Submitted for review",
    hint: "Ask a moderator or editor to read it",
  },
  return: { button: "Return to draft", done: "Returned to draft", hint: "It needs more work" },
  publish: { button: "Publish", done: "Published", hint: "The text is then fixed" },
  withdraw: { button: "Withdraw", done: "Withdrawn", hint: "It no longer stands as an answer" },
  reopen: { button: "Reopen as draft", done: "Reopened as a draft", hint: "Write on where it stopped" },
};

/** A rebuttal's name where it needs one. */
export const titleOr = (title: string): string => title.trim() || "Untitled rebuttal";
