-- A further year of a programme is seen by its secretariat alone until it is announced; those that are there are seen already.
ALTER TABLE "programme" ADD COLUMN "opened_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- By which two people of one name are told apart.
ALTER TABLE "membership" ADD COLUMN "title_ja" TEXT NOT NULL DEFAULT '',
ADD COLUMN "title_en" TEXT NOT NULL DEFAULT '';

-- Somebody's part in a programme went to a colleague.
ALTER TYPE "member_change_kind" ADD VALUE 'handed_on';
