/** Asks the server what it recognises in a source, says how far that is, and can be stopped. */
"use client";

import { useRef, useState } from "react";
import { type Submission, useSubmission } from "@/components/shell/useSubmission";
import { type GivenSource, type Preview, previewArticle, sendFile } from "@/lib/article/endpoints";
import { largestFile } from "@/lib/article/import/limits";
import { AppError } from "@/lib/errors";
import { call } from "@/lib/http/call";
import type { Progress } from "@/lib/http/progress";
import { type Given, sourceOf } from "./given";

interface Looked {
  preview: Preview;
  /** What to import: the very thing that the preview shows. */
  source: GivenSource;
}

interface UsePreview extends Submission<Given> {
  looked: Looked | null;
  /** How far the look is that is under way; null when none is. */
  progress: Progress | null;
  cancel: () => void;
  /** Leaves the preview. */
  forget: () => void;
}

export function usePreview(workspaceId: string): UsePreview {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  const params = { workspaceId };

  const submission = useSubmission(async (given: Given) => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    try {
      const asked = await sent(given, signal);
      const preview = await call(previewArticle, { params, body: asked, signal, onProgress: setProgress });
      // What was fetched or sent is imported as it was when it was looked at.
      const source =
        preview.keptId === null ? asked : { kind: "kept" as const, id: preview.keptId, title: asked.title };
      setLooked({ preview, source });
      window.scrollTo({ top: 0 });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  });

  async function sent(given: Given, signal: AbortSignal): Promise<GivenSource> {
    const { way, file, title } = given;
    if (way !== "file" || file === null) {
      setProgress({ step: way === "link" ? "fetching" : "reading", done: null });
      return sourceOf(given);
    }
    if (file.size > largestFile) {
      throw new AppError(
        "too-large",
        `“${file.name}” is larger than ${largestFile / 1_000_000} MB. Choose a smaller file, or paste a part of it.`,
      );
    }
    setProgress({ step: "sending", done: null });
    const { id } = await call(sendFile, { params, query: { name: file.name }, body: file, signal });
    return { kind: "kept", id, title };
  }

  return {
    ...submission,
    looked,
    progress,
    cancel: () => running.current?.abort(),
    forget: () => setLooked(null),
  };
}
