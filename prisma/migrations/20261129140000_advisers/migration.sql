-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_company_id_idx" ON "assignment"("company_id");

-- CreateIndex
CREATE INDEX "assignment_adviser_id_idx" ON "assignment"("adviser_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_adviser_id_fkey" FOREIGN KEY ("adviser_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that the schema file cannot say.

-- An adviser looks after a company once, however many set it at the same time.
CREATE UNIQUE INDEX "assignment_current" ON "assignment"("adviser_id", "company_id") WHERE "ended_at" IS NULL;

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_ends_after_start" CHECK ("ended_at" >= "since");
