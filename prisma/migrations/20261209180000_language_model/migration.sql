-- What of people's words a programme lets go to the operator's language model, where there is one.
CREATE TYPE "model_use" AS ENUM ('off', 'without_names', 'with_names');

ALTER TABLE "programme" ADD COLUMN "model_use" "model_use" NOT NULL DEFAULT 'without_names';

-- What a person has made it work on one day of their own calendar.
CREATE TABLE "model_allowance" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "model_allowance_pkey" PRIMARY KEY ("person_id", "day")
);

-- CreateIndex
CREATE INDEX "model_allowance_day_idx" ON "model_allowance"("day");

-- AddForeignKey
ALTER TABLE "model_allowance" ADD CONSTRAINT "model_allowance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
