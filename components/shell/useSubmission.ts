/** Sends something once at a time, and says whether that is under way and what went wrong. */
"use client";

import { useRef, useState } from "react";
import { AppError } from "@/lib/errors";

export interface Submission<Values> {
  submit: (values: Values) => void;
  isRunning: boolean;
  /** What went wrong, in words for the person; null when nothing did. */
  problem: string | null;
}

const unforeseen = "Something went wrong here. Nothing was sent; reload the page and try again.";

/**
 * @param work what to send; while it runs, another submission is ignored
 * @param onFields takes what the server found wrong, field by field; without it, all is told as one problem
 */
export function useSubmission<Values = void>(
  work: (values: Values) => Promise<void>,
  onFields?: (errors: Record<string, string>) => void,
): Submission<Values> {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef(false);

  const submit = (values: Values) => {
    if (running.current) return;
    running.current = true;
    setRunning(true);
    setProblem(null);
    work(values)
      .catch((error: unknown) => {
        const fields = error instanceof AppError ? (error.fields ?? []) : [];
        if (onFields && fields.length > 0) {
          onFields(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
        } else setProblem(error instanceof AppError ? error.message : unforeseen);
      })
      .finally(() => {
        running.current = false;
        setRunning(false);
      });
  };

  return { submit, isRunning, problem };
}
