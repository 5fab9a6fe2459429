-- What an installation of the third released migration holds beside the rows of the first: files, their bytes and openings, the
-- app's own secret, and the way that what was sent has taken. All of it invented; never changed to suit a later migration.

UPDATE "notification" SET "channel" = "account"."platform"::text::"channel", "tenant" = "account"."tenant"
FROM "account" WHERE "account"."id" = "notification"."account_id" AND "notification"."settled_at" IS NOT NULL;

INSERT INTO "secret" ("name", "value", "created_at") VALUES
  ('file-links', 'bm90IGEgcmVhbCBzZWNyZXQsIGludmVudGVkIGZvciB0aGlzIGZpeHR1cmU', '2026-11-28 01:00:00+00');

INSERT INTO "file" ("id", "programme_id", "company_id", "person_id", "kind", "name", "content_type", "size", "sha256", "created_at", "expires_at") VALUES
  ('a0000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', NULL, '40000000-0000-4000-8000-000000000003', 'attendee-list', '出欠一覧.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 5, '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', '2026-11-28 01:00:00+00', '2099-12-31 00:00:00+00'),
  ('a0000000-0000-4000-8000-000000000002', NULL, NULL, '40000000-0000-4000-8000-000000000001', 'attendee-list', 'kept in a folder.xlsx', 'application/octet-stream', 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-11-28 01:00:00+00', NULL);

INSERT INTO "file_chunk" ("file_id", "position", "bytes") VALUES
  ('a0000000-0000-4000-8000-000000000001', 0, 'hello');

INSERT INTO "file_opening" ("id", "file_id", "at", "agent") VALUES
  ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', '2026-11-28 02:00:00+00', 'browser');
