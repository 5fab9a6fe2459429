-- AlterTable
ALTER TABLE "company" ADD COLUMN     "search_form" TEXT;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "person_code" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "search_form" TEXT;

-- A search form is made by the app. Whatever changes the texts makes it void, so that no search goes by an old one.
CREATE FUNCTION forget_search_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_form := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER person_search_form BEFORE UPDATE ON person FOR EACH ROW
  WHEN ((OLD.name_ja, OLD.name_en, OLD.furigana, OLD.email) IS DISTINCT FROM (NEW.name_ja, NEW.name_en, NEW.furigana, NEW.email))
  EXECUTE FUNCTION forget_search_form();

CREATE TRIGGER company_search_form BEFORE UPDATE ON company FOR EACH ROW
  WHEN ((OLD.name_ja, OLD.name_en, OLD.kana, OLD.code) IS DISTINCT FROM (NEW.name_ja, NEW.name_en, NEW.kana, NEW.code))
  EXECUTE FUNCTION forget_search_form();
