-- CreateTable
CREATE TABLE "registration_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "was_state" "registration_state",
    "was_mode" "mode",
    "was_waiting_for" "mode",
    "state" "registration_state" NOT NULL,
    "mode" "mode",
    "waiting_for" "mode",
    "substitute_for_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "number" SERIAL NOT NULL,

    CONSTRAINT "registration_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registration_change_session_id_at_idx" ON "registration_change"("session_id", "at");



-- Rules that the schema file cannot say.

-- What is known of the registrations that were there: the answer that holds.
INSERT INTO "registration_change" ("session_id", "person_id", "state", "mode", "waiting_for", "substitute_for_id", "by_id", "at")
SELECT "session_id", "person_id", "state", "mode", "waiting_for", "substitute_for_id", "registered_by_id", "changed_at"
FROM "registration" ORDER BY "changed_at", "id";

-- Written by the database, so that no way of changing a registration can be without it, and none waits once more.
-- Nobody did it ("by_id" is null) where a place fell free, the session stopped or began again to offer a mode, or the person left
-- the programme: those keep who registered.
CREATE FUNCTION note_registration_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  by_itself boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.state, NEW.mode, NEW.waiting_for) IS NOT DISTINCT FROM (OLD.state, OLD.mode, OLD.waiting_for)
      AND (NEW.substitute_for_id IS NOT DISTINCT FROM OLD.substitute_for_id OR NEW.registered_by_id = OLD.registered_by_id)
    THEN
      RETURN NULL;
    END IF;
    by_itself := NEW.registered_by_id = OLD.registered_by_id AND (
      (NEW.state = 'confirmed' AND NEW.waiting_for IS NULL AND NEW.mode = OLD.waiting_for
        AND NEW.substitute_for_id IS NOT DISTINCT FROM OLD.substitute_for_id)
      OR (NEW.moved_from IS NOT NULL AND OLD.moved_from IS NULL)
      OR (NEW.moved_waiting_for IS NOT NULL AND OLD.moved_waiting_for IS NULL)
      OR (NEW.state = OLD.state AND NEW.moved_from IS NULL AND NEW.moved_waiting_for IS NULL
        AND ((OLD.moved_from IS NOT NULL AND NEW.mode = OLD.moved_from)
          OR (OLD.moved_waiting_for IS NOT NULL AND NEW.waiting_for = OLD.moved_waiting_for)))
      OR (NEW.state = 'cancelled' AND NOT EXISTS (
        SELECT FROM membership m JOIN session s ON s.programme_id = m.programme_id
        WHERE s.id = NEW.session_id AND m.person_id = NEW.person_id AND m.role = 'participant' AND m.ended_at IS NULL)));
  END IF;
  INSERT INTO registration_change (session_id, person_id, was_state, was_mode, was_waiting_for, state, mode, waiting_for,
    substitute_for_id, by_id, at)
  VALUES (NEW.session_id, NEW.person_id,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, CASE WHEN TG_OP = 'UPDATE' THEN OLD.mode END,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.waiting_for END,
    NEW.state, NEW.mode, NEW.waiting_for, NEW.substitute_for_id,
    CASE WHEN NOT by_itself THEN NEW.registered_by_id END, NEW.changed_at);
  RETURN NULL;
END $$;

CREATE TRIGGER registration_change_noted AFTER INSERT OR UPDATE ON "registration"
FOR EACH ROW EXECUTE FUNCTION note_registration_change();
