-- Locks the hours of an hour's adviser until the transaction ends, as everything that changes them does; where the hour turns out to
-- be booked, it lets go of the lock at once and says false. Of several who want one hour, those who waited would otherwise each
-- hold the lock until they have read, refused and rolled back, one after the other. The inner block is a savepoint: rolled
-- back, it gives back what it locked.
CREATE FUNCTION "lock_free_slot"("slot" uuid) RETURNS boolean LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('adviser:' || "adviser_id"::text, 0)) FROM "consultation_slot" WHERE "id" = "slot";
  IF EXISTS (SELECT FROM "booking" WHERE "slot_id" = "slot" AND "state" <> 'cancelled') THEN
    RAISE EXCEPTION USING ERRCODE = 'SPP01';
  END IF;
  RETURN true;
EXCEPTION WHEN SQLSTATE 'SPP01' THEN
  RETURN false;
END $$;
