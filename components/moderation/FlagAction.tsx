/** Under a comment: flag it, take one's flag back, or, for moderators, open it at their desk. */
"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastDone, toastError } from "@/components/shell/toast";
import { ActionLink } from "@/components/threads/Actions";
import { call } from "@/lib/http/call";
import { openReview, withdrawFlag } from "@/lib/moderation/endpoints";
import { deskPlace } from "@/lib/places";

const FlagDialog = dynamic(() => import("./FlagDialog"));

interface Props {
  commentId: string;
  author: string;
  /** Whether the reader has flagged it. */
  isFlagged: boolean;
  mayModerate: boolean;
  /** Renews what the reader sees of the comment. */
  onChanged: () => void;
}

export function FlagAction({ commentId, author, isFlagged, mayModerate, onChanged }: Props) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const params = { commentId };
  const withdraw = () =>
    call(withdrawFlag, { params }).then(() => {
      toastDone("Your flag is taken back.");
      onChanged();
    }, toastError);
  const moderate = () =>
    call(openReview, { params }).then(
      ({ workspaceId, reviewId }) => router.push(deskPlace(workspaceId, reviewId)),
      toastError,
    );
  return (
    <>
      {isFlagged ? (
        <ActionLink onClick={() => void withdraw()}>Take your flag back</ActionLink>
      ) : (
        <ActionLink onClick={() => setAsking(true)}>Flag</ActionLink>
      )}
      {mayModerate && <ActionLink onClick={() => void moderate()}>Moderate</ActionLink>}
      {isAsking && (
        <FlagDialog commentId={commentId} author={author} onFlagged={onChanged} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
