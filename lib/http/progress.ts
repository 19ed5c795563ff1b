/** How long work reports while it runs: newline-delimited JSON, its last line the answer or what went wrong. */
import { z } from "zod";
import { type Problem, problemSchema } from "./problem";

/** Ask for this media type, and the answer comes as lines. */
export const linesType = "application/x-ndjson";

export const progressSchema = z.object({
  /** What is being done: a word of the endpoint's own. */
  step: z.string(),
  /** How much of this step is done, from 0 to 1; null while that isn't known. */
  done: z.number().min(0).max(1).nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/** One line of such an answer. */
export const lineSchema = z.union([
  z.object({ progress: progressSchema }),
  z.object({ problem: problemSchema }),
  z.object({ answer: z.unknown() }),
]);

type ReportedLine = { progress: Progress } | { problem: Problem };

/**
 * Streams what the work reports, then its answer. When nobody reads any longer, the work is told to stop.
 * @param work does it; resolves with the answer as JSON
 * @param problemOf what to say of an error
 */
export function streamLines(
  work: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<string>,
  problemOf: (error: unknown) => Problem,
  requested: AbortSignal,
): ReadableStream<Uint8Array> {
  const ending = new AbortController();
  const signal = AbortSignal.any([requested, ending.signal]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (line: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${line}\n`));
      };
      const sendLine = (line: ReportedLine) => send(JSON.stringify(line));
      try {
        send(`{"answer":${await work((progress) => sendLine({ progress }), signal)}}`);
      } catch (error) {
        if (!signal.aborted) sendLine({ problem: problemOf(error) });
      }
      if (!ending.signal.aborted) controller.close();
    },
    cancel: () => ending.abort(),
  });
}
