-- CreateEnum
CREATE TYPE "report_section" AS ENUM ('purpose', 'organiser', 'members', 'cooperating', 'participants', 'activities', 'results', 'consultations', 'plans', 'summary', 'voices', 'presentations');

-- CreateTable
CREATE TABLE "report_text" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID,
    "section" "report_section" NOT NULL,
    "ja" TEXT NOT NULL DEFAULT '',
    "en" TEXT NOT NULL DEFAULT '',
    "said" "language",
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_correction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "figure" TEXT NOT NULL,
    "subject_id" UUID,
    "old" DOUBLE PRECISION NOT NULL,
    "new" DOUBLE PRECISION NOT NULL,
    "why" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "erratum" BOOLEAN NOT NULL,
    "number" SERIAL NOT NULL,

    CONSTRAINT "figure_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_freeze" (
    "programme_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_freeze_pkey" PRIMARY KEY ("programme_id")
);

-- CreateIndex
CREATE INDEX "report_text_session_id_idx" ON "report_text"("session_id");

-- CreateIndex
CREATE INDEX "report_text_changed_by_id_idx" ON "report_text"("changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_text_once" ON "report_text"("programme_id", "session_id", "section") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "figure_correction_programme_id_number_idx" ON "figure_correction"("programme_id", "number");

-- CreateIndex
CREATE INDEX "figure_correction_by_id_idx" ON "figure_correction"("by_id");

-- CreateIndex
CREATE INDEX "report_freeze_by_id_idx" ON "report_freeze"("by_id");

-- AddForeignKey
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_correction" ADD CONSTRAINT "figure_correction_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_correction" ADD CONSTRAINT "figure_correction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_freeze" ADD CONSTRAINT "report_freeze_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_freeze" ADD CONSTRAINT "report_freeze_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is written about a session, and what about the programme.
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_of_its_subject"
  CHECK (("session_id" IS NOT NULL) = ("section" IN ('summary', 'voices', 'presentations')));
