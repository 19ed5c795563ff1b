/** One way to flag, open at the desk and purge whatever can be moderated. */
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/moderation/endpoints";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { TargetRef } from "@/lib/moderation/target-ref";

interface Flag {
  reason: ReasonCode;
  words: string;
}

export function flag({ kind, id }: TargetRef, body: Flag): Promise<void> {
  switch (kind) {
    case "comment":
      return call(endpoints.flagComment, { params: { commentId: id }, body });
    case "note":
      return call(endpoints.flagNote, { params: { highlightId: id }, body });
    case "rebuttal":
      return call(endpoints.flagRebuttal, { params: { rebuttalId: id }, body });
  }
}

export function withdraw({ kind, id }: TargetRef): Promise<void> {
  switch (kind) {
    case "comment":
      return call(endpoints.withdrawFlag, { params: { commentId: id } });
    case "note":
      return call(endpoints.withdrawNoteFlag, { params: { highlightId: id } });
    case "rebuttal":
      return call(endpoints.withdrawRebuttalFlag, { params: { rebuttalId: id } });
  }
}

/** Puts it into the queue, and says where it is found there. */
export function openAtDesk({ kind, id }: TargetRef): Promise<{ reviewId: string; workspaceId: string }> {
  switch (kind) {
    case "comment":
      return call(endpoints.openReview, { params: { commentId: id } });
    case "note":
      return call(endpoints.openNoteReview, { params: { highlightId: id } });
    case "rebuttal":
      return call(endpoints.openRebuttalReview, { params: { rebuttalId: id } });
  }
}

export function purge({ kind, id }: TargetRef): Promise<void> {
  switch (kind) {
    case "comment":
      return call(endpoints.purgeComment, { params: { commentId: id } });
    case "note":
      return call(endpoints.purgeNote, { params: { highlightId: id } });
    case "rebuttal":
      return call(endpoints.purgeRebuttal, { params: { rebuttalId: id } });
  }
}
