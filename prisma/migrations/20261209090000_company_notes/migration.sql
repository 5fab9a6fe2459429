-- CreateTable
CREATE TABLE "company_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "company_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "company_note_company_id_at_idx" ON "company_note"("company_id", "at");

-- CreateIndex
CREATE INDEX "company_note_programme_id_idx" ON "company_note"("programme_id");

-- CreateIndex
CREATE INDEX "company_note_by_id_idx" ON "company_note"("by_id");

-- AddForeignKey
ALTER TABLE "company_note" ADD CONSTRAINT "company_note_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_note" ADD CONSTRAINT "company_note_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_note" ADD CONSTRAINT "company_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the secretariat writes down about a company is never shown to it, nor to its adviser: to people of the secretariat alone, and
-- to no job. A note hangs on a company of the same programme and does not change.
ALTER TABLE "company_note" ADD CONSTRAINT "company_note_text" CHECK (btrim("text") <> '');
ALTER TABLE "company_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "company_note" FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  secretariat constant text := '((SELECT viewer() ->> ''kind'') IN (''account'', ''person'')
    AND programme_id = ANY ((SELECT viewer_programmes(false))::uuid[]))';
  hangs constant text := 'EXISTS (SELECT FROM company o WHERE o.id = company_id AND o.programme_id = company_note.programme_id)';
BEGIN
  EXECUTE 'CREATE POLICY reads ON "company_note" FOR SELECT USING (' || secretariat || ')';
  EXECUTE 'CREATE POLICY adds ON "company_note" FOR INSERT WITH CHECK (' || secretariat || ' AND ' || hangs || ')';
  EXECUTE 'CREATE POLICY deletes ON "company_note" FOR DELETE USING (' || secretariat || ')';
END $$;
