-- AlterTable
ALTER TABLE "Rebuttal" ADD COLUMN     "projectedRows" INTEGER NOT NULL DEFAULT 0;
