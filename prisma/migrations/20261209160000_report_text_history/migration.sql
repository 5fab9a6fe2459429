-- AlterTable
ALTER TABLE "report_text" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "report_text_version" (
    "text_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "ja" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "said" "language",
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_text_version_pkey" PRIMARY KEY ("text_id", "version")
);

-- CreateIndex
CREATE INDEX "report_text_version_changed_by_id_idx" ON "report_text_version"("changed_by_id");

-- AddForeignKey
ALTER TABLE "report_text_version" ADD CONSTRAINT "report_text_version_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "report_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_text_version" ADD CONSTRAINT "report_text_version_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is there already is its first version.
INSERT INTO "report_text_version" ("text_id", "version", "ja", "en", "said", "changed_by_id", "changed_at")
  SELECT "id", "version", "ja", "en", "said", "changed_by_id", "changed_at" FROM "report_text";

-- Chat and import both write texts. Either way a change is a new version, and the one before stays.
CREATE FUNCTION count_report_text_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."ja", NEW."en", NEW."said") IS DISTINCT FROM (OLD."ja", OLD."en", OLD."said") THEN
    NEW."version" := OLD."version" + 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER report_text_counts_versions BEFORE UPDATE ON "report_text"
  FOR EACH ROW EXECUTE FUNCTION count_report_text_version();

CREATE FUNCTION keep_report_text_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "report_text_version" ("text_id", "version", "ja", "en", "said", "changed_by_id", "changed_at")
    VALUES (NEW."id", NEW."version", NEW."ja", NEW."en", NEW."said", NEW."changed_by_id", NEW."changed_at")
    ON CONFLICT ("text_id", "version") DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER report_text_keeps_versions AFTER INSERT OR UPDATE ON "report_text"
  FOR EACH ROW EXECUTE FUNCTION keep_report_text_version();
