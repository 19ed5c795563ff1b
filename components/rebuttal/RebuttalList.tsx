/** An article's rebuttals: what each answers, where it stands, who writes it. */
"use client";

import { Button, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LabelTag } from "@/components/highlights/LabelTag";
import { People } from "@/components/live/People";
import { EmptyPage } from "@/components/shell/EmptyPage";
import { toastError } from "@/components/shell/toast";
import { When } from "@/components/shell/When";
import { call } from "@/lib/http/call";
import { rebuttalPlace, roomPlace } from "@/lib/places";
import { createRebuttal, type Passage, type RebuttalSummary } from "@/lib/rebuttal/endpoints";
import { PassagePicker } from "./PassagePicker";
import { usePassageList, useRebuttals, useRefreshPassages } from "./queries";
import classes from "./RebuttalList.module.css";
import { StatusBadge } from "./StatusBadge";
import { titleOr } from "./status-words";

/** How many answered passages a row quotes before it only counts them. */
const quotedAtMost = 3;

interface Props {
  workspaceId: string;
  articleId: string;
  rebuttals: RebuttalSummary[];
  passages: Passage[];
  mayCreate: boolean;
}

export function RebuttalList({ workspaceId, articleId, rebuttals: initial, passages, mayCreate }: Props) {
  const { data: rebuttals } = useRebuttals(articleId, initial);
  const start = mayCreate && <StartRebuttal workspaceId={workspaceId} articleId={articleId} passages={passages} />;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>Rebuttals</Title>
        {rebuttals.length > 0 && start}
      </div>
      {rebuttals.length === 0 ? (
        <EmptyPage lead="Nobody has answered this article yet.">
          <p>
            {mayCreate
              ? "A rebuttal begins with a passage: mark one in the article and choose “Rebut”, or choose here among what is marked already."
              : "When somebody who may annotate writes a rebuttal, you can read it here."}
          </p>
          {mayCreate && start}
          <Button component={Link} href={roomPlace(workspaceId, articleId)} variant="default">
            Open the article
          </Button>
        </EmptyPage>
      ) : (
        <ul className={classes.list}>
          {rebuttals.map((rebuttal) => (
            <Row key={rebuttal.id} rebuttal={rebuttal} place={rebuttalPlace(workspaceId, articleId, rebuttal.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ rebuttal, place }: { rebuttal: RebuttalSummary; place: string }) {
  const { title, cover, status, answers, contributors, updatedAt } = rebuttal;
  const more = answers.length - quotedAtMost;
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <h2>
          <Link href={place} className={title.trim() === "" ? classes.untitled : undefined}>
            {cover ? "Taken down by a moderator" : titleOr(title)}
          </Link>
        </h2>
        <StatusBadge status={status} />
      </div>
      <ul className={classes.answers} aria-label="Answers">
        {answers.slice(0, quotedAtMost).map(({ highlightId, label, quote }) => (
          <li key={highlightId}>
            <LabelTag label={label} />
            <q className={classes.quote}>{quote}</q>
          </li>
        ))}
        {more > 0 && <li>{more === 1 ? "and 1 more passage" : `and ${more} more passages`}</li>}
      </ul>
      <div className={classes.foot}>
        <People people={contributors} label="Contributors" size={24} />
        <span>
          Last change: <When at={Date.parse(updatedAt)} />
        </span>
      </div>
    </li>
  );
}

function StartRebuttal({ workspaceId, articleId, passages: initial }: Omit<Props, "rebuttals" | "mayCreate">) {
  const router = useRouter();
  const [choosing, setChoosing] = useState(false);
  const [starting, setStarting] = useState(false);
  const { data: passages } = usePassageList(articleId, initial);
  const refresh = useRefreshPassages(articleId);

  const begin = async (chosen: Passage[]) => {
    setStarting(true);
    try {
      const { id } = await call(createRebuttal, {
        params: { articleId },
        body: { highlightIds: chosen.map(({ highlightId }) => highlightId) },
      });
      router.push(rebuttalPlace(workspaceId, articleId, id));
    } catch (error) {
      toastError(error);
      setStarting(false);
    }
  };

  return (
    <>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        loading={starting}
        onClick={() => {
          refresh();
          setChoosing(true);
        }}
      >
        Start a rebuttal
      </Button>
      <PassagePicker
        opened={choosing}
        onClose={() => setChoosing(false)}
        title="Which passages does it answer?"
        passages={passages}
        button={(count) => (count > 1 ? `Answer ${count} passages` : "Answer this passage")}
        onChoose={begin}
      />
    </>
  );
}
