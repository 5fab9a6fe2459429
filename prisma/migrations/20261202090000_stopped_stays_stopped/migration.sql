-- A message (not a correction) of a stopped announcement that is to be sent again is stopped, too: it was being sent while the rest was
-- stopped, or turned out not to have arrived.
DROP TRIGGER notification_stays_stopped ON notification;

CREATE TRIGGER notification_stays_stopped BEFORE UPDATE OF state ON notification FOR EACH ROW
WHEN (OLD.state IN ('sending', 'unknown', 'failed') AND NEW.state = 'pending' AND NEW.bulk_id IS NOT NULL AND NEW.kind <> 'announcement.correction') EXECUTE FUNCTION stay_stopped();

-- No rule could be set for a deadline of the programme.
-- AlterEnum
ALTER TABLE "reminder_rule" DROP CONSTRAINT "reminder_rule_before";
CREATE TYPE "reminder_kind_new" AS ENUM ('session', 'consultation', 'invitation');
ALTER TABLE "reminder_rule" ALTER COLUMN "kind" TYPE "reminder_kind_new" USING ("kind"::text::"reminder_kind_new");
ALTER TABLE "reminder_moment" ALTER COLUMN "kind" TYPE "reminder_kind_new" USING ("kind"::text::"reminder_kind_new");
ALTER TYPE "reminder_kind" RENAME TO "reminder_kind_old";
ALTER TYPE "reminder_kind_new" RENAME TO "reminder_kind";
DROP TYPE "reminder_kind_old";
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_before" CHECK (
    ("before" % 1440 = 0 AND "before" BETWEEN -14400 AND 129600) OR ("before" BETWEEN 1 AND 1439 AND "kind" IN ('session', 'consultation')));
