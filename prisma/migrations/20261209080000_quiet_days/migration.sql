-- After how many working days without any activity a company with something still open is shown to the secretariat as quiet.
ALTER TABLE "programme" ADD COLUMN "quiet_days" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "programme" ADD CONSTRAINT "programme_quiet_days_check" CHECK ("quiet_days" BETWEEN 1 AND 250);
