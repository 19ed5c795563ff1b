-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "basedOnId" UUID;

-- CreateTable
CREATE TABLE "RevisionUndo" (
    "revisionId" UUID NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionUndo_pkey" PRIMARY KEY ("revisionId")
);

-- CreateTable
CREATE TABLE "HighlightAnchor" (
    "revisionId" UUID NOT NULL,
    "highlightId" UUID NOT NULL,
    "state" "AnchorState" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "margin" DOUBLE PRECISION NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "fromRevisionId" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "HighlightAnchor_pkey" PRIMARY KEY ("revisionId","highlightId")
);

-- CreateIndex
CREATE INDEX "HighlightAnchor_highlightId_idx" ON "HighlightAnchor"("highlightId");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionUndo" ADD CONSTRAINT "RevisionUndo_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionUndo" ADD CONSTRAINT "RevisionUndo_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_fromRevisionId_fkey" FOREIGN KEY ("fromRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_highlightId_fkey" FOREIGN KEY ("highlightId") REFERENCES "Highlight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Checks that Prisma's schema can't express
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_first_has_no_base" CHECK (number > 1 OR "basedOnId" IS NULL);
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_range_is_not_empty" CHECK (start >= 0 AND "end" > start);
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_orphan_has_no_passage"
  CHECK (num_nonnulls(start, "end", exact, prefix, suffix) = CASE WHEN state = 'orphaned' THEN 0 ELSE 5 END);
ALTER TABLE "HighlightAnchor" ADD CONSTRAINT "HighlightAnchor_confidence_is_a_share"
  CHECK (confidence BETWEEN 0 AND 1 AND margin BETWEEN 0 AND 1);
