/** The worker in which one import runs: reads, judges, applies what the person changed, and writes the result down. */
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "@/lib/errors";
import { contentOf } from "./content";
import { importArticle } from "./import-article";
import type { WorkerMessage, WorkerTask } from "./import-pool";
import { applyReview } from "./review";

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const { source, review } = workerData as WorkerTask;
  const recognised = await importArticle(source, (step, done) => tell({ type: "progress", progress: { step, done } }));
  const result = review === null ? recognised : applyReview(recognised, review);
  tell({ type: "done", content: contentOf(result) });
} catch (error) {
  if (error instanceof AppError) tell({ type: "refused", code: error.code, message: error.message });
  // Every reader is bounded in depth; what exhausts the stack all the same nests beyond what a person writes.
  else if (error instanceof RangeError) {
    tell({ type: "refused", code: "invalid-input", message: "This nests too deep to be read. Nothing was saved." });
  } else throw error;
}
