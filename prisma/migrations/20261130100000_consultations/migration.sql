-- CreateEnum
CREATE TYPE "slot_state" AS ENUM ('open', 'withdrawn');

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('booked', 'held', 'company_absent', 'adviser_absent', 'not_held', 'cancelled');

-- CreateEnum
CREATE TYPE "booking_change_kind" AS ENUM ('booked', 'changed', 'moved', 'taken_over', 'cancelled', 'recorded');

-- CreateEnum
CREATE TYPE "entitlement_kind" AS ENUM ('granted', 'revoked', 'reserved', 'returned', 'used', 'forfeited');

-- CreateEnum
CREATE TYPE "booking_request_kind" AS ENUM ('take_over', 'own_time');

-- CreateEnum
CREATE TYPE "booking_request_state" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "absence_uses" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "booking_guard_hours" INTEGER NOT NULL DEFAULT 48,
ADD COLUMN     "closes_at" INTEGER NOT NULL DEFAULT 1020,
ADD COLUMN     "consultations" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "longest_consultation" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "open_records" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opens_at" INTEGER NOT NULL DEFAULT 540;

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "guest" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "name_ja" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_offer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "method" "method" NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "pause_before" INTEGER NOT NULL DEFAULT 0,
    "pause_after" INTEGER NOT NULL DEFAULT 0,
    "per_day" INTEGER,
    "offered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_slot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "slot_state" NOT NULL DEFAULT 'open',
    "held_by_id" UUID,
    "held_company_id" UUID,
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "slot_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "mode" NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "state" "booking_state" NOT NULL DEFAULT 'booked',
    "topics" TEXT NOT NULL DEFAULT '',
    "questions" TEXT NOT NULL DEFAULT '',
    "booked_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_attendee" (
    "booking_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "booking_attendee_pkey" PRIMARY KEY ("booking_id","person_id")
);

-- CreateTable
CREATE TABLE "booking_file" (
    "booking_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "booking_file_pkey" PRIMARY KEY ("booking_id","file_id")
);

-- CreateTable
CREATE TABLE "booking_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL,
    "kind" "booking_change_kind" NOT NULL,
    "was_starts_at" TIMESTAMPTZ(3),
    "was_adviser_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "adviser_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "absence_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "booking_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "company_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "available" INTEGER NOT NULL,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("company_id")
);

-- CreateTable
CREATE TABLE "entitlement_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "company_id" UUID NOT NULL,
    "kind" "entitlement_kind" NOT NULL,
    "hours" INTEGER NOT NULL,
    "booking_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "number" SERIAL NOT NULL,

    CONSTRAINT "entitlement_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "adviser_id" UUID,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "number" SERIAL NOT NULL,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_turn" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "watch_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL,
    "kind" "booking_request_kind" NOT NULL,
    "asked_of_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "booking_request_state" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "booking_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adviser_absence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adviser_absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" "booking_state" NOT NULL,
    "minutes" INTEGER,
    "advice" TEXT NOT NULL DEFAULT '',
    "absent_ids" UUID[],
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_response" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "next_action" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "next_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "private_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "private_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_event" (
    "subject_id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calendar_event_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "calendar_invitation" (
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_invitation_pkey" PRIMARY KEY ("subject_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "closure_programme_id_first_day_last_day_key" ON "closure"("programme_id", "first_day", "last_day");

-- CreateIndex
CREATE INDEX "consultation_slot_programme_id_starts_at_idx" ON "consultation_slot"("programme_id", "starts_at");

