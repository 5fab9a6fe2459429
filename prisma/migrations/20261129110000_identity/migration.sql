-- CreateEnum
CREATE TYPE "member_change_kind" AS ENUM ('added', 'invited', 'linked', 'objected', 'unlinked', 'relinked', 'merged', 'ended', 'moved_up');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "unlinked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "issued_by_id" UUID;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "walked_in" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "codes_locked_until" TIMESTAMPTZ(3),
ADD COLUMN     "failed_codes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "account_grant" (
    "account_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "issued_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_grant_pkey" PRIMARY KEY ("account_id","programme_id")
);

-- CreateTable
CREATE TABLE "member_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "member_change_kind" NOT NULL,
    "other_person_id" UUID,
    "account_id" UUID,
    "session_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_signature" (
    "signature" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_signature_pkey" PRIMARY KEY ("signature")
);

-- CreateIndex
CREATE INDEX "member_change_person_id_at_idx" ON "member_change"("person_id", "at");

-- CreateIndex
CREATE INDEX "seen_signature_expires_at_idx" ON "seen_signature"("expires_at");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_change" ADD CONSTRAINT "member_change_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_change" ADD CONSTRAINT "member_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_change" ADD CONSTRAINT "member_change_other_person_id_fkey" FOREIGN KEY ("other_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_change" ADD CONSTRAINT "member_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that the schema file cannot say.

-- Who is merged into themselves would be nobody.
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_another" CHECK ("merged_into_id" <> "id");
ALTER TABLE "person" ADD CONSTRAINT "person_failed_codes_not_negative" CHECK ("failed_codes" >= 0);

-- Whether a person takes part in a programme. Volatile, so that called after a session was locked it sees who was taken off
-- the roster or merged away meanwhile. A function, so that a test can take the check out and watch the race appear.
CREATE FUNCTION "takes_part"("programme" uuid, "person" uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS
$$ BEGIN
  RETURN EXISTS (
    SELECT FROM "membership"
    WHERE "programme_id" = "programme" AND "person_id" = "person" AND "role" = 'participant' AND "ended_at" IS NULL);
END $$;
