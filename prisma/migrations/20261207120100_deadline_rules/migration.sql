-- Programmes that are there begin with the rules of a new one; the worker plans what they remind of.
INSERT INTO "reminder_rule" ("programme_id", "kind", "before", "created_at")
SELECT "programme"."id", 'deadline', "rule"."before", now() FROM "programme", (VALUES (20160), (10080), (4320), (0), (-1440)) AS "rule" ("before");
UPDATE "programme" SET "reminders_at" = NULL;
