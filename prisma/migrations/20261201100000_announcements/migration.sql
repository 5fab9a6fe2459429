-- Announcements and reminders: what is of use until when, what is one message of many, how fast each tenant may be written to.
-- CreateEnum
CREATE TYPE "announcement_state" AS ENUM ('proposed', 'scheduled', 'sending', 'stopped', 'sent', 'cancelled', 'withdrawn', 'missed');

-- CreateEnum
CREATE TYPE "announcement_reply" AS ENUM ('read', 'attend', 'help');

-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('session', 'consultation', 'invitation', 'deadline');

-- AlterEnum

ALTER TYPE "notification_state" ADD VALUE 'missed';
ALTER TYPE "notification_state" ADD VALUE 'stopped';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "unreachable_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "bulk_id" UUID,
ADD COLUMN     "latest_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "pace_key" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email_fault" TEXT,
ADD COLUMN     "email_fault_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "approval_from" INTEGER,
ADD COLUMN     "ask_number_from" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "windows" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "pace" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),

    CONSTRAINT "pace_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "muted_topic" (
    "person_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "muted_topic_pkey" PRIMARY KEY ("person_id","topic")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "state" "announcement_state" NOT NULL,
    "audience" JSONB,
    "place_id" UUID,
    "asks" "announcement_reply"[],
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "latest_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_version" (
    "announcement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text_ja" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "link" TEXT,
    "file_id" UUID,
    "buttons" JSONB NOT NULL DEFAULT '[]',
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_version_pkey" PRIMARY KEY ("announcement_id","version")
);

-- CreateTable
CREATE TABLE "announcement_person" (
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "previewed" BOOLEAN NOT NULL,
    "included" BOOLEAN,

    CONSTRAINT "announcement_person_pkey" PRIMARY KEY ("announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "announcement_answer" (
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "announcement_reply" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_answer_pkey" PRIMARY KEY ("announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "named_audience" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "named_audience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "platform" "platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "announcement_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "latest_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "notification_state" NOT NULL DEFAULT 'pending',
    "faults" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "reference" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_rule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "before" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcement_programme_id_state_idx" ON "announcement"("programme_id", "state");

-- CreateIndex
CREATE INDEX "announcement_state_send_at_idx" ON "announcement"("state", "send_at");

-- CreateIndex
CREATE INDEX "announcement_person_person_id_idx" ON "announcement_person"("person_id");

-- CreateIndex
CREATE INDEX "announcement_answer_person_id_idx" ON "announcement_answer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "named_audience_programme_id_name_key" ON "named_audience"("programme_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "place_platform_tenant_conversation_key" ON "place"("platform", "tenant", "conversation");

-- CreateIndex
CREATE INDEX "place_post_state_due_at_idx" ON "place_post"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "place_post_announcement_id_place_id_version_key" ON "place_post"("announcement_id", "place_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_programme_id_kind_before_key" ON "reminder_rule"("programme_id", "kind", "before");

-- CreateIndex
CREATE INDEX "notification_bulk_id_state_idx" ON "notification"("bulk_id", "state");

-- AddForeignKey
ALTER TABLE "muted_topic" ADD CONSTRAINT "muted_topic_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_version" ADD CONSTRAINT "announcement_version_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_person" ADD CONSTRAINT "announcement_person_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_person" ADD CONSTRAINT "announcement_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_answer" ADD CONSTRAINT "announcement_answer_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_answer" ADD CONSTRAINT "announcement_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "named_audience" ADD CONSTRAINT "named_audience_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_post" ADD CONSTRAINT "place_post_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_post" ADD CONSTRAINT "place_post_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits at one tenant's pace, by what it is one message of; and what is not assigned to a pace yet.
CREATE INDEX "notification_pace" ON "notification" ("pace_key", "bulk_id", "due_at", "id") WHERE "state" = 'pending';
CREATE INDEX "notification_without_pace" ON "notification" ("due_at") WHERE "state" = 'pending' AND "pace_key" IS NULL;
