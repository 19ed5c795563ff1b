-- CreateEnum
CREATE TYPE "NoticeTopic" AS ENUM ('mentions', 'replies', 'threads', 'resolutions', 'decisions', 'roles');

-- CreateEnum
CREATE TYPE "MailFrequency" AS ENUM ('off', 'hourly', 'daily');

-- CreateEnum
CREATE TYPE "DigestState" AS ENUM ('waiting', 'sending', 'sent', 'empty', 'failed');

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "commentId" UUID,
ADD COLUMN     "digestId" UUID,
ADD COLUMN     "fromNumber" INTEGER,
ADD COLUMN     "threadId" UUID,
ADD COLUMN     "toNumber" INTEGER,
ALTER COLUMN "decisionId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "NoticePreference" (
    "userId" UUID NOT NULL,
    "topic" "NoticeTopic" NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "mail" "MailFrequency" NOT NULL,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("userId","topic")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "DigestState" NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Digest_userId_idx" ON "Digest"("userId");

-- CreateIndex
CREATE INDEX "Digest_state_tryAt_idx" ON "Digest"("state", "tryAt");

-- CreateIndex
CREATE INDEX "Mention_userId_idx" ON "Mention"("userId");

-- CreateIndex
CREATE INDEX "Notice_recipientId_createdAt_id_idx" ON "Notice"("recipientId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notice_decisionId_idx" ON "Notice"("decisionId");

-- CreateIndex
CREATE INDEX "Notice_commentId_idx" ON "Notice"("commentId");

-- CreateIndex
CREATE INDEX "Notice_threadId_idx" ON "Notice"("threadId");

-- CreateIndex
CREATE INDEX "Notice_digestId_idx" ON "Notice"("digestId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_recipientId_commentId_key" ON "Notice"("recipientId", "commentId");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "Digest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticePreference" ADD CONSTRAINT "NoticePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A notice refers to what its kind is about, and to nothing else.
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_subject_fits" CHECK (
  CASE
    WHEN "kind" IN ('content_decided', 'member_decided', 'flag_decided', 'appeal_decided')
      THEN "decisionId" IS NOT NULL AND num_nonnulls("commentId", "threadId", "fromNumber", "toNumber") = 0
    WHEN "kind" IN ('mentioned', 'replied')
      THEN "commentId" IS NOT NULL AND num_nonnulls("decisionId", "threadId", "fromNumber", "toNumber") = 0
    WHEN "kind" = 'commented'
      THEN num_nulls("threadId", "fromNumber") = 0 AND num_nonnulls("decisionId", "commentId") = 0
        AND "fromNumber" >= 1 AND ("toNumber" IS NULL) = ("readAt" IS NULL) AND ("toNumber" IS NULL OR "toNumber" >= "fromNumber")
    WHEN "kind" = 'thread_resolved'
      THEN "threadId" IS NOT NULL AND num_nonnulls("decisionId", "commentId", "fromNumber", "toNumber") = 0
    ELSE num_nonnulls("decisionId", "commentId", "threadId", "fromNumber", "toNumber") = 0
  END);

-- One notice for all new comments of a thread until it is read; one for its resolution, and one for a role.
CREATE UNIQUE INDEX "Notice_one_unread_for_thread" ON "Notice"("recipientId", "threadId")
  WHERE "kind" = 'commented' AND "readAt" IS NULL;
CREATE UNIQUE INDEX "Notice_one_for_resolution" ON "Notice"("recipientId", "threadId") WHERE "kind" = 'thread_resolved';
CREATE UNIQUE INDEX "Notice_one_for_role" ON "Notice"("recipientId", "workspaceId") WHERE "kind" = 'role_changed';

-- What is sent or being sent was tried.
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_tried" CHECK (
  "attempts" >= 0 AND ("triedAt" IS NULL) = ("attempts" = 0) AND ("attempts" > 0 OR "state" = 'waiting'));

-- Calls that nobody has read yet are told of as new ones are.
INSERT INTO "Notice" ("id", "workspaceId", "recipientId", "kind", "commentId", "createdAt")
SELECT gen_random_uuid(), a."workspaceId", m."userId", 'mentioned', m."commentId", c."createdAt"
FROM "Mention" m
JOIN "Comment" c ON c."id" = m."commentId"
JOIN "Thread" t ON t."id" = c."threadId"
JOIN "Article" a ON a."id" = t."articleId"
WHERE m."readAt" IS NULL AND m."userId" IS DISTINCT FROM c."authorId";

-- Whether a call was read is its notice's from now on.
DROP INDEX "Mention_userId_readAt_idx";
ALTER TABLE "Mention" DROP COLUMN "readAt";
