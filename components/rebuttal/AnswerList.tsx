/** The passages that a rebuttal answers, word for word, each with the way to it in the article. */
"use client";

import { ActionIcon, Anchor, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { LabelTag } from "@/components/highlights/LabelTag";
import { toastDone } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { type Rebuttal, setAnswers } from "@/lib/rebuttal/endpoints";
import classes from "./AnswerList.module.css";
import { PassagePicker } from "./PassagePicker";
import { usePassages } from "./passages";
import { useRebuttalChange } from "./queries";

interface Props {
  rebuttal: Rebuttal;
  writes: boolean;
  /** Asks for the article's passages again before one chooses among them. */
  onPick: () => void;
}

export function AnswerList({ rebuttal: { id, answers }, writes, onPick }: Props) {
  const { all, placeOf } = usePassages();
  const [adding, setAdding] = useState(false);
  const change = useRebuttalChange(id, (highlightIds: string[]) =>
    call(setAnswers, { params: { rebuttalId: id }, body: { highlightIds } }),
  );
  const answered = answers.map(({ highlightId }) => highlightId);
  const remove = (highlightId: string) =>
    change.mutate(
      answered.filter((each) => each !== highlightId),
      { onSuccess: () => toastDone("The passage is no longer answered here. You can add it again below the others.") },
    );

  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className={classes.heading}>
        {answers.length === 1 ? "Answers this passage" : `Answers these ${answers.length} passages`}
      </h2>
      <ol className={classes.list}>
        {answers.map(({ highlightId, quote, label, removed }) => (
          <li key={highlightId}>
            <div className={classes.head}>
              <LabelTag label={label} />
              {writes && answers.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  disabled={change.isPending}
                  onClick={() => remove(highlightId)}
                  aria-label={`Don’t answer this ${label} here`}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </div>
            <blockquote className={classes.quote}>{quote}</blockquote>
            <div className={classes.place}>
              {removed ? (
                <span className={classes.gone}>The highlight was since taken off the article</span>
              ) : (
                <Anchor component={Link} href={placeOf(highlightId)} inherit>
                  In the article
                </Anchor>
              )}
            </div>
          </li>
        ))}
      </ol>
      {writes && (
        <>
          <Button
            className={classes.add}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            loading={change.isPending}
            onClick={() => {
              onPick();
              setAdding(true);
            }}
          >
            Answer another passage
          </Button>
          <PassagePicker
            opened={adding}
            onClose={() => setAdding(false)}
            title="Which passage does it answer, too?"
            passages={all.filter(({ highlightId }) => !answered.includes(highlightId))}
            onChoose={(chosen) => change.mutate([...answered, ...chosen.map(({ highlightId }) => highlightId)])}
          />
        </>
      )}
    </section>
  );
}
