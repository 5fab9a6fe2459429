-- CreateEnum
CREATE TYPE "question_state" AS ENUM ('waiting', 'answered', 'withdrawn');

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "company_id" UUID,
    "person_id" UUID,
    "adviser_id" UUID,
    "state" "question_state" NOT NULL DEFAULT 'waiting',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_text" (
    "question_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "question_text_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "question_answer" (
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_answer_pkey" PRIMARY KEY ("question_id","version")
);

-- CreateTable
CREATE TABLE "question_pass" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "question_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_pass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faq_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "question_ja" TEXT NOT NULL DEFAULT '',
    "answer_ja" TEXT NOT NULL DEFAULT '',
    "question_en" TEXT NOT NULL DEFAULT '',
    "answer_en" TEXT NOT NULL DEFAULT '',
    "question_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "faq_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_programme_id_state_asked_at_idx" ON "question"("programme_id", "state", "asked_at");

-- CreateIndex
CREATE INDEX "question_person_id_idx" ON "question"("person_id");

-- CreateIndex
CREATE INDEX "question_adviser_id_idx" ON "question"("adviser_id");

-- CreateIndex
CREATE INDEX "question_answered_by_id_idx" ON "question"("answered_by_id");

-- CreateIndex
CREATE INDEX "question_company_id_idx" ON "question"("company_id");

-- CreateIndex
CREATE INDEX "question_text_asker_id_idx" ON "question_text"("asker_id");

-- CreateIndex
CREATE INDEX "question_answer_by_id_idx" ON "question_answer"("by_id");

-- CreateIndex
CREATE INDEX "question_pass_question_id_idx" ON "question_pass"("question_id");

-- CreateIndex
CREATE INDEX "question_pass_by_id_idx" ON "question_pass"("by_id");

-- CreateIndex
CREATE INDEX "faq_entry_programme_id_idx" ON "faq_entry"("programme_id");

-- CreateIndex
CREATE INDEX "faq_entry_question_id_idx" ON "faq_entry"("question_id");

-- CreateIndex
CREATE INDEX "faq_entry_created_by_id_idx" ON "faq_entry"("created_by_id");

-- CreateIndex
CREATE INDEX "faq_entry_changed_by_id_idx" ON "faq_entry"("changed_by_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_adviser_id_fkey" FOREIGN KEY ("adviser_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_text" ADD CONSTRAINT "question_text_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_text" ADD CONSTRAINT "question_text_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question_text"("question_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_pass" ADD CONSTRAINT "question_pass_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question_text"("question_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_pass" ADD CONSTRAINT "question_pass_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- A question that was answered says when, and one that was withdrawn, too.
ALTER TABLE "question" ADD CONSTRAINT "question_settled"
  CHECK (("state" = 'answered') = ("answered_at" IS NOT NULL) AND ("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL));

-- Whom an entry answers in one language, it answers whole; and in one it does.
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_whole"
  CHECK (("question_ja" = '') = ("answer_ja" = '') AND ("question_en" = '') = ("answer_en" = '')
    AND NOT ("question_ja" = '' AND "question_en" = ''));

-- The second wall (see 20261207110000_draft_walls). Who asked whom and when: the asker, the company's advisers, the secretariat and
-- what works for the programme. What is asked and answered: the asker, and who is asked at this moment.

-- The programmes whose secretariat they are; none for what works for no person.
CREATE FUNCTION viewer_secretariat() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  IF viewer() IS NULL THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(SELECT m.programme_id FROM viewer_memberships() m WHERE m.role = 'secretariat');
END $$;

DO $$
DECLARE
  own constant text := 'person_id = (SELECT viewer_person())';
  advised constant text := 'company_id = ANY ((SELECT viewer_companies(''{adviser}''))::uuid[])';
  overseen constant text := 'programme_id = ANY ((SELECT viewer_programmes(false))::uuid[])';
  -- The adviser who is asked, as long as she looks after the company; otherwise the secretariat.
  held constant text := 'q.adviser_id IS NOT NULL AND EXISTS (SELECT FROM assignment a JOIN membership m
    ON m.person_id = a.adviser_id AND m.programme_id = a.programme_id AND m.role = ''adviser'' AND m.ended_at IS NULL
    WHERE a.adviser_id = q.adviser_id AND a.company_id = q.company_id AND a.ended_at IS NULL)';
  asked constant text := '(q.adviser_id = (SELECT viewer_person()) AND q.company_id = ANY ((SELECT viewer_companies(''{adviser}''))::uuid[])
    OR q.programme_id = ANY ((SELECT viewer_secretariat())::uuid[]) AND NOT (' || held || '))';
  reads constant text := 'EXISTS (SELECT FROM question q WHERE q.id = question_id AND (q.person_id = (SELECT viewer_person()) OR ' || asked || '))';
  writes constant text := 'EXISTS (SELECT FROM question q WHERE q.id = question_id AND ' || asked || ')';
  asks constant text := 'EXISTS (SELECT FROM question q WHERE q.id = question_id AND q.person_id = (SELECT viewer_person()))
    AND asker_id = (SELECT viewer_person())';
  either constant text := '(' || own || ' OR ' || advised || ' OR ' || overseen || ')';
  whole constant text := '(company_id IS NULL OR EXISTS (SELECT FROM company o WHERE o.id = company_id AND o.programme_id = question.programme_id))';
  wall text;
BEGIN
  FOREACH wall IN ARRAY ARRAY['question', 'question_text', 'question_answer', 'question_pass'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wall);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wall);
  END LOOP;
  EXECUTE 'CREATE POLICY reads ON question FOR SELECT USING (' || either || ')';
  EXECUTE 'CREATE POLICY asks ON question FOR INSERT WITH CHECK (' || own || ' AND ' || whole || ')';
  EXECUTE 'CREATE POLICY changes ON question FOR UPDATE USING (' || either || ') WITH CHECK (' || either || ' AND ' || whole || ')';
  EXECUTE 'CREATE POLICY merges ON question USING (ARRAY[person_id, adviser_id, answered_by_id] && (SELECT viewer_merges())::uuid[])';
  EXECUTE 'CREATE POLICY reads ON question_text FOR SELECT USING (' || reads || ')';
  EXECUTE 'CREATE POLICY asks ON question_text FOR INSERT WITH CHECK (' || asks || ')';
  EXECUTE 'CREATE POLICY withdraws ON question_text FOR DELETE USING (' || asks || ')';
  EXECUTE 'CREATE POLICY merges ON question_text USING (asker_id = ANY ((SELECT viewer_merges())::uuid[]))';
  EXECUTE 'CREATE POLICY reads ON question_answer FOR SELECT USING (' || reads || ')';
  EXECUTE 'CREATE POLICY answers ON question_answer FOR INSERT WITH CHECK (' || writes || ')';
  EXECUTE 'CREATE POLICY merges ON question_answer USING (by_id = ANY ((SELECT viewer_merges())::uuid[]))';
  EXECUTE 'CREATE POLICY reads ON question_pass FOR SELECT USING (' || writes || ')';
  EXECUTE 'CREATE POLICY passes ON question_pass FOR INSERT WITH CHECK (' || writes || ')';
  EXECUTE 'CREATE POLICY merges ON question_pass USING (by_id = ANY ((SELECT viewer_merges())::uuid[]))';
END $$;
