-- CreateTable
CREATE TABLE "group_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "apart" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published" INTEGER NOT NULL DEFAULT 0,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_group" (
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "mode" "mode",
    "facilitator" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_group_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateTable
CREATE TABLE "group_place" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "company_id" UUID,
    "mode" "mode" NOT NULL,
    "number" INTEGER,
    "told_number" INTEGER,
    "told_with" INTEGER,

    CONSTRAINT "group_place_pkey" PRIMARY KEY ("plan_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_plan_session_id_key" ON "group_plan"("session_id");

-- CreateIndex
CREATE INDEX "group_plan_programme_id_idx" ON "group_plan"("programme_id");

-- CreateIndex
CREATE INDEX "group_plan_changed_by_id_idx" ON "group_plan"("changed_by_id");

-- CreateIndex
CREATE INDEX "group_place_person_id_idx" ON "group_place"("person_id");

-- CreateIndex
CREATE INDEX "group_place_company_id_idx" ON "group_place"("company_id");

-- AddForeignKey
ALTER TABLE "group_plan" ADD CONSTRAINT "group_plan_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_plan" ADD CONSTRAINT "group_plan_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_plan" ADD CONSTRAINT "group_plan_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_group" ADD CONSTRAINT "session_group_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "group_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_place" ADD CONSTRAINT "group_place_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "group_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_place" ADD CONSTRAINT "group_place_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_place" ADD CONSTRAINT "group_place_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_place" ADD CONSTRAINT "group_place_plan_id_number_fkey" FOREIGN KEY ("plan_id", "number") REFERENCES "session_group"("plan_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;



ALTER TABLE "session_group" ADD CONSTRAINT "session_group_number" CHECK ("number" >= 1);

ALTER TABLE "group_place" ADD CONSTRAINT "group_place_told" CHECK (("told_number" IS NULL) = ("told_with" IS NULL));

-- Never two of one company in a group.
CREATE UNIQUE INDEX "group_place_company" ON "group_place"("plan_id", "number", "company_id");
