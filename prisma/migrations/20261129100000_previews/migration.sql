-- CreateTable
CREATE TABLE "preview" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "preview_account_id_created_at_idx" ON "preview"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "preview_expires_at_idx" ON "preview"("expires_at");



-- Rules that the schema file cannot say.

-- What was confirmed has happened, and what was dismissed never will.
ALTER TABLE "preview" ADD CONSTRAINT "preview_settled_once" CHECK (num_nonnulls("confirmed_at", "dismissed_at") < 2);
