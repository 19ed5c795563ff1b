-- CreateEnum
CREATE TYPE "WatchAction" AS ENUM ('hold', 'flag', 'refuse');

-- CreateEnum
CREATE TYPE "DetectionKind" AS ENUM ('watched_word', 'first_posts', 'reposted', 'edited');

-- CreateTable
CREATE TABLE "WatchedWord" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "isPart" BOOLEAN NOT NULL DEFAULT false,
    "action" "WatchAction" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "WatchedWord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostingRules" (
    "workspaceId" UUID NOT NULL,
    "heldPosts" INTEGER NOT NULL DEFAULT 0,
    "newcomerHours" INTEGER NOT NULL DEFAULT 24,
    "newcomerLinks" INTEGER DEFAULT 2,
    "rechecksEdits" BOOLEAN NOT NULL DEFAULT false,
    "wordsVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PostingRules_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Detection" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "DetectionKind" NOT NULL,
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decisionId" UUID,

    CONSTRAINT "Detection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Comment_authorId_state_createdAt_idx" ON "Comment"("authorId", "state", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "WatchedWord_workspaceId_word_key" ON "WatchedWord"("workspaceId", "word");

-- CreateIndex
CREATE INDEX "Detection_itemId_at_idx" ON "Detection"("itemId", "at");

-- AddForeignKey
ALTER TABLE "WatchedWord" ADD CONSTRAINT "WatchedWord_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostingRules" ADD CONSTRAINT "PostingRules_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Detection" ADD CONSTRAINT "Detection_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ReviewItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Detection" ADD CONSTRAINT "Detection_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema can't say: numbers that mean something, and words that are there.
ALTER TABLE "PostingRules" ADD CONSTRAINT "PostingRules_held" CHECK ("heldPosts" BETWEEN 0 AND 100);
ALTER TABLE "PostingRules" ADD CONSTRAINT "PostingRules_newcomers" CHECK ("newcomerHours" BETWEEN 0 AND 8760);
ALTER TABLE "PostingRules" ADD CONSTRAINT "PostingRules_links" CHECK ("newcomerLinks" BETWEEN 0 AND 100);
ALTER TABLE "WatchedWord" ADD CONSTRAINT "WatchedWord_word" CHECK ("word" <> '');
