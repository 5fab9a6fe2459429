-- Reminders: when each rule reminds of what, who has been reminded, and the rules that every programme begins with.
-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "reminders_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reminder_moment" (
    "rule_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "occurs_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "latest_at" TIMESTAMPTZ(3) NOT NULL,
    "together" BOOLEAN NOT NULL,

    CONSTRAINT "reminder_moment_pkey" PRIMARY KEY ("rule_id","subject_id","time_zone")
);

-- CreateTable
CREATE TABLE "reminder_told" (
    "person_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "occurs_at" TIMESTAMPTZ(3) NOT NULL,
    "notification_id" UUID NOT NULL,

    CONSTRAINT "reminder_told_pkey" PRIMARY KEY ("person_id","rule_id","subject_id","occurs_at")
);

-- CreateIndex
CREATE INDEX "reminder_moment_subject_id_idx" ON "reminder_moment"("subject_id");

-- CreateIndex
CREATE INDEX "reminder_moment_programme_id_due_at_idx" ON "reminder_moment"("programme_id", "due_at");

-- CreateIndex
CREATE INDEX "reminder_told_notification_id_idx" ON "reminder_told"("notification_id");

-- AddForeignKey
ALTER TABLE "reminder_moment" ADD CONSTRAINT "reminder_moment_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "reminder_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_told" ADD CONSTRAINT "reminder_told_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "reminder_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_told" ADD CONSTRAINT "reminder_told_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A rule reminds whole days before or after, or within the day before to the minute.
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_before" CHECK (
    ("before" % 1440 = 0 AND "before" BETWEEN -14400 AND 129600) OR ("before" BETWEEN 1 AND 1439 AND "kind" IN ('session', 'consultation')));

-- Programmes that are there begin with the rules of a new one; the worker plans what they remind of.
INSERT INTO "reminder_rule" ("programme_id", "kind", "before", "created_at")
SELECT "programme"."id", "rule"."kind"::"reminder_kind", "rule"."before", now() FROM "programme", (VALUES
    ('session', 10080), ('session', 1440), ('session', 60), ('consultation', 1440),
    ('invitation', 20160), ('invitation', 10080), ('invitation', 4320), ('invitation', 0), ('invitation', -1440)
) AS "rule" ("kind", "before");
