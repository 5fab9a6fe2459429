-- CreateEnum
CREATE TYPE "attendance_end" AS ENUM ('corrected', 'moved', 'left');

-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "ended" "attendance_end",
ADD COLUMN     "number" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "moved_from" "mode",
ADD COLUMN     "moved_queue" INTEGER,
ADD COLUMN     "moved_waiting_for" "mode";



-- Rules that the schema file cannot say.

-- Until now a record ended only by a correction.
UPDATE "attendance" SET "ended" = 'corrected' WHERE "superseded_at" IS NOT NULL;

-- The rows that were there got numbers in no order.
UPDATE "attendance" SET "number" = "numbered"."number"
FROM (SELECT "id", row_number() OVER (ORDER BY "recorded_at", "id")::int AS "number" FROM "attendance") AS "numbered"
WHERE "attendance"."id" = "numbered"."id";

ALTER TABLE "attendance" ADD CONSTRAINT "attendance_ended_when_superseded" CHECK (("superseded_at" IS NULL) = ("ended" IS NULL));
