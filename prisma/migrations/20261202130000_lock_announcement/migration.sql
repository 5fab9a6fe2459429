-- Everything that changes an announcement's state goes through this lock, so that none is sent twice, or after it was cancelled.
-- A function, so that a test can take the lock out and watch the race appear.
CREATE FUNCTION "lock_announcement"("id" uuid) RETURNS SETOF "announcement" LANGUAGE sql AS
$$ SELECT * FROM "announcement" WHERE "announcement"."id" = "lock_announcement"."id" FOR UPDATE $$;
