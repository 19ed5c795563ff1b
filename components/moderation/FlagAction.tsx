/** Under a comment or a rebuttal: flag it, take one's flag back, or, for moderators, open it at their desk. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { later } from "@/components/shell/later";
import { toastDone, toastError } from "@/components/shell/toast";
import { ActionLink } from "@/components/threads/Actions";
import type { TargetRef } from "@/lib/moderation/target-ref";
import { deskPlace } from "@/lib/places";
import type { ShownComment } from "@/lib/threads/schema";
import { openAtDesk, withdraw } from "./target-calls";

const FlagDialog = later(() => import("./FlagDialog").then((module) => module.default));

interface Props {
  target: TargetRef;
  /** Whose it is, where it is one person's. */
  author?: string;
  /** The reader's flag; `spent` also where they have no part in flagging. */
  flag: ShownComment["flag"];
  mayModerate: boolean;
  /** Renews what the reader sees of it. */
  onChanged?: () => void;
}

export function FlagAction({ target, author, flag, mayModerate, onChanged }: Props) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const takeBack = () =>
    withdraw(target).then(() => {
      toastDone("Your flag is taken back.");
      onChanged?.();
    }, toastError);
  const moderate = () =>
    openAtDesk(target).then(({ workspaceId, reviewId }) => router.push(deskPlace(workspaceId, reviewId)), toastError);
  return (
    <>
      {flag === "open" && <ActionLink onClick={() => void takeBack()}>Take your flag back</ActionLink>}
      {flag === "none" && <ActionLink onClick={() => setAsking(true)}>Flag</ActionLink>}
      {mayModerate && <ActionLink onClick={() => void moderate()}>Moderate</ActionLink>}
      {isAsking && (
        <FlagDialog target={target} author={author} onFlagged={onChanged} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
