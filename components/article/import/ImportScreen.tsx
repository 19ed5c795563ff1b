/** The two steps of an import: the source, then what was recognised in it. The source stays whatever happens. */
"use client";

import { useState } from "react";
import { useSubmission } from "@/components/shell/useSubmission";
import type { GivenSource } from "@/lib/article/endpoints";
import type { Review } from "@/lib/article/review";
import { type Given, nothingGiven } from "./given";
import classes from "./ImportScreen.module.css";
import { PreviewStep } from "./PreviewStep";
import { SourceForm } from "./SourceForm";
import { usePreview } from "./use-preview";

interface Props {
  workspaceId: string;
  /** Whether this server fetches pages. */
  fetchesLinks: boolean;
  /** What is done here: "Import an article". */
  title: string;
  /** What the last button says: "Import". */
  action: string;
  /** Saves what the person confirmed, and leads on from here. */
  onSave: (source: GivenSource, review: Review) => Promise<void>;
}

export function ImportScreen({ workspaceId, fetchesLinks, title, action, onSave }: Props) {
  const [given, setGiven] = useState<Given>(nothingGiven);
  const look = usePreview(workspaceId);
  const { looked } = look;
  const save = useSubmission(async (review: Review) => {
    if (looked !== null) await onSave(looked.source, review);
  });

  return (
    <main id="main" className={classes.page}>
      {looked === null ? (
        <SourceForm
          title={title}
          given={given}
          onChange={setGiven}
          fetchesLinks={fetchesLinks}
          onSubmit={() => look.submit(given)}
          progress={look.progress}
          onCancel={look.cancel}
          problem={look.problem}
        />
      ) : (
        <PreviewStep
          preview={looked.preview}
          action={action}
          onBack={look.forget}
          onImport={save.submit}
          isRunning={save.isRunning}
          problem={save.problem}
        />
      )}
    </main>
  );
}
