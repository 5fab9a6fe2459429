-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "called_at" TIMESTAMPTZ(3),
ADD COLUMN     "called_by_id" UUID;

-- CreateTable
CREATE TABLE "channel_setup" (
    "channel" "channel" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_setup_pkey" PRIMARY KEY ("channel")
);

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_called_by_id_fkey" FOREIGN KEY ("called_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the call list reads: few rows of many.
CREATE INDEX "notification_untold" ON "notification" ("programme_id") WHERE "state" IN ('unreachable', 'failed') AND "called_at" IS NULL;

-- A mail that came back is found by its identifier.
CREATE INDEX "notification_message_id" ON "notification" (("reference" ->> 'messageId')) WHERE "channel" = 'email';

-- A fault belongs to an address: whatever changes the address begins anew.
CREATE FUNCTION forget_email_fault() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_fault := NULL;
  NEW.email_fault_since := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER person_email_fault BEFORE UPDATE ON person FOR EACH ROW
  WHEN (OLD.email IS DISTINCT FROM NEW.email)
  EXECUTE FUNCTION forget_email_fault();
