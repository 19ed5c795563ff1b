-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "quotedEnd" INTEGER,
ADD COLUMN     "quotedStart" INTEGER;

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_quoted_part_is_of_a_quote" CHECK (
  ("quotedStart" IS NULL) = ("quotedEnd" IS NULL)
  AND ("quotedStart" IS NULL OR ("quotedId" IS NOT NULL AND "quotedStart" >= 0 AND "quotedStart" < "quotedEnd")));
