/** A new version of an article by a fresh import: the import as ever, then what it changes, before anything is saved. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ImportScreen } from "@/components/article/import/ImportScreen";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { reportPlace, revisionsPlace } from "@/lib/places";
import { createRevision, forecastRevision, type NewTextInput } from "@/lib/revisions/endpoints";
import type { RevisionText } from "@/lib/revisions/schema";
import { type Forecast, LookStep } from "./LookStep";

interface Props {
  workspaceId: string;
  articleId: string;
  /** The current revision, which the new one follows. */
  base: RevisionText;
  /** Whether this server fetches pages. */
  fetchesLinks: boolean;
}

export function ImportRevision({ workspaceId, articleId, base, fetchesLinks }: Props) {
  const router = useRouter();
  const [looked, setLooked] = useState<{ text: NewTextInput; forecast: Forecast } | null>(null);
  const params = { articleId };
  const save = useSubmission(async (text: NewTextInput) => {
    const { number } = await call(createRevision, { params, body: { base: base.id, text } });
    router.push(reportPlace(workspaceId, articleId, number));
  });
  return (
    <>
      {/* The import stays as it is while one looks at what it changes. */}
      <div hidden={looked !== null}>
        <ImportScreen
          workspaceId={workspaceId}
          fetchesLinks={fetchesLinks}
          title="Import a new version"
          action="Look at the changes"
          onSave={async (source, review) => {
            const text: NewTextInput = { from: "source", source, review };
            setLooked({ text, forecast: await call(forecastRevision, { params, body: { text } }) });
            window.scrollTo({ top: 0 });
          }}
        />
      </div>
      {looked && (
        <main>
          <LookStep
            base={base}
            forecast={looked.forecast}
            onBack={() => setLooked(null)}
            onSave={() => save.submit(looked.text)}
            isRunning={save.isRunning}
            problem={save.problem}
            revisions={revisionsPlace(workspaceId, articleId)}
          />
        </main>
      )}
    </>
  );
}
