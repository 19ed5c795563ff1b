-- CreateEnum
CREATE TYPE "MemberStanding" AS ENUM ('active', 'premoderated', 'silenced', 'suspended', 'banned');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Measure" ADD VALUE 'premoderate';
ALTER TYPE "Measure" ADD VALUE 'silence';
ALTER TYPE "Measure" ADD VALUE 'suspend';
ALTER TYPE "Measure" ADD VALUE 'ban';
ALTER TYPE "Measure" ADD VALUE 'reinstate';

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'member_decided';

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "standing" "MemberStanding" NOT NULL DEFAULT 'active',
ADD COLUMN     "standingUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "standingBefore" "MemberStanding",
ADD COLUMN     "until" TIMESTAMPTZ(3),
ADD COLUMN     "untilBefore" TIMESTAMPTZ(3),
ALTER COLUMN "itemId" DROP NOT NULL,
ALTER COLUMN "stateBefore" DROP NOT NULL;

-- CreateTable
CREATE TABLE "MemberNote" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MemberNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MemberNote_workspaceId_memberId_createdAt_idx" ON "MemberNote"("workspaceId", "memberId", "createdAt");

-- AddForeignKey
ALTER TABLE "MemberNote" ADD CONSTRAINT "MemberNote_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberNote" ADD CONSTRAINT "MemberNote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberNote" ADD CONSTRAINT "MemberNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema can't say ──────────────────────────────────────────────────────────────────────────────────

-- Compared as text: a value that was just added to an enum can't be used before the transaction ends.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_what_runs_out_has_an_end" CHECK (
  ("standing" IN ('silenced', 'suspended')) = ("standingUntil" IS NOT NULL));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_owners_are_free" CHECK ("role" <> 'owner' OR "standing" = 'active');

ALTER TABLE "Decision" DROP CONSTRAINT "Decision_restriction_states_reasons";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_restriction_states_reasons" CHECK (
  "measure"::text IN ('approve', 'ignore', 'reinstate')
  OR ("reason" IS NOT NULL AND "ground" IS NOT NULL AND "groundWords" <> '' AND "facts" <> '' AND "appealUntil" IS NOT NULL));
ALTER TABLE "Decision" DROP CONSTRAINT "Decision_only_restrictions_are_appealed";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_only_restrictions_are_appealed" CHECK (
  "measure"::text NOT IN ('approve', 'ignore', 'reinstate') OR ("appealUntil" IS NULL AND "overturnedAt" IS NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_is_about_content_or_a_member" CHECK (
  CASE WHEN "measure"::text IN ('approve', 'ignore', 'hide', 'remove')
       THEN "itemId" IS NOT NULL AND "stateBefore" IS NOT NULL AND num_nonnulls("standingBefore", "untilBefore", "until") = 0
       ELSE "itemId" IS NULL AND "stateBefore" IS NULL AND "snapshot" IS NULL AND "standingBefore" IS NOT NULL END);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_what_runs_out_has_an_end" CHECK (
  ("measure"::text IN ('silence', 'suspend')) = ("until" IS NOT NULL));
