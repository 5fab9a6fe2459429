-- CreateEnum
CREATE TYPE "channel" AS ENUM ('slack', 'teams', 'email');

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "channel" "channel",
ADD COLUMN     "tenant" TEXT;



-- Rules that the schema file cannot say.

-- A platform is reached through one workspace or tenant; e-mail knows none.
ALTER TABLE "notification" ADD CONSTRAINT "notification_tenant_of_platform"
  CHECK ("channel" IS NULL OR "channel" = 'email' OR "tenant" IS NOT NULL);

-- How much is on its way to a workspace or tenant; what is settled leaves the index.
CREATE INDEX "notification_under_way" ON "notification" ("channel", "tenant") WHERE "state" IN ('queued', 'sending');

-- What has been sent already went to its account. What is still to be sent is given its way when it is claimed.
UPDATE "notification" SET "channel" = "account"."platform"::text::"channel", "tenant" = "account"."tenant"
FROM "account"
WHERE "account"."id" = "notification"."account_id" AND "notification"."settled_at" IS NOT NULL;
