-- The dispatcher is woken by a statement that planned something to be sent soon. Before, one that found nothing to plan woke it
-- too, and so did what is due in weeks: a registration plans its reminders, and each one cost a claim. What is due later is found
-- without a wake-up: the dispatcher never sleeps for longer than 15 seconds. The due time is compared with the row's own, as the
-- app's clock need not be the server's.
CREATE OR REPLACE FUNCTION "announce_notifications"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS (SELECT FROM "planned" WHERE "due_at" <= "created_at" + interval '1 minute') THEN
    PERFORM pg_notify('notifications', '');
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "notification_announced" ON "notification";
CREATE TRIGGER "notification_announced" AFTER INSERT ON "notification" REFERENCING NEW TABLE AS "planned"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_notifications"();
