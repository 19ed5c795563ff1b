/** Runs imports in worker threads, a few at a time, each within limits of time and memory. The event loop stays free. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { runsBuilt } from "@/lib/config/mode";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Progress } from "@/lib/http/progress";
import type { RevisionContent } from "./content";
import { mostAtOnce, workLimits } from "./import/limits";
import type { Review } from "./review";
import type { Source } from "./schema";

export interface WorkerTask {
  source: Source;
  /** What the person changed in the preview; null takes everything as recognised. */
  review: Review | null;
}

export type WorkerMessage =
  | { type: "progress"; progress: Progress }
  | { type: "refused"; code: ErrorCode; message: string }
  | { type: "done"; content: RevisionContent };

interface Waiting {
  /** Hears how far it is. */
  report?: (progress: Progress) => void;
  /** Aborts when nobody waits any longer: the worker ends at once. */
  signal?: AbortSignal;
  limits?: { seconds: number; heapMb: number };
}

/** From the folder that every command starts in: bundled code doesn't know where it came from. */
const script = () =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    runsBuilt() ? "dist/import-worker.js" : "lib/article/import-worker.ts",
  );

/**
 * Imports the source in a worker of its own.
 * @throws AppError as `importArticle` and `applyReview` do, and `too-large` past the limits; the signal's reason
 */
export async function importInWorker(
  task: WorkerTask,
  { report = () => undefined, signal, limits = workLimits }: Waiting = {},
): Promise<RevisionContent> {
  const leave = await enter(() => report({ step: "waiting", done: null }), signal);
  try {
    signal?.throwIfAborted();
    return await run(task, report, signal, limits);
  } finally {
    leave();
  }
}

function run(
  workerData: WorkerTask,
  report: (progress: Progress) => void,
  signal: AbortSignal | undefined,
  { seconds, heapMb }: { seconds: number; heapMb: number },
): Promise<RevisionContent> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(/* turbopackIgnore: true */ script(), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      execArgv: runsBuilt() ? ["--enable-source-maps"] : ["--import", "tsx"],
      // Nothing of the server's settings or secrets goes in.
      env: {},
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => end(() => reject(tookTooLong(seconds))), seconds * 1000);
    const abort = () => end(() => reject(signal?.reason));
    signal?.addEventListener("abort", abort);
    worker.on("message", (message: WorkerMessage) => {
      if (message.type === "progress") report(message.progress);
      else if (message.type === "refused") end(() => reject(new AppError(message.code, message.message)));
      else end(() => resolve(message.content));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? neededTooMuch() : error));
    });
    worker.on("exit", () => end(() => reject(new Error("The import's worker ended without an answer."))));
  });
}

let running = 0;
const queue: (() => void)[] = [];

/** Waits for a place; returns how to leave it. */
async function enter(tellWaiting: () => void, signal: AbortSignal | undefined): Promise<() => void> {
  signal?.throwIfAborted();
  if (running >= mostAtOnce) {
    tellWaiting();
    await new Promise<void>((go, giveUp) => {
      const place = () => {
        signal?.removeEventListener("abort", leaveQueue);
        go();
      };
      const leaveQueue = () => {
        queue.splice(queue.indexOf(place), 1);
        giveUp(signal?.reason);
      };
      signal?.addEventListener("abort", leaveQueue);
      queue.push(place);
    });
  } else running++;
  // The place goes to the next in line, or is free again.
  return () => {
    const next = queue.shift();
    if (next) next();
    else running--;
  };
}

function tookTooLong(seconds: number): AppError {
  return new AppError(
    "too-large",
    `Reading this took longer than ${seconds} seconds and was stopped. Nothing was saved. Import it in parts, or paste it as plain text.`,
  );
}

function neededTooMuch(): AppError {
  return new AppError(
    "too-large",
    "Reading this needed more memory than an import may take, and was stopped. Nothing was saved. Import it in parts, or paste it as plain text.",
  );
}
