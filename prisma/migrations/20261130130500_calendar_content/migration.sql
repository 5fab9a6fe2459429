-- The organiser of an event stays the same, and each person's calendar is known by what it was last given.
ALTER TABLE "calendar_event" ADD COLUMN "organiser" TEXT;
ALTER TABLE "calendar_invitation" ADD COLUMN "content" TEXT NOT NULL DEFAULT '';
ALTER TABLE "calendar_invitation" ADD COLUMN "starts_at" TIMESTAMPTZ(3);
ALTER TABLE "calendar_invitation" ADD COLUMN "was_starts_at" TIMESTAMPTZ(3);
