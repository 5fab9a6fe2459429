-- CreateTable
CREATE TABLE "knowledge_source" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "document_source" NOT NULL,
    "language" "language" NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_passage" (
    "source_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL DEFAULT '',
    "page" INTEGER,
    "text" TEXT NOT NULL,

    CONSTRAINT "knowledge_passage_pkey" PRIMARY KEY ("source_id","position")
);

-- CreateIndex
CREATE INDEX "knowledge_source_programme_id_retired_at_idx" ON "knowledge_source"("programme_id", "retired_at");

-- CreateIndex
CREATE INDEX "knowledge_source_added_by_id_idx" ON "knowledge_source"("added_by_id");

-- AddForeignKey
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_passage" ADD CONSTRAINT "knowledge_passage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that the schema file cannot say. Of one title, and of one content, a programme has one that stands.
CREATE UNIQUE INDEX "knowledge_source_title" ON "knowledge_source"("programme_id", lower("title")) WHERE "retired_at" IS NULL;
CREATE UNIQUE INDEX "knowledge_source_content" ON "knowledge_source"("programme_id", "sha256") WHERE "retired_at" IS NULL;
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_named" CHECK ("title" <> '');
ALTER TABLE "knowledge_passage" ADD CONSTRAINT "knowledge_passage_says" CHECK ("position" > 0 AND "text" <> '');

-- The second wall (see 20261207110000_draft_walls). What a programme's knowledge says is for all of its members, and for what works
-- for the programme; its secretariat and what works for it change it.

-- The programmes that they belong to in any role, and the one that a job works for.
CREATE FUNCTION viewer_member_programmes() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  IF viewer() IS NULL THEN
    RETURN '{}';
  END IF;
  IF viewer() ->> 'kind' = 'programme' THEN
    RETURN ARRAY[(viewer() ->> 'programmeId')::uuid];
  END IF;
  RETURN ARRAY(SELECT DISTINCT m.programme_id FROM viewer_memberships() m);
END $$;

DO $$
DECLARE
  reads constant text := 'programme_id = ANY ((SELECT viewer_member_programmes())::uuid[])';
  writes constant text := 'programme_id = ANY ((SELECT viewer_programmes(false))::uuid[])';
  -- What a source's own policy shows.
  of_source constant text := 'source_id IN (SELECT s.id FROM knowledge_source s)';
  of_own_source constant text := 'source_id IN (SELECT s.id FROM knowledge_source s WHERE s.' || writes || ')';
  wall text;
BEGIN
  FOREACH wall IN ARRAY ARRAY['knowledge_source', 'knowledge_passage'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wall);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wall);
  END LOOP;
  EXECUTE 'CREATE POLICY reads ON knowledge_source FOR SELECT USING (' || reads || ')';
  EXECUTE 'CREATE POLICY adds ON knowledge_source FOR INSERT WITH CHECK (' || writes || ')';
  EXECUTE 'CREATE POLICY changes ON knowledge_source FOR UPDATE USING (' || writes || ') WITH CHECK (' || writes || ')';
  EXECUTE 'CREATE POLICY merges ON knowledge_source USING (added_by_id = ANY ((SELECT viewer_merges())::uuid[]))';
  EXECUTE 'CREATE POLICY reads ON knowledge_passage FOR SELECT USING (' || of_source || ')';
  EXECUTE 'CREATE POLICY adds ON knowledge_passage FOR INSERT WITH CHECK (' || of_own_source || ')';
  EXECUTE 'CREATE POLICY removes ON knowledge_passage FOR DELETE USING (' || of_own_source || ')';
END $$;
