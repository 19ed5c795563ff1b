-- CreateEnum
CREATE TYPE "Attention" AS ENUM ('followed', 'ordinary', 'muted');

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolvedById" UUID;

-- CreateTable
CREATE TABLE "ThreadReading" (
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "upTo" INTEGER NOT NULL DEFAULT 0,
    "attention" "Attention",

    CONSTRAINT "ThreadReading_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateIndex
CREATE INDEX "ThreadReading_userId_attention_idx" ON "ThreadReading"("userId", "attention");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadReading" ADD CONSTRAINT "ThreadReading_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadReading" ADD CONSTRAINT "ThreadReading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ThreadReading" ADD CONSTRAINT "ThreadReading_upTo_counts_up" CHECK ("upTo" >= 0);
