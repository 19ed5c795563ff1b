-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('open', 'locked', 'archived');

-- CreateEnum
CREATE TYPE "LockReason" AS ENUM ('off_topic', 'resolved', 'spam', 'heated');

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "lockReason" "LockReason",
ADD COLUMN     "modeAt" TIMESTAMPTZ(3),
ADD COLUMN     "modeById" UUID,
ADD COLUMN     "slowSeconds" INTEGER,
ADD COLUMN     "state" "ThreadState" NOT NULL DEFAULT 'open';

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_modeById_fkey" FOREIGN KEY ("modeById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema can't say ──────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Thread" ADD CONSTRAINT "Thread_lock_has_a_reason" CHECK (("state" = 'locked') = ("lockReason" IS NOT NULL));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_slow_mode_is_for_open_ones" CHECK (
  "slowSeconds" IS NULL OR ("state" = 'open' AND "slowSeconds" BETWEEN 1 AND 86400));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_mode_was_set_sometime" CHECK (
  "modeAt" IS NOT NULL OR ("state" = 'open' AND "slowSeconds" IS NULL));
