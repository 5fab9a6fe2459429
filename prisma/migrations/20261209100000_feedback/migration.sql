-- CreateEnum
CREATE TYPE "quote_permission" AS ENUM ('no', 'anonymous', 'company', 'name');

-- CreateEnum
CREATE TYPE "quote_end" AS ENUM ('reworded', 'permission', 'dropped');

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "company_id" UUID,
    "rating" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "permission" "quote_permission" NOT NULL,
    "shown_as" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_quote" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programme_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "said" "language" NOT NULL,
    "words" TEXT NOT NULL,
    "translation" TEXT NOT NULL DEFAULT '',
    "permission" "quote_permission" NOT NULL,
    "by_ja" TEXT NOT NULL,
    "by_en" TEXT NOT NULL,
    "chosen_by_id" UUID NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended" "quote_end",

    CONSTRAINT "feedback_quote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feedback_programme_id_idx" ON "feedback"("programme_id");

-- CreateIndex
CREATE INDEX "feedback_person_id_idx" ON "feedback"("person_id");

-- CreateIndex
CREATE INDEX "feedback_company_id_idx" ON "feedback"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_once" ON "feedback"("session_id", "person_id");

-- CreateIndex
CREATE INDEX "feedback_quote_programme_id_idx" ON "feedback_quote"("programme_id");

-- CreateIndex
CREATE INDEX "feedback_quote_session_id_idx" ON "feedback_quote"("session_id");

-- CreateIndex
CREATE INDEX "feedback_quote_feedback_id_idx" ON "feedback_quote"("feedback_id");

-- CreateIndex
CREATE INDEX "feedback_quote_chosen_by_id_idx" ON "feedback_quote"("chosen_by_id");

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_chosen_by_id_fkey" FOREIGN KEY ("chosen_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE "feedback" ADD CONSTRAINT "feedback_rating" CHECK ("rating" BETWEEN 1 AND 5);

-- Under which name is said by those alone who may be named.
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_shown_as" CHECK (("permission" = 'name') = ("shown_as" <> ''));

-- Nobody is quoted who does not permit it.
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_permitted" CHECK ("permission" <> 'no');

ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_ended" CHECK (("ended_at" IS NULL) = ("ended" IS NULL));

-- At most one of an answer stands.
CREATE UNIQUE INDEX "feedback_quote_standing" ON "feedback_quote"("feedback_id") WHERE "ended_at" IS NULL;
