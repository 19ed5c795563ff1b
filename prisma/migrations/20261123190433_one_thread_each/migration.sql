-- The schema calls these unique; the partial indexes that kept them so can't serve an upsert.
DROP INDEX "Thread_highlightId_idx";
DROP INDEX "Thread_rebuttalId_idx";
DROP INDEX "Thread_one_per_highlight";
DROP INDEX "Thread_one_per_rebuttal";
CREATE UNIQUE INDEX "Thread_highlightId_key" ON "Thread"("highlightId");
CREATE UNIQUE INDEX "Thread_rebuttalId_key" ON "Thread"("rebuttalId");
