-- CreateIndex
CREATE INDEX "Comment_authorId_createdAt_idx" ON "Comment"("authorId", "createdAt");

-- CreateTable
CREATE TABLE "SavedReply" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "measure" "Measure" NOT NULL,
    "reason" "ReasonCode" NOT NULL,
    "ruleId" UUID,
    "law" TEXT NOT NULL DEFAULT '',
    "facts" TEXT NOT NULL,

    CONSTRAINT "SavedReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedReply_workspaceId_title_idx" ON "SavedReply"("workspaceId", "title");

-- CreateIndex
CREATE INDEX "ReviewItem_claimedById_idx" ON "ReviewItem"("claimedById");

-- AddForeignKey
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the form takes: something is hidden or removed, for a named reason, on one ground at most.
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_restricts" CHECK ("measure" IN ('hide', 'remove'));
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_one_ground" CHECK ("ruleId" IS NULL OR "law" = '');
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_has_words" CHECK ("title" <> '' AND "facts" <> '');
