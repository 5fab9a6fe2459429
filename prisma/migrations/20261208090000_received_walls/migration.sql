-- A file that somebody dropped and nothing has taken yet, and what was read of it, are its sender's alone: not even a colleague's.
-- Who may see which part stands in programme/drafts/walls.ts. What takes the file (a draft, a consultation, an announcement) changes
-- its kind, and then the policy of that kind decides.
DROP POLICY all_others ON "file";
CREATE POLICY all_others ON "file" USING (kind <> ALL ('{draft,review,difference,received}'));
CREATE POLICY received ON "file" USING (kind = 'received' AND person_id = (SELECT viewer_person()));

ALTER TABLE "received_document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "received_document" FORCE ROW LEVEL SECURITY;
CREATE POLICY sender ON "received_document" USING (EXISTS (
  SELECT FROM "file" o WHERE o.id = file_id AND o.kind = 'received' AND o.person_id = (SELECT viewer_person())));
