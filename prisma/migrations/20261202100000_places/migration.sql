-- A channel is in a workspace, and a workspace serves every programme that is bound to it: a place belongs to none of them alone.
-- No release has entered one yet.
ALTER TABLE "place" DROP CONSTRAINT "place_programme_id_fkey";
ALTER TABLE "place" DROP COLUMN "programme_id";

-- Who reads what is posted there. Of what an earlier version may have entered the widest is assumed.
CREATE TYPE "place_readers" AS ENUM ('members', 'tenant', 'others');
ALTER TABLE "place" ADD COLUMN "readers" "place_readers" NOT NULL DEFAULT 'others';
ALTER TABLE "place" ALTER COLUMN "readers" DROP DEFAULT;

-- Nobody approves what they proposed themselves.
ALTER TABLE "announcement" ADD COLUMN "proposed_by_id" UUID;
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
