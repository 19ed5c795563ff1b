-- AlterTable
ALTER TABLE "Highlight" ADD COLUMN     "noteState" "ContentState" NOT NULL DEFAULT 'visible';

-- AlterTable
ALTER TABLE "Rebuttal" ADD COLUMN     "state" "ContentState" NOT NULL DEFAULT 'visible';

-- AlterTable
ALTER TABLE "ReviewItem" ADD COLUMN     "highlightId" UUID,
ADD COLUMN     "rebuttalId" UUID,
ALTER COLUMN "commentId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "NoteAuthor" (
    "highlightId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoteAuthor_pkey" PRIMARY KEY ("highlightId","userId")
);

-- CreateTable
CREATE TABLE "HeldNote" (
    "highlightId" UUID NOT NULL,
    "note" JSONB NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "HeldNote_pkey" PRIMARY KEY ("highlightId")
);

-- CreateTable
CREATE TABLE "DecisionCoAuthor" (
    "decisionId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "DecisionCoAuthor_pkey" PRIMARY KEY ("decisionId","userId")
);

-- CreateIndex
CREATE INDEX "DecisionCoAuthor_userId_idx" ON "DecisionCoAuthor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewItem_highlightId_key" ON "ReviewItem"("highlightId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewItem_rebuttalId_key" ON "ReviewItem"("rebuttalId");

-- AddForeignKey
ALTER TABLE "NoteAuthor" ADD CONSTRAINT "NoteAuthor_highlightId_fkey" FOREIGN KEY ("highlightId") REFERENCES "Highlight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteAuthor" ADD CONSTRAINT "NoteAuthor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldNote" ADD CONSTRAINT "HeldNote_highlightId_fkey" FOREIGN KEY ("highlightId") REFERENCES "Highlight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_highlightId_fkey" FOREIGN KEY ("highlightId") REFERENCES "Highlight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "Rebuttal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionCoAuthor" ADD CONSTRAINT "DecisionCoAuthor_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionCoAuthor" ADD CONSTRAINT "DecisionCoAuthor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema can't say ──────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_is_about_one_thing" CHECK (
  num_nonnulls("commentId", "highlightId", "rebuttalId") = 1);

-- What is kept from readers stands in no row that readers are answered from.
ALTER TABLE "Highlight" ADD CONSTRAINT "Highlight_covered_note_is_empty" CHECK (
  "noteState" = 'visible' OR ("noteState" IN ('hidden', 'removed', 'purged') AND "noteText" = '' AND "note" IS NULL));
ALTER TABLE "Rebuttal" ADD CONSTRAINT "Rebuttal_covered_is_empty" CHECK (
  "state" = 'visible' OR ("state" IN ('hidden', 'removed', 'purged') AND "title" = '' AND "text" = '' AND "body" IS NULL));

-- Of notes from before, the highlight's author is the one writer that is known.
INSERT INTO "NoteAuthor" ("highlightId", "userId")
SELECT "id", "authorId" FROM "Highlight" WHERE "noteText" <> '' AND "authorId" IS NOT NULL;

-- The log is append-only. The exceptions: a row is told, once, which snapshot it was read for; and a purge, which names the
-- document whose log it deletes, takes it out.
CREATE OR REPLACE FUNCTION "collab_update_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."snapshotId" IS NULL AND NEW."snapshotId" IS NOT NULL
     AND (NEW.seq, NEW.document, NEW.update, NEW.at) = (OLD.seq, OLD.document, OLD.update, OLD.at)
     AND NEW."userId" IS NOT DISTINCT FROM OLD."userId" THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND current_setting('rejoinder.purging', true) = OLD.document THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the log of updates is append-only' USING ERRCODE = 'restrict_violation';
END $$;
