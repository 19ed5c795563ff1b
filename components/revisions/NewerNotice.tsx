/** Says quietly that the article has another revision by now, and shows it only when asked. */
"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { revisionsPlace } from "@/lib/places";
import classes from "./NewerNotice.module.css";

interface Props {
  workspaceId: string;
  articleId: string;
}

export function NewerNotice({ workspaceId, articleId }: Props) {
  const router = useRouter();
  const [isComing, start] = useTransition();
  return (
    <div className={classes.notice} role="status">
      <p>
        This article has another revision now. You go on reading the one you opened.{" "}
        <Link href={revisionsPlace(workspaceId, articleId)}>What changed</Link>
      </p>
      <Button size="compact-sm" variant="light" loading={isComing} onClick={() => start(() => router.refresh())}>
        Show it
      </Button>
    </div>
  );
}
