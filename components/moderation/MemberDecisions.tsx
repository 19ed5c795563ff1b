/** Decisions about a member and about what they wrote, with the appeal that waits. */
"use client";

import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastDone, toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { decideAppeal } from "@/lib/moderation/endpoints";
import type { MemberRecord } from "@/lib/moderation/schema";
import { deskPlace } from "@/lib/places";
import { AppealDecision } from "./AppealDecision";
import classes from "./MemberDecisions.module.css";
import { StatementView } from "./StatementView";

interface Props {
  workspaceId: string;
  name: string;
  decisions: MemberRecord["decisions"];
}

export function MemberDecisions({ workspaceId, name, decisions }: Props) {
  if (decisions.length === 0) return <Text c="dimmed">None so far.</Text>;
  return (
    <ul className={classes.list} aria-label="Decisions">
      {decisions.map(({ appeal, appealConflict, reviewId, decidedBy, ...statement }) => (
        <li key={statement.id} className={classes.notice}>
          <StatementView
            about={reviewId === null ? name : "What they wrote"}
            statement={statement}
            decidedBy={decidedBy?.name ?? null}
          />
          {reviewId !== null && (
            <Anchor component={Link} href={deskPlace(workspaceId, reviewId)} size="sm">
              Open it at the desk
            </Anchor>
          )}
          {appeal && (
            <Text size="sm" className={classes.text}>
              Appeal: {appeal.text}
              {appeal.reply !== null && `\nReply: ${appeal.reply}`}
            </Text>
          )}
          {appeal?.status === "pending" && reviewId === null && (
            <PendingAppeal appealId={appeal.id} conflict={appealConflict} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PendingAppeal({ appealId, conflict }: { appealId: string; conflict: string | null }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const decide = async (outcome: "upheld" | "overturned", reply: string) => {
    setBusy(true);
    try {
      await call(decideAppeal, { params: { appealId }, body: { outcome, reply } });
      toastDone(outcome === "overturned" ? "Overturned: the member is as free as before." : "The decision stands.");
      router.refresh();
    } catch (error) {
      toastError(error);
    }
    setBusy(false);
  };
  return (
    <AppealDecision
      text={null}
      conflict={conflict}
      isBusy={isBusy}
      onDecide={(outcome, reply) => void decide(outcome, reply)}
    />
  );
}
