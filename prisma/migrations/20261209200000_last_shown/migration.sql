-- CreateTable
CREATE TABLE "last_shown" (
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "lists" JSONB NOT NULL,
    "proposes" BOOLEAN NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "last_shown_pkey" PRIMARY KEY ("account_id", "person_id")
);

-- CreateIndex
CREATE INDEX "last_shown_person_id_idx" ON "last_shown"("person_id");

-- CreateIndex
CREATE INDEX "last_shown_shown_at_idx" ON "last_shown"("shown_at");

-- AddForeignKey
ALTER TABLE "last_shown" ADD CONSTRAINT "last_shown_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "last_shown" ADD CONSTRAINT "last_shown_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that the schema file cannot say.

-- What somebody was shown is theirs alone; what is old is swept away unread.
ALTER TABLE "last_shown" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "last_shown" FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON "last_shown" USING (person_id = (SELECT viewer_person())) WITH CHECK (person_id = (SELECT viewer_person()));
CREATE POLICY swept ON "last_shown" FOR SELECT USING ((SELECT viewer_keeps_house()));
CREATE POLICY forgotten ON "last_shown" FOR DELETE USING ((SELECT viewer_keeps_house()));
