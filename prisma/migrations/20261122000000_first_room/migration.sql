-- CreateEnum
CREATE TYPE "platform" AS ENUM ('slack', 'teams');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('ja', 'en');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('participant', 'adviser', 'secretariat', 'speaker');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('management', 'working');

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('seminar', 'workshop', 'meeting', 'closing');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('management', 'working', 'all');

-- CreateEnum
CREATE TYPE "method" AS ENUM ('in_person', 'online', 'mixed');

-- CreateEnum
CREATE TYPE "session_state" AS ENUM ('scheduled', 'called_off');

-- CreateEnum
CREATE TYPE "mode" AS ENUM ('onsite', 'online');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('confirmed', 'waiting', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "attendance_source" AS ENUM ('check_in_code', 'online_button', 'secretariat');

-- CreateEnum
CREATE TYPE "notification_state" AS ENUM ('pending', 'queued', 'sending', 'delivered', 'suppressed', 'unreachable', 'unknown', 'failed');

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name_ja" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "contact" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_ja" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kana" TEXT NOT NULL,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "binding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "company_id" UUID,
    "platform" "platform" NOT NULL,
    "tenant" TEXT NOT NULL,

    CONSTRAINT "binding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT,
    "name_ja" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "furigana" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'ja',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "chosen_programme_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "level" "level",
    "company_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "platform" "platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" UUID,
    "address" JSONB NOT NULL,
    "linked_at" TIMESTAMPTZ(3),
    "unreachable_reason" TEXT,
    "looked_up_at" TIMESTAMPTZ(3),
    "failed_codes" INTEGER NOT NULL DEFAULT 0,
    "codes_locked_until" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "key" TEXT NOT NULL,
    "fingerprint" TEXT,
    "content" TEXT,
    "account_id" UUID NOT NULL,
    "person_id" UUID,
    "action" TEXT NOT NULL,
    "parameters" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "session_kind" NOT NULL,
    "title_ja" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "audience" "audience" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "method" "method" NOT NULL,
    "venue_ja" TEXT NOT NULL DEFAULT '',
    "venue_en" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "room_capacity" INTEGER,
    "line_capacity" INTEGER,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL,
    "state" "session_state" NOT NULL DEFAULT 'scheduled',
    "called_off_why" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "check_in_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_version" (
    "session_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "changed_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_version_pkey" PRIMARY KEY ("session_id","version")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "company_id" UUID,
    "mode" "mode",
    "state" "registration_state" NOT NULL,
    "waiting_for" "mode",
    "queue_number" INTEGER,
    "registered_by_id" UUID NOT NULL,
    "substitute_for_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "company_id" UUID,
    "present" BOOLEAN NOT NULL,
    "mode" "mode",
    "source" "attendance_source" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "programme_id" UUID,
    "person_id" UUID NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "account_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "notification_state" NOT NULL DEFAULT 'pending',
    "round" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "may_repeat" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "reference" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE UNIQUE INDEX "company_programme_id_code_key" ON "company"("programme_id", "code");

-- CreateIndex
CREATE INDEX "binding_platform_tenant_idx" ON "binding"("platform", "tenant");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_company_id_idx" ON "membership"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_programme_id_person_id_role_key" ON "membership"("programme_id", "person_id", "role");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_platform_tenant_user_id_key" ON "account"("platform", "tenant", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_fingerprint_key" ON "request"("fingerprint");

-- CreateIndex
CREATE INDEX "request_content_created_at_idx" ON "request"("content", "created_at");

-- CreateIndex
CREATE INDEX "request_created_at_idx" ON "request"("created_at");

-- CreateIndex
CREATE INDEX "session_programme_id_starts_at_idx" ON "session"("programme_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_programme_id_code_key" ON "session"("programme_id", "code");

-- CreateIndex
CREATE INDEX "registration_session_id_state_mode_idx" ON "registration"("session_id", "state", "mode");

-- CreateIndex
CREATE INDEX "registration_person_id_idx" ON "registration"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_session_id_person_id_key" ON "registration"("session_id", "person_id");

-- CreateIndex
CREATE INDEX "attendance_session_id_person_id_idx" ON "attendance"("session_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_key_key" ON "notification"("key");

-- CreateIndex
CREATE INDEX "notification_state_due_at_idx" ON "notification"("state", "due_at");

-- CreateIndex
CREATE INDEX "notification_subject_id_kind_idx" ON "notification"("subject_id", "kind");

-- CreateIndex
CREATE INDEX "notification_person_id_idx" ON "notification"("person_id");

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "binding" ADD CONSTRAINT "binding_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "binding" ADD CONSTRAINT "binding_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_version" ADD CONSTRAINT "session_version_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_registered_by_id_fkey" FOREIGN KEY ("registered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that the schema file cannot say.

ALTER TABLE "person" ADD CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "membership" ADD CONSTRAINT "membership_participant_has_company_and_level"
  CHECK ("role" <> 'participant' OR ("company_id" IS NOT NULL AND "level" IS NOT NULL));
ALTER TABLE "session" ADD CONSTRAINT "session_ends_after_it_starts" CHECK ("ends_at" > "starts_at");
ALTER TABLE "session" ADD CONSTRAINT "session_deadline_before_end" CHECK ("deadline" <= "ends_at");
ALTER TABLE "session" ADD CONSTRAINT "session_capacity_not_negative"
  CHECK (coalesce("room_capacity", 0) >= 0 AND coalesce("line_capacity", 0) >= 0);
ALTER TABLE "registration" ADD CONSTRAINT "registration_waits_in_order" CHECK (("waiting_for" IS NULL) = ("queue_number" IS NULL));
ALTER TABLE "registration" ADD CONSTRAINT "registration_waiting_waits_for_its_mode"
  CHECK ("state" <> 'waiting' OR ("waiting_for" IS NOT NULL AND "waiting_for" = "mode"));
ALTER TABLE "registration" ADD CONSTRAINT "registration_gone_waits_for_nothing"
  CHECK ("state" IN ('confirmed', 'waiting') OR "waiting_for" IS NULL);
ALTER TABLE "registration" ADD CONSTRAINT "registration_has_mode" CHECK ("mode" IS NOT NULL OR "state" = 'declined');
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_present_has_mode" CHECK ("present" = ("mode" IS NOT NULL));

-- A company is bound to a workspace once; so is the programme's own staff.
CREATE UNIQUE INDEX "binding_once" ON "binding" ("programme_id", "company_id", "platform", "tenant") NULLS NOT DISTINCT;

-- One attendance per person and session holds; the others are its history.
CREATE UNIQUE INDEX "attendance_current" ON "attendance" ("session_id", "person_id") WHERE "superseded_at" IS NULL;

-- The order of all waitlists: who came later has the higher number.
CREATE SEQUENCE "registration_queue" AS integer;

-- The dispatcher looks only at what is still to be told.
CREATE INDEX "notification_due" ON "notification" ("due_at") WHERE "state" = 'pending';

-- Everything that seats people in a session goes through this lock, so that two people never get the last seat.
-- A function, so that a test can take the lock out and watch the race appear.
CREATE FUNCTION "lock_session"("id" uuid) RETURNS SETOF "session" LANGUAGE sql AS
$$ SELECT * FROM "session" WHERE "session"."id" = "lock_session"."id" FOR UPDATE $$;

-- How full a session is and what one person holds in it. Volatile, so that called on a row that was just locked it counts
-- what is there then, not what was there when the statement began.
CREATE FUNCTION "seating"("session" uuid, "person" uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS
$$ BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'onsiteConfirmed', count(*) FILTER (WHERE "state" = 'confirmed' AND "mode" = 'onsite'),
      'onlineConfirmed', count(*) FILTER (WHERE "state" = 'confirmed' AND "mode" = 'online'),
      'onsiteWaiting', count(*) FILTER (WHERE "waiting_for" = 'onsite'),
      'onlineWaiting', count(*) FILTER (WHERE "waiting_for" = 'online'),
      'own', (
        SELECT jsonb_build_object('id', "own"."id", 'state', "own"."state", 'mode', "own"."mode",
          'waitingFor', "own"."waiting_for", 'queueNumber', "own"."queue_number")
        FROM "registration" "own" WHERE "own"."session_id" = "session" AND "own"."person_id" = "person"))
    FROM "registration" WHERE "session_id" = "session");
END $$;

-- Wakes the dispatcher when a transaction that planned notifications commits, and never before.
CREATE FUNCTION "announce_notifications"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('notifications', ''); RETURN NULL; END $$;
CREATE TRIGGER "notification_announced" AFTER INSERT ON "notification"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_notifications"();
