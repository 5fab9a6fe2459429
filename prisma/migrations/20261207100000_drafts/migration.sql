-- CreateEnum
CREATE TYPE "deliverable_stage" AS ENUM ('not_started', 'drafting', 'submitted', 'in_review', 'to_be_revised', 'confirmed', 'approved', 'published');

-- CreateEnum
CREATE TYPE "deliverable_event_kind" AS ENUM ('begun', 'submitted', 'replaced', 'opened', 'revision_asked', 'confirmed', 'approved', 'published', 'withdrawn', 'erased', 'taken_back', 'due_moved');

-- CreateEnum
CREATE TYPE "document_source" AS ENUM ('docx', 'pdf', 'markdown', 'plain', 'pasted');

-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('confirmed', 'to_be_revised');

-- CreateEnum
CREATE TYPE "review_target" AS ENUM ('whole', 'element', 'quotation');

-- CreateEnum
CREATE TYPE "extension_state" AS ENUM ('asked', 'granted', 'refused', 'by_late_review');

-- CreateEnum
CREATE TYPE "check_mark_kind" AS ENUM ('missed', 'false_hit');

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "open_drafts" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "deliverable_type" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_ja" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "checklist" TEXT,
    "due_on" DATE,
    "depends_on_id" UUID,
    "review_days" INTEGER NOT NULL DEFAULT 5,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deliverable_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "stage" "deliverable_stage" NOT NULL DEFAULT 'not_started',
    "stage_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft_count" INTEGER NOT NULL DEFAULT 0,
    "comment_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deliverable_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "deliverable_event_kind" NOT NULL,
    "draft_number" INTEGER,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE,
    "approved_by" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "deliverable_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_extension" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deliverable_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "state" "extension_state" NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "due_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deliverable_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" "document_source" NOT NULL,
    "language" "language" NOT NULL,
    "sha256" TEXT,
    "file_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,
    "replaced_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "review_due_on" DATE,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_text" (
    "draft_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "pages" INTEGER,
    "characters" INTEGER NOT NULL,

    CONSTRAINT "draft_text_pkey" PRIMARY KEY ("draft_id")
);

-- CreateTable
CREATE TABLE "draft_check" (
    "draft_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "checklist" TEXT NOT NULL,
    "elements" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_check_pkey" PRIMARY KEY ("draft_id")
);

-- CreateTable
CREATE TABLE "draft_declaration" (
    "deliverable_id" UUID NOT NULL,
    "element" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_declaration_pkey" PRIMARY KEY ("deliverable_id","element")
);

-- CreateTable
CREATE TABLE "check_mark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draft_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "element" TEXT NOT NULL,
    "kind" "check_mark_kind" NOT NULL,
    "sentence" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_look" (
    "deliverable_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_look_pkey" PRIMARY KEY ("deliverable_id","person_id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draft_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "review_outcome",
    "words" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deliverable_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "target" "review_target" NOT NULL,
    "element" TEXT,
    "quotation" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "written_by" TEXT NOT NULL DEFAULT '',
    "document_key" TEXT,

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment_version" (
    "comment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_comment_version_pkey" PRIMARY KEY ("comment_id","version")
);

