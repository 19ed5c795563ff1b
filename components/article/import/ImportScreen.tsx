/** The two steps of an import: the source, then what was recognised in it. The source stays whatever happens. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmission } from "@/components/shell/useSubmission";
import { importArticle, type Preview, previewArticle } from "@/lib/article/endpoints";
import type { Review } from "@/lib/article/review";
import type { Source } from "@/lib/article/schema";
import { call } from "@/lib/http/call";
import { roomPlace } from "@/lib/places";
import classes from "./ImportScreen.module.css";
import { PreviewStep } from "./PreviewStep";
import { SourceForm } from "./SourceForm";

export function ImportScreen({ workspaceId }: { workspaceId: string }) {
  const router = useRouter();
  const [source, setSource] = useState<Source>({ kind: "text", content: "", title: "" });
  const [preview, setPreview] = useState<Preview | null>(null);
  const params = { workspaceId };

  const look = useSubmission(async () => {
    setPreview(await call(previewArticle, { params, body: source }));
    window.scrollTo({ top: 0 });
  });
  const save = useSubmission(async (review: Review) => {
    const { id } = await call(importArticle, { params, body: { ...source, review } });
    router.push(roomPlace(workspaceId, id));
  });

  return (
    <main id="main" className={classes.page}>
      {preview === null ? (
        <SourceForm
          source={source}
          onChange={setSource}
          onSubmit={() => look.submit()}
          isRunning={look.isRunning}
          problem={look.problem}
        />
      ) : (
        <PreviewStep
          preview={preview}
          onBack={() => setPreview(null)}
          onImport={save.submit}
          isRunning={save.isRunning}
          problem={save.problem}
        />
      )}
    </main>
  );
}
