-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "rawBytes" BYTEA,
ALTER COLUMN "raw" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ImportSource" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "url" TEXT,
    "charset" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportSource_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportSource_createdById_createdAt_idx" ON "ImportSource"("createdById", "createdAt");

-- CreateIndex
CREATE INDEX "ImportSource_createdAt_idx" ON "ImportSource"("createdAt");

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
