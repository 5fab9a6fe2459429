-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "contact_en" TEXT NOT NULL DEFAULT '';
