/** Correcting an article's text in two steps: the text and its details, then what that changes. What was written stays until it is saved. */
"use client";

import { Button } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { DetailsForm, type DetailsValues, detailsOf, metadataOf } from "@/components/article/import/DetailsForm";
import { type Forecast, LookStep } from "@/components/revisions/LookStep";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import { reviewedMetadataSchema } from "@/lib/article/review";
import { call } from "@/lib/http/call";
import { reportPlace, revisionsPlace } from "@/lib/places";
import { createRevision, forecastRevision, type NewTextInput } from "@/lib/revisions/endpoints";
import type { RevisionText } from "@/lib/revisions/schema";
import { type BlocksDoc, blocksOf, docOf } from "./blocks-doc";
import classes from "./CorrectScreen.module.css";

const BlockEditor = dynamic(() => import("./BlockEditor").then((module) => module.BlockEditor), { ssr: false });

interface Props {
  workspaceId: string;
  articleId: string;
  /** The revision that is corrected. */
  base: RevisionText;
}

export function CorrectScreen({ workspaceId, articleId, base }: Props) {
  const router = useRouter();
  const doc = useRef<BlocksDoc>(docOf(base.blocks));
  const [isChanged, setChanged] = useState(false);
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const form = useForm<DetailsValues>({
    initialValues: detailsOf(base.metadata),
    validate: (values) => schemaResolver(reviewedMetadataSchema, { sync: true })(metadataOf(values, base.metadata)),
    onValuesChange: () => setChanged(true),
  });
  const params = { articleId };
  const textOf = (): NewTextInput => ({
    from: "blocks",
    metadata: metadataOf(form.getValues(), base.metadata),
    blocks: blocksOf(doc.current),
  });

  const look = useSubmission(async () => {
    setForecast(await call(forecastRevision, { params, body: { text: textOf() } }));
    window.scrollTo({ top: 0 });
  });
  const save = useSubmission(async () => {
    const { number } = await call(createRevision, { params, body: { base: base.id, text: textOf() } });
    setChanged(false);
    router.push(reportPlace(workspaceId, articleId, number));
  });

  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);

  return (
    <main id="main">
      {/* The editor stays as it is while one looks: its undo goes back to the beginning. */}
      <form
        className={classes.page}
        hidden={forecast !== null}
        noValidate
        onSubmit={form.onSubmit(
          () => look.submit(),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? "")?.focus(),
        )}
      >
        <header className={classes.head}>
          <h1>Correct the text</h1>
          <p>
            Write in the text as it is. Enter splits a block, Backspace at its beginning joins it with the one before.
            You see what changes, and what becomes of the highlights, before anything is saved.
          </p>
        </header>
        <DetailsForm form={form} />
        <BlockEditor
          blocks={base.blocks}
          language={base.metadata.language}
          onChange={(next) => {
            doc.current = next;
            setChanged(true);
          }}
        />
        <footer className={classes.foot}>
          <Problem>{look.problem}</Problem>
          <Button type="submit" loading={look.isRunning} disabled={!isChanged}>
            Look at the changes
          </Button>
        </footer>
      </form>
      {forecast && (
        <LookStep
          base={base}
          forecast={forecast}
          onBack={() => setForecast(null)}
          onSave={() => save.submit()}
          isRunning={save.isRunning}
          problem={save.problem}
          revisions={revisionsPlace(workspaceId, articleId)}
        />
      )}
    </main>
  );
}