-- CreateTable
CREATE TABLE "comment_answer" (
    "comment_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "draft_id" UUID,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_answer_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "received_document" (
    "file_id" UUID NOT NULL,
    "source" "document_source",
    "text" JSONB,
    "fault" JSONB,

    CONSTRAINT "received_document_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE INDEX "deliverable_type_depends_on_id_idx" ON "deliverable_type"("depends_on_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_type_programme_id_code_key" ON "deliverable_type"("programme_id", "code");

-- CreateIndex
CREATE INDEX "deliverable_programme_id_stage_idx" ON "deliverable"("programme_id", "stage");

-- CreateIndex
CREATE INDEX "deliverable_company_id_idx" ON "deliverable"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_type_id_company_id_key" ON "deliverable"("type_id", "company_id");

-- CreateIndex
CREATE INDEX "deliverable_event_person_id_idx" ON "deliverable_event"("person_id");

-- CreateIndex
CREATE INDEX "deliverable_event_company_id_idx" ON "deliverable_event"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_event_deliverable_id_position_key" ON "deliverable_event"("deliverable_id", "position");

-- CreateIndex
CREATE INDEX "due_extension_deliverable_id_idx" ON "due_extension"("deliverable_id");

-- CreateIndex
CREATE INDEX "due_extension_programme_id_state_idx" ON "due_extension"("programme_id", "state");

-- CreateIndex
CREATE INDEX "due_extension_asked_by_id_idx" ON "due_extension"("asked_by_id");

-- CreateIndex
CREATE INDEX "due_extension_decided_by_id_idx" ON "due_extension"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_file_id_key" ON "draft"("file_id");

-- CreateIndex
CREATE INDEX "draft_programme_id_submitted_at_idx" ON "draft"("programme_id", "submitted_at");

-- CreateIndex
CREATE INDEX "draft_company_id_idx" ON "draft"("company_id");

-- CreateIndex
CREATE INDEX "draft_submitted_by_id_idx" ON "draft"("submitted_by_id");

-- CreateIndex
CREATE INDEX "draft_opened_by_id_idx" ON "draft"("opened_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_deliverable_id_number_key" ON "draft"("deliverable_id", "number");

-- CreateIndex
CREATE INDEX "draft_text_company_id_idx" ON "draft_text"("company_id");

-- CreateIndex
CREATE INDEX "draft_check_company_id_idx" ON "draft_check"("company_id");

-- CreateIndex
CREATE INDEX "draft_declaration_person_id_idx" ON "draft_declaration"("person_id");

-- CreateIndex
CREATE INDEX "draft_declaration_company_id_idx" ON "draft_declaration"("company_id");

-- CreateIndex
CREATE INDEX "check_mark_person_id_idx" ON "check_mark"("person_id");

-- CreateIndex
CREATE INDEX "check_mark_company_id_idx" ON "check_mark"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_mark_draft_id_element_kind_sentence_key" ON "check_mark"("draft_id", "element", "kind", "sentence");

-- CreateIndex
CREATE INDEX "draft_look_person_id_idx" ON "draft_look"("person_id");

-- CreateIndex
CREATE INDEX "draft_look_draft_id_idx" ON "draft_look"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_draft_id_key" ON "review"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_file_id_key" ON "review"("file_id");

-- CreateIndex
CREATE INDEX "review_reviewer_id_idx" ON "review"("reviewer_id");

-- CreateIndex
CREATE INDEX "review_company_id_idx" ON "review"("company_id");

-- CreateIndex
CREATE INDEX "review_comment_draft_id_idx" ON "review_comment"("draft_id");

-- CreateIndex
CREATE INDEX "review_comment_author_id_idx" ON "review_comment"("author_id");

-- CreateIndex
CREATE INDEX "review_comment_company_id_idx" ON "review_comment"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_comment_deliverable_id_number_key" ON "review_comment"("deliverable_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "review_comment_review_id_document_key_key" ON "review_comment"("review_id", "document_key");

-- CreateIndex
CREATE INDEX "review_comment_version_company_id_idx" ON "review_comment_version"("company_id");

-- CreateIndex
CREATE INDEX "comment_answer_draft_id_idx" ON "comment_answer"("draft_id");

-- CreateIndex
CREATE INDEX "comment_answer_person_id_idx" ON "comment_answer"("person_id");

-- CreateIndex
CREATE INDEX "comment_answer_company_id_idx" ON "comment_answer"("company_id");

-- AddForeignKey
ALTER TABLE "received_document" ADD CONSTRAINT "received_document_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_type" ADD CONSTRAINT "deliverable_type_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_type" ADD CONSTRAINT "deliverable_type_depends_on_id_fkey" FOREIGN KEY ("depends_on_id") REFERENCES "deliverable_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "deliverable_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_event" ADD CONSTRAINT "deliverable_event_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_event" ADD CONSTRAINT "deliverable_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_extension" ADD CONSTRAINT "due_extension_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_extension" ADD CONSTRAINT "due_extension_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_extension" ADD CONSTRAINT "due_extension_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_text" ADD CONSTRAINT "draft_text_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_check" ADD CONSTRAINT "draft_check_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_declaration" ADD CONSTRAINT "draft_declaration_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_declaration" ADD CONSTRAINT "draft_declaration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_mark" ADD CONSTRAINT "check_mark_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_mark" ADD CONSTRAINT "check_mark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_look" ADD CONSTRAINT "draft_look_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_look" ADD CONSTRAINT "draft_look_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_look" ADD CONSTRAINT "draft_look_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment_version" ADD CONSTRAINT "review_comment_version_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "review_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_answer" ADD CONSTRAINT "comment_answer_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "review_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_answer" ADD CONSTRAINT "comment_answer_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_answer" ADD CONSTRAINT "comment_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the schema cannot say.
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_counts" CHECK ("draft_count" >= 0 AND "comment_count" >= 0);
ALTER TABLE "draft" ADD CONSTRAINT "draft_number" CHECK ("number" > 0);
ALTER TABLE "draft" ADD CONSTRAINT "draft_erased" CHECK ("erased_at" IS NULL OR ("sha256" IS NULL AND "file_id" IS NULL AND "note" = ''));
ALTER TABLE "review" ADD CONSTRAINT "review_ended" CHECK (("ended_at" IS NULL) = ("outcome" IS NULL));
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_target" CHECK (
  CASE "target" WHEN 'element' THEN "element" IS NOT NULL WHEN 'quotation' THEN "quotation" <> '' ELSE true END);
-- A company has one open question about its due date at a time.
CREATE UNIQUE INDEX "due_extension_asked_once" ON "due_extension" ("deliverable_id") WHERE "state" = 'asked';
ALTER TABLE "received_document" ADD CONSTRAINT "received_document_read" CHECK (
  ("fault" IS NULL) = ("source" IS NOT NULL) AND ("source" IS NULL) = ("text" IS NULL));
