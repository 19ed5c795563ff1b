-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('agree', 'doubt', 'insight', 'thanks');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "quotedId" UUID;

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","userId","kind")
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommentVersion_commentId_at_idx" ON "CommentVersion"("commentId", "at");

-- CreateIndex
CREATE INDEX "Comment_quotedId_idx" ON "Comment"("quotedId");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_quotedId_fkey" FOREIGN KEY ("quotedId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentVersion" ADD CONSTRAINT "CommentVersion_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
