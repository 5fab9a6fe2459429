-- CreateTable
CREATE TABLE "answer_rating" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "missing" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" UUID,

    CONSTRAINT "answer_rating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answer_rating_person_id_idx" ON "answer_rating"("person_id");

-- CreateIndex
CREATE INDEX "answer_rating_settled_by_idx" ON "answer_rating"("settled_by");

-- CreateIndex
CREATE UNIQUE INDEX "answer_rating_once" ON "answer_rating"("programme_id", "person_id", "words");

-- AddForeignKey
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_settled_by_fkey" FOREIGN KEY ("settled_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that the schema file cannot say. Of an answer that helped nothing was missing, and there is nothing to settle.
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_words" CHECK ("words" <> '');
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_helpful" CHECK (NOT "helpful" OR ("missing" = '' AND "settled_at" IS NULL));
ALTER TABLE "answer_rating" ADD CONSTRAINT "answer_rating_settled" CHECK ("settled_at" IS NOT NULL OR "settled_by" IS NULL);

-- What the overview counts.
CREATE INDEX "answer_rating_open" ON "answer_rating"("programme_id", "answered_at") WHERE NOT "helpful" AND "settled_at" IS NULL;

-- The second wall (see 20261207110000_draft_walls). A rating is its author's, in a programme of theirs; the people of the secretariat
-- read and settle those that did not help, and no other.
DO $$
DECLARE
  own constant text := '(person_id = (SELECT viewer_person()) AND programme_id = ANY ((SELECT viewer_member_programmes())::uuid[]))';
  unhelpful constant text := '(NOT helpful AND programme_id = ANY ((SELECT viewer_secretariat())::uuid[]))';
BEGIN
  ALTER TABLE "answer_rating" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "answer_rating" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY reads ON answer_rating FOR SELECT USING (' || own || ' OR ' || unhelpful || ')';
  EXECUTE 'CREATE POLICY rates ON answer_rating FOR INSERT WITH CHECK (' || own || ')';
  EXECUTE 'CREATE POLICY rates_again ON answer_rating FOR UPDATE USING (' || own || ') WITH CHECK (' || own || ')';
  EXECUTE 'CREATE POLICY settles ON answer_rating FOR UPDATE USING (' || unhelpful || ') WITH CHECK (' || unhelpful || ')';
  EXECUTE 'CREATE POLICY merges ON answer_rating USING (ARRAY[person_id, settled_by] && (SELECT viewer_merges())::uuid[])';
END $$;
