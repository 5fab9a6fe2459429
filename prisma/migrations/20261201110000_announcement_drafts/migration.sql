-- An announcement is shown before it is sent, as a draft; how often those who have not answered were reminded.
-- AlterEnum
ALTER TYPE "announcement_state" ADD VALUE 'draft' BEFORE 'proposed';

-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "reminders" INTEGER NOT NULL DEFAULT 0;

-- A message (not a correction) of a stopped announcement that its sender gives back is stopped, too: it was being sent while the rest was stopped.
-- The lock makes who stops, who resumes and who gives back wait for each other.
CREATE FUNCTION stay_stopped() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held text;
BEGIN
  SELECT state::text INTO held FROM announcement WHERE id = NEW.bulk_id FOR SHARE;
  IF held = 'stopped' THEN
    NEW.state := 'stopped';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER notification_stays_stopped BEFORE UPDATE OF state ON notification FOR EACH ROW
WHEN (OLD.state = 'sending' AND NEW.state = 'pending' AND NEW.bulk_id IS NOT NULL AND NEW.kind <> 'announcement.correction') EXECUTE FUNCTION stay_stopped();
