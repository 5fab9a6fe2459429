-- CreateEnum
CREATE TYPE "publication_outcome" AS ENUM ('shows_title', 'shows_no_title', 'unread', 'not_reachable', 'not_public');

-- CreateTable
CREATE TABLE "publication_look" (
    "event_id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "outcome" "publication_outcome",
    "status" INTEGER,
    "looked_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_look_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "publication_look_deliverable_id_idx" ON "publication_look"("deliverable_id");

-- CreateIndex
CREATE INDEX "publication_look_company_id_idx" ON "publication_look"("company_id");

-- CreateIndex
CREATE INDEX "publication_look_programme_id_next_at_idx" ON "publication_look"("programme_id", "next_at");

-- AddForeignKey
ALTER TABLE "publication_look" ADD CONSTRAINT "publication_look_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "deliverable_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_look" ADD CONSTRAINT "publication_look_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- It is seen by the same people as stages and dates (programme/drafts/walls.ts), and hangs on an event of the same company.
ALTER TABLE "publication_look" ADD CONSTRAINT "publication_look_seen" CHECK (("outcome" IS NULL) = ("looked_at" IS NULL));
ALTER TABLE "publication_look" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "publication_look" FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  stages constant text := '(company_id = ANY ((SELECT viewer_companies(''{participant,adviser}''))::uuid[])
    OR programme_id = ANY ((SELECT viewer_programmes(false))::uuid[]))';
  -- Nobody writes it but the job, which works for its programme.
  job constant text := '((SELECT viewer() ->> ''kind'') = ''programme'' AND programme_id = ANY ((SELECT viewer_programmes(false))::uuid[]))';
  hangs constant text := 'EXISTS (SELECT FROM deliverable_event o WHERE o.id = event_id AND o.deliverable_id = publication_look.deliverable_id
    AND o.company_id = publication_look.company_id AND o.programme_id = publication_look.programme_id)';
BEGIN
  EXECUTE 'CREATE POLICY reads ON "publication_look" FOR SELECT USING (' || stages || ')';
  EXECUTE 'CREATE POLICY adds ON "publication_look" FOR INSERT WITH CHECK (' || job || ' AND ' || hangs || ')';
  EXECUTE 'CREATE POLICY changes ON "publication_look" FOR UPDATE USING (' || job || ') WITH CHECK (' || job || ' AND ' || hangs || ')';
  EXECUTE 'CREATE POLICY deletes ON "publication_look" FOR DELETE USING (' || job || ')';
END $$;
