-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "waitsSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "Notice" SET "waitsSince" = "createdAt";

-- What may be due is looked for every minute.
CREATE INDEX "Notice_waits_for_mail" ON "Notice"("waitsSince") WHERE "readAt" IS NULL AND "digestId" IS NULL;
