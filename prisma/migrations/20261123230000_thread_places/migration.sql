-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "lastNumber" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "place" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "topNumber" INTEGER NOT NULL DEFAULT 0;

-- The comments that there are, numbered as they came. Until now replies stood one level deep.
UPDATE "Comment" c SET "number" = n."number"
  FROM (SELECT "id", row_number() OVER (PARTITION BY "threadId" ORDER BY "createdAt", "id") AS "number" FROM "Comment") n
  WHERE n."id" = c."id";
UPDATE "Comment" c SET
  "topNumber" = coalesce(p."number", c."number"),
  "place" = concat_ws('.', lpad(p."number"::text, 7, '0'), lpad(c."number"::text, 7, '0'))
  FROM "Comment" self LEFT JOIN "Comment" p ON p."id" = self."parentId"
  WHERE self."id" = c."id";
UPDATE "Thread" t SET "lastNumber" = (SELECT coalesce(max(c."number"), 0) FROM "Comment" c WHERE c."threadId" = t."id");

-- CreateIndex
CREATE INDEX "Comment_threadId_place_idx" ON "Comment"("threadId", "place");

-- CreateIndex
CREATE INDEX "Comment_threadId_topNumber_place_idx" ON "Comment"("threadId", "topNumber" DESC, "place");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_threadId_number_key" ON "Comment"("threadId", "number");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_topNumber_fkey" FOREIGN KEY ("threadId", "topNumber") REFERENCES "Comment"("threadId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- ── What Prisma's schema can't say ──────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_number_begins_at_one" CHECK ("number" >= 1 AND "topNumber" BETWEEN 1 AND "number");

-- Each comment gets its number and its place here, whoever writes it. Counting on the thread's row makes two who post at
-- once take turns, so that numbers are as dense and as ordered as what can be read.
CREATE FUNCTION "comment_takes_its_place"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent record;
  own text;
BEGIN
  UPDATE "Thread" SET "lastNumber" = "lastNumber" + 1 WHERE "id" = NEW."threadId" RETURNING "lastNumber" INTO NEW."number";
  own := lpad(NEW."number"::text, 7, '0');
  IF NEW."parentId" IS NULL THEN
    NEW."topNumber" := NEW."number";
    NEW."place" := own;
  ELSE
    SELECT "topNumber", "place" INTO parent FROM "Comment" WHERE "id" = NEW."parentId" AND "threadId" = NEW."threadId";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a reply stands in the thread of the comment it answers' USING ERRCODE = 'check_violation';
    END IF;
    NEW."topNumber" := parent."topNumber";
    -- Two numbers of seven digits and the point between them: the third level is the last.
    NEW."place" := left(parent."place", 15) || '.' || own;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Comment_takes_its_place" BEFORE INSERT ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION "comment_takes_its_place"();
