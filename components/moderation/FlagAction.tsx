/** Under a comment: flag it, take one's flag back, or, for moderators, open it at their desk. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { later } from "@/components/shell/later";
import { toastDone, toastError } from "@/components/shell/toast";
import { ActionLink } from "@/components/threads/Actions";
import { call } from "@/lib/http/call";
import { openReview, withdrawFlag } from "@/lib/moderation/endpoints";
import { deskPlace } from "@/lib/places";
import type { ShownComment } from "@/lib/threads/schema";

const FlagDialog = later(() => import("./FlagDialog").then((module) => module.default));

interface Props {
  commentId: string;
  author: string;
  /** The reader's flag. */
  flag: ShownComment["flag"];
  mayModerate: boolean;
  /** Renews what the reader sees of the comment. */
  onChanged: () => void;
}

export function FlagAction({ commentId, author, flag, mayModerate, onChanged }: Props) {
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
      {flag === "open" && <ActionLink onClick={() => void withdraw()}>Take your flag back</ActionLink>}
      {flag === "none" && <ActionLink onClick={() => setAsking(true)}>Flag</ActionLink>}
      {mayModerate && <ActionLink onClick={() => void moderate()}>Moderate</ActionLink>}
      {isAsking && (
        <FlagDialog commentId={commentId} author={author} onFlagged={onChanged} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