-- CreateIndex
CREATE INDEX "consultation_slot_adviser_id_starts_at_idx" ON "consultation_slot"("adviser_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_programme_id_starts_at_idx" ON "booking"("programme_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_company_id_starts_at_idx" ON "booking"("company_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_adviser_id_starts_at_idx" ON "booking"("adviser_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_slot_id_idx" ON "booking"("slot_id");

-- CreateIndex
CREATE INDEX "booking_attendee_person_id_idx" ON "booking_attendee"("person_id");

-- CreateIndex
CREATE INDEX "booking_file_file_id_idx" ON "booking_file"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_change_booking_id_version_key" ON "booking_change"("booking_id", "version");

-- CreateIndex
CREATE INDEX "entitlement_programme_id_idx" ON "entitlement"("programme_id");

-- CreateIndex
CREATE INDEX "entitlement_entry_company_id_number_idx" ON "entitlement_entry"("company_id", "number");

-- CreateIndex
CREATE INDEX "entitlement_entry_booking_id_idx" ON "entitlement_entry"("booking_id");

-- CreateIndex
CREATE INDEX "watch_programme_id_ended_at_number_idx" ON "watch"("programme_id", "ended_at", "number");

-- CreateIndex
CREATE INDEX "watch_company_id_idx" ON "watch"("company_id");

-- CreateIndex
CREATE INDEX "watch_turn_watch_id_idx" ON "watch_turn"("watch_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_turn_slot_id_watch_id_key" ON "watch_turn"("slot_id", "watch_id");

-- CreateIndex
CREATE INDEX "booking_request_booking_id_idx" ON "booking_request"("booking_id");

-- CreateIndex
CREATE INDEX "booking_request_asked_of_id_state_idx" ON "booking_request"("asked_of_id", "state");

-- CreateIndex
CREATE INDEX "adviser_absence_adviser_id_idx" ON "adviser_absence"("adviser_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_record_booking_id_version_key" ON "consultation_record"("booking_id", "version");

-- CreateIndex
CREATE INDEX "record_response_record_id_idx" ON "record_response"("record_id");

-- CreateIndex
CREATE INDEX "next_action_company_id_done_at_idx" ON "next_action"("company_id", "done_at");

-- CreateIndex
CREATE INDEX "next_action_booking_id_idx" ON "next_action"("booking_id");

-- CreateIndex
CREATE INDEX "private_note_booking_id_author_id_idx" ON "private_note"("booking_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_uid_key" ON "calendar_event"("uid");

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_offer" ADD CONSTRAINT "consultation_offer_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_slot" ADD CONSTRAINT "consultation_slot_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_slot" ADD CONSTRAINT "consultation_slot_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "consultation_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_slot" ADD CONSTRAINT "consultation_slot_adviser_id_fkey" FOREIGN KEY ("adviser_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_slot" ADD CONSTRAINT "consultation_slot_held_by_id_fkey" FOREIGN KEY ("held_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_slot" ADD CONSTRAINT "consultation_slot_held_company_id_fkey" FOREIGN KEY ("held_company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_adviser_id_fkey" FOREIGN KEY ("adviser_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "consultation_slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_attendee" ADD CONSTRAINT "booking_attendee_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_attendee" ADD CONSTRAINT "booking_attendee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_file" ADD CONSTRAINT "booking_file_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_file" ADD CONSTRAINT "booking_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_change" ADD CONSTRAINT "booking_change_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_change" ADD CONSTRAINT "booking_change_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "adviser_absence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement_entry" ADD CONSTRAINT "entitlement_entry_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "entitlement"("company_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement_entry" ADD CONSTRAINT "entitlement_entry_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_turn" ADD CONSTRAINT "watch_turn_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_turn" ADD CONSTRAINT "watch_turn_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "consultation_slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_request" ADD CONSTRAINT "booking_request_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_request" ADD CONSTRAINT "booking_request_asked_of_id_fkey" FOREIGN KEY ("asked_of_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adviser_absence" ADD CONSTRAINT "adviser_absence_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_record" ADD CONSTRAINT "consultation_record_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_response" ADD CONSTRAINT "record_response_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "consultation_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "next_action" ADD CONSTRAINT "next_action_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "next_action" ADD CONSTRAINT "next_action_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_note" ADD CONSTRAINT "private_note_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_note" ADD CONSTRAINT "private_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_invitation" ADD CONSTRAINT "calendar_invitation_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "calendar_event"("subject_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_invitation" ADD CONSTRAINT "calendar_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Rules that the schema file cannot say.

-- For equality of identifiers beside overlapping times. A trusted extension: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "programme"
  ADD CONSTRAINT "programme_consultations_sane" CHECK ("consultations" BETWEEN 0 AND 100),
  ADD CONSTRAINT "programme_longest_sane" CHECK ("longest_consultation" BETWEEN 5 AND 1440),
  ADD CONSTRAINT "programme_guard_sane" CHECK ("booking_guard_hours" BETWEEN 0 AND 2160),
  ADD CONSTRAINT "programme_hours_sane" CHECK (0 <= "opens_at" AND "opens_at" < "closes_at" AND "closes_at" <= 1440);

ALTER TABLE "closure" ADD CONSTRAINT "closure_ends_after_start" CHECK ("last_day" >= "first_day");

ALTER TABLE "consultation_offer"
  ADD CONSTRAINT "consultation_offer_pauses" CHECK ("pause_before" >= 0 AND "pause_after" >= 0),
  ADD CONSTRAINT "consultation_offer_per_day" CHECK ("per_day" > 0);

ALTER TABLE "consultation_slot"
  ADD CONSTRAINT "slot_ends_after_start" CHECK ("ends_at" > "starts_at"),
  ADD CONSTRAINT "slot_held_whole" CHECK (("held_by_id" IS NULL) = ("held_until" IS NULL)),
  -- An adviser offers no hour twice, whatever was offered at the same time.
  ADD CONSTRAINT "slot_no_overlap" EXCLUDE USING gist
    ("adviser_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("state" = 'open');

ALTER TABLE "booking"
  ADD CONSTRAINT "booking_ends_after_start" CHECK ("ends_at" > "starts_at"),
  -- Nobody is in two consultations at once, whatever was booked, moved or taken over at the same time, also across programmes.
  ADD CONSTRAINT "booking_adviser_free" EXCLUDE USING gist
    ("adviser_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("state" <> 'cancelled'),
  ADD CONSTRAINT "booking_company_free" EXCLUDE USING gist
    ("company_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("state" <> 'cancelled');

-- An hour has one living booking.
CREATE UNIQUE INDEX "booking_slot_free" ON "booking"("slot_id") WHERE "state" <> 'cancelled';

-- One question about a booking at a time.
CREATE UNIQUE INDEX "booking_request_open" ON "booking_request"("booking_id") WHERE "state" = 'open';

ALTER TABLE "booking_request" ADD CONSTRAINT "booking_request_ends_after_start" CHECK ("ends_at" > "starts_at");

-- One version of a record holds.
CREATE UNIQUE INDEX "consultation_record_current" ON "consultation_record"("booking_id") WHERE "superseded_at" IS NULL;

ALTER TABLE "consultation_record"
  ADD CONSTRAINT "consultation_record_outcome" CHECK ("outcome" NOT IN ('booked', 'cancelled')),
  ADD CONSTRAINT "consultation_record_minutes" CHECK ("minutes" BETWEEN 1 AND 1440);

-- Reserved hours count, so that no company ever has more than it was granted.
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_not_negative" CHECK ("available" >= 0);

ALTER TABLE "entitlement_entry" ADD CONSTRAINT "entitlement_entry_signs" CHECK (CASE "kind"
  WHEN 'granted' THEN "hours" > 0
  WHEN 'revoked' THEN "hours" < 0
  WHEN 'reserved' THEN "hours" = -1
  WHEN 'returned' THEN "hours" = 1
  ELSE "hours" IN (0, -1) END);

-- The sum is kept by the database, so that no way of writing an entry can be without it; its row is the lock of the ledger.
CREATE FUNCTION sum_entitlement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE entitlement SET available = available + NEW.hours WHERE company_id = NEW.company_id;
  RETURN NULL;
END $$;

CREATE TRIGGER "entitlement_entry_summed" AFTER INSERT ON "entitlement_entry"
  FOR EACH ROW EXECUTE FUNCTION sum_entitlement();

-- Each company of a programme has its account from the beginning, however it came in; a guest has none.
CREATE FUNCTION grant_entitlement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  granted integer;
BEGIN
  IF NEW.guest THEN
    RETURN NULL;
  END IF;
  SELECT consultations INTO granted FROM programme WHERE id = NEW.programme_id;
  INSERT INTO entitlement (company_id, programme_id, available) VALUES (NEW.id, NEW.programme_id, 0) ON CONFLICT DO NOTHING;
  IF granted > 0 THEN
    INSERT INTO entitlement_entry (company_id, kind, hours, at) VALUES (NEW.id, 'granted', granted, now());
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "company_entitled" AFTER INSERT ON "company"
  FOR EACH ROW EXECUTE FUNCTION grant_entitlement();

INSERT INTO "entitlement" ("company_id", "programme_id", "available") SELECT "id", "programme_id", 0 FROM "company";
INSERT INTO "entitlement_entry" ("company_id", "kind", "hours", "at") SELECT "id", 'granted', 2, now() FROM "company";
