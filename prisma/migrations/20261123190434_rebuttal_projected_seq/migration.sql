-- AlterTable
ALTER TABLE "Rebuttal" ADD COLUMN     "projectedSeq" BIGINT NOT NULL DEFAULT 0;
