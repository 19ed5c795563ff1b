/** The second step of an import: what was recognised and what was set aside, to correct and confirm. */
"use client";

import { Button, List } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useEffect, useRef } from "react";
import { Problem } from "@/components/shell/Problem";
import type { Preview } from "@/lib/article/endpoints";
import { type Review, reviewedMetadataSchema } from "@/lib/article/review";
import { DetailsForm, type DetailsValues, detailsOf, metadataOf } from "./DetailsForm";
import classes from "./PreviewStep.module.css";
import { PreviewText } from "./PreviewText";
import { SetAsidePanel } from "./SetAsidePanel";
import { useChoices } from "./use-choices";

interface Props {
  preview: Preview;
  /** What the last button says. */
  action: string;
  /** Back to the source, as it was. */
  onBack: () => void;
  onImport: (review: Review) => void;
  isRunning: boolean;
  /** What went wrong with the last import; null when nothing did. */
  problem: string | null;
}

export function PreviewStep({ preview, action, onBack, onImport, isRunning, problem }: Props) {
  const { blocks, setAside, warnings, metadata } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  const choices = useChoices();
  const form = useForm<DetailsValues>({
    initialValues: detailsOf(metadata),
    validate: (values) => schemaResolver(reviewedMetadataSchema, { sync: true })(metadataOf(values, metadata)),
  });
  const inArticle = blocks.length - choices.dropped.size + choices.restored.size;
  const outside = setAside.length - choices.restored.size + choices.dropped.size;

  useEffect(() => heading.current?.focus(), []);

  return (
    <form
      className={classes.step}
      noValidate
      onSubmit={form.onSubmit(
        (values) => onImport({ ...choices.ids, metadata: metadataOf(values, metadata) }),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? "")?.focus(),
      )}
    >
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          Is this the article?
        </h1>
        <p>Nothing is saved yet. Correct the details, take out what doesn’t belong, put back what does.</p>
      </header>

      {warnings.length > 0 && (
        <section className={classes.warnings} aria-labelledby="doubts">
          <h2 id="doubts">Please check</h2>
          <List size="sm" spacing={4}>
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </section>
      )}

      <div className={classes.columns}>
        <div className={classes.article}>
          <DetailsForm form={form} />
          <PreviewText preview={preview} choices={choices} />
        </div>
        <SetAsidePanel setAside={setAside} choices={choices} />
      </div>

      <footer className={classes.foot}>
        <Problem>{problem}</Problem>
        <div className={classes.actions}>
          <p role="status">
            {inArticle} {inArticle === 1 ? "block" : "blocks"} in the article, {outside} set aside
          </p>
          <Button variant="default" onClick={onBack}>
            Back to the source
          </Button>
          <Button type="submit" loading={isRunning} disabled={inArticle === 0}>
            {action}
          </Button>
        </div>
      </footer>
    </form>
  );
}
