-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID,
    "company_id" UUID,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "file_opening" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "file_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "file_programme_id_idx" ON "file"("programme_id");

-- CreateIndex
CREATE INDEX "file_company_id_idx" ON "file"("company_id");

-- CreateIndex
CREATE INDEX "file_person_id_idx" ON "file"("person_id");

-- CreateIndex
CREATE INDEX "file_expires_at_idx" ON "file"("expires_at");

-- CreateIndex
CREATE INDEX "file_opening_file_id_idx" ON "file_opening"("file_id");

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_opening" ADD CONSTRAINT "file_opening_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that the schema file cannot say.

-- A file of nobody would be reached by no rule on whose rows a person may see, and by no cascade.
ALTER TABLE "file" ADD CONSTRAINT "file_has_owner" CHECK (num_nonnulls("programme_id", "company_id", "person_id") > 0);
ALTER TABLE "file" ADD CONSTRAINT "file_size_not_negative" CHECK ("size" >= 0);
-- What reads a file takes one piece at a time, so that none may be large.
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_at_most_256_kilobytes" CHECK (octet_length("bytes") <= 262144);
ALTER TABLE "file_opening" ADD CONSTRAINT "file_opening_agent_known" CHECK ("agent" IN ('browser', 'other'));
-- Most of what is kept here is compressed already.
ALTER TABLE "file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
