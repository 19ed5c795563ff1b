-- CreateTable
CREATE TABLE "CollabClient" (
    "document" TEXT NOT NULL,
    "client" BIGINT NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollabClient_pkey" PRIMARY KEY ("document","client")
);

-- CreateTable
CREATE TABLE "CollabOpening" (
    "document" TEXT NOT NULL,
    "process" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollabOpening_pkey" PRIMARY KEY ("document","process")
);

-- CreateIndex
CREATE INDEX "CollabOpening_process_idx" ON "CollabOpening"("process");
