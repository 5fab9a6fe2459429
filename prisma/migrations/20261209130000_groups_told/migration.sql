-- What people were told of their group, so that a later change of it is noticed, and is not shown before it is told.
-- AlterTable
ALTER TABLE "group_place" ADD COLUMN     "told_facilitator" TEXT,
ADD COLUMN     "told_mode" "mode",
ADD COLUMN     "told_people" INTEGER;

-- Who was told before is taken to know their group as it is now.
UPDATE "group_place" p SET
  "told_facilitator" = coalesce((SELECT g."facilitator" FROM "session_group" g WHERE g."plan_id" = p."plan_id" AND g."number" = p."told_number"), ''),
  "told_mode" = (SELECT g."mode" FROM "session_group" g WHERE g."plan_id" = p."plan_id" AND g."number" = p."told_number"),
  "told_people" = (SELECT count(*) FROM "group_place" o WHERE o."plan_id" = p."plan_id" AND o."told_number" = p."told_number")
WHERE p."told_number" IS NOT NULL;

ALTER TABLE "group_place" ADD CONSTRAINT "group_place_told_of" CHECK (
  ("told_number" IS NULL) = ("told_facilitator" IS NULL)
  AND ("told_number" IS NULL) = ("told_people" IS NULL)
  AND ("told_mode" IS NULL OR "told_number" IS NOT NULL)
  AND "told_people" >= 1);
