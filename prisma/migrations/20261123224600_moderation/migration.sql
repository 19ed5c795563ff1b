-- CreateEnum
CREATE TYPE "ReasonCode" AS ENUM ('spam', 'offensive', 'abusive', 'off_topic', 'false_claim', 'personal_data', 'illegal', 'other');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('pending', 'approved', 'rejected', 'ignored');

-- CreateEnum
CREATE TYPE "Measure" AS ENUM ('approve', 'ignore', 'hide', 'remove');

-- CreateEnum
CREATE TYPE "Ground" AS ENUM ('rule', 'law');

-- CreateEnum
CREATE TYPE "DecisionSource" AS ENUM ('notice', 'own_initiative');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('pending', 'upheld', 'overturned');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('content_decided', 'flag_decided', 'appeal_decided');

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN "invitedById" UUID;

-- CreateTable
CREATE TABLE "Rule" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewItem" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "status" "ReviewStatus" NOT NULL DEFAULT 'pending',
    "version" INTEGER NOT NULL DEFAULT 0,
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedById" UUID,
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "userId" UUID,
    "reason" "ReasonCode" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "decisionId" UUID,
    "agreed" BOOLEAN,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "measure" "Measure" NOT NULL,
    "affectedId" UUID,
    "decidedById" UUID,
    "reason" "ReasonCode",
    "ground" "Ground",
    "ruleId" UUID,
    "groundWords" TEXT NOT NULL DEFAULT '',
    "facts" TEXT NOT NULL DEFAULT '',
    "source" "DecisionSource" NOT NULL,
    "automatedDetection" BOOLEAN NOT NULL DEFAULT false,
    "automatedDecision" BOOLEAN NOT NULL DEFAULT false,
    "stateBefore" "ContentState" NOT NULL,
    "snapshot" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appealUntil" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "overturnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'pending',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reply" TEXT,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "decisionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationLogEntry" (
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "ModerationLogEntry_pkey" PRIMARY KEY ("workspaceId","number")
);

-- CreateIndex
CREATE INDEX "Rule_workspaceId_number_idx" ON "Rule"("workspaceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewItem_commentId_key" ON "ReviewItem"("commentId");

-- CreateIndex
CREATE INDEX "ReviewItem_workspaceId_status_score_openedAt_id_idx" ON "ReviewItem"("workspaceId", "status", "score" DESC, "openedAt", "id");

-- CreateIndex
CREATE INDEX "Flag_userId_idx" ON "Flag"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_itemId_userId_key" ON "Flag"("itemId", "userId");

-- CreateIndex
CREATE INDEX "Decision_itemId_at_idx" ON "Decision"("itemId", "at");

-- CreateIndex
CREATE INDEX "Decision_affectedId_idx" ON "Decision"("affectedId");

-- CreateIndex
CREATE INDEX "Decision_workspaceId_at_idx" ON "Decision"("workspaceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_status_createdAt_idx" ON "Appeal"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_recipientId_readAt_idx" ON "Notice"("recipientId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_recipientId_kind_decisionId_key" ON "Notice"("recipientId", "kind", "decisionId");

-- AddForeignKey
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ReviewItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ReviewItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_affectedId_fkey" FOREIGN KEY ("affectedId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema can't say ──────────────────────────────────────────────────────────────────────────────────

CREATE UNIQUE INDEX "Rule_number_is_one_standing_rule" ON "Rule" ("workspaceId", "number") WHERE "retiredAt" IS NULL;
ALTER TABLE "Rule" ADD CONSTRAINT "Rule_number_begins_at_one" CHECK ("number" >= 1);

ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_claim_ends" CHECK ("claimedById" IS NULL OR "claimedUntil" IS NOT NULL);
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_only_open_ones_are_claimed" CHECK ("status" = 'pending' OR "claimedById" IS NULL);
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_version_counts_up" CHECK ("version" >= 0);

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_withdrawn_was_not_judged" CHECK ("withdrawnAt" IS NULL OR "agreed" IS NULL);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_is_judged_by_a_decision" CHECK (("agreed" IS NULL) = ("decisionId" IS NULL));

-- Whoever is restricted gets a statement of reasons (EU Digital Services Act, art. 17): no restriction without one.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_restriction_states_reasons" CHECK (
  "measure" IN ('approve', 'ignore')
  OR ("reason" IS NOT NULL AND "ground" IS NOT NULL AND "groundWords" <> '' AND "facts" <> '' AND "appealUntil" IS NOT NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_only_restrictions_are_appealed" CHECK (
  "measure" NOT IN ('approve', 'ignore') OR ("appealUntil" IS NULL AND "overturnedAt" IS NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_rule_is_the_ground" CHECK ("ruleId" IS NULL OR "ground" = 'rule');
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_automatic_is_nobodys" CHECK (NOT "automatedDecision" OR "decidedById" IS NULL);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_is_taken_back_once" CHECK (num_nonnulls("undoneAt", "overturnedAt") <= 1);

ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_is_decided_with_a_reply" CHECK (
  CASE WHEN "status" = 'pending' THEN num_nonnulls("decidedAt", "decidedById", "reply") = 0
       ELSE num_nonnulls("decidedAt", "reply") = 2 END);

-- The log: each entry gets its number and its hash here, whoever writes it, and none is ever changed or taken away.
CREATE FUNCTION "moderation_log_is_chained"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  -- One at a time in each workspace, until the transaction ends: otherwise two would follow the same entry.
  PERFORM pg_advisory_xact_lock(hashtextextended('moderation:' || NEW."workspaceId", 0));
  SELECT "number", "hash" INTO last FROM "ModerationLogEntry"
    WHERE "workspaceId" = NEW."workspaceId" ORDER BY "number" DESC LIMIT 1;
  NEW."number" := coalesce(last."number", 0) + 1;
  NEW."previousHash" := coalesce(last."hash", '');
  NEW."at" := date_trunc('milliseconds', clock_timestamp());
  NEW."hash" := encode(sha256(convert_to(concat_ws(E'\n',
    NEW."number", NEW."workspaceId", (extract(epoch FROM NEW."at") * 1000)::bigint, coalesce(NEW."actorId"::text, ''),
    NEW."action", NEW."data"::text, NEW."previousHash"), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER "moderation_log_is_chained" BEFORE INSERT ON "ModerationLogEntry"
  FOR EACH ROW EXECUTE FUNCTION "moderation_log_is_chained"();

CREATE FUNCTION "moderation_log_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the moderation log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "moderation_log_is_append_only" BEFORE UPDATE OR DELETE ON "ModerationLogEntry"
  FOR EACH ROW EXECUTE FUNCTION "moderation_log_is_append_only"();
CREATE TRIGGER "moderation_log_is_never_emptied" BEFORE TRUNCATE ON "ModerationLogEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "moderation_log_is_append_only"();
