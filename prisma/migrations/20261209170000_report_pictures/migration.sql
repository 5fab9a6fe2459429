-- CreateTable
CREATE TABLE "report_photograph" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "caption_ja" TEXT NOT NULL DEFAULT '',
    "caption_en" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_photograph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_presentation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title_ja" TEXT NOT NULL DEFAULT '',
    "title_en" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_presentation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_photograph_file_id_key" ON "report_photograph"("file_id");

-- CreateIndex
CREATE INDEX "report_photograph_programme_id_session_id_position_idx" ON "report_photograph"("programme_id", "session_id", "position");

-- CreateIndex
CREATE INDEX "report_photograph_session_id_idx" ON "report_photograph"("session_id");

-- CreateIndex
CREATE INDEX "report_photograph_added_by_id_idx" ON "report_photograph"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_presentation_file_id_key" ON "report_presentation"("file_id");

-- CreateIndex
CREATE INDEX "report_presentation_programme_id_idx" ON "report_presentation"("programme_id");

-- CreateIndex
CREATE INDEX "report_presentation_company_id_idx" ON "report_presentation"("company_id");

-- CreateIndex
CREATE INDEX "report_presentation_added_by_id_idx" ON "report_presentation"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_presentation_once" ON "report_presentation"("session_id", "company_id");

-- AddForeignKey
ALTER TABLE "report_photograph" ADD CONSTRAINT "report_photograph_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_photograph" ADD CONSTRAINT "report_photograph_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_photograph" ADD CONSTRAINT "report_photograph_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_photograph" ADD CONSTRAINT "report_photograph_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that the schema file cannot say.
ALTER TABLE "report_photograph" ADD CONSTRAINT "report_photograph_has_place_and_size"
  CHECK ("position" > 0 AND "width" > 0 AND "height" > 0);
ALTER TABLE "report_presentation" ADD CONSTRAINT "report_presentation_has_place" CHECK ("position" > 0);
