-- The second wall around drafts and reviews: row-level security. Who may see which part stands in programme/drafts/walls.ts, and a
-- test holds these policies to it. A transaction says for whom it works in the setting `spp.viewer` (prisma/viewer.ts), as JSON;
-- without it no row of these tables is there. Roles, assignments and the programme's settings are looked up as they are now.

-- For whom the transaction works; NULL: nobody.
CREATE FUNCTION viewer() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('spp.viewer', true), '')::jsonb $$;

-- The account or the person that the transaction works for; no row for anybody else. Of two who are one, the one that stayed.
CREATE FUNCTION viewer_person() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  CASE viewer() ->> 'kind'
    WHEN 'account' THEN
      RETURN (SELECT coalesce(p.merged_into_id, p.id) FROM account a JOIN person p ON p.id = a.person_id
        WHERE a.platform = (viewer() ->> 'platform')::platform AND a.tenant = viewer() ->> 'tenant'
          AND a.user_id = viewer() ->> 'userId');
    WHEN 'person' THEN
      RETURN (SELECT coalesce(p.merged_into_id, p.id) FROM person p WHERE p.id = (viewer() ->> 'personId')::uuid);
    ELSE
      RETURN NULL;
  END CASE;
END $$;

-- The roles that count. An account that a code or the secretariat linked opens what it was granted and, as in
-- programme/members/members.sql.ts, the programmes whose secretariat its issuer belongs or belonged to.
CREATE FUNCTION viewer_memberships() RETURNS TABLE (person_id uuid, programme_id uuid, role role, company_id uuid)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  own uuid := viewer_person();
  grants uuid;
BEGIN
  IF own IS NULL THEN
    RETURN;
  END IF;
  IF viewer() ->> 'kind' = 'account' THEN
    SELECT a.id INTO grants FROM account a
    WHERE a.platform = (viewer() ->> 'platform')::platform AND a.tenant = viewer() ->> 'tenant'
      AND a.user_id = viewer() ->> 'userId' AND EXISTS (SELECT FROM account_grant t WHERE t.account_id = a.id);
  END IF;
  RETURN QUERY
    SELECT m.person_id, m.programme_id, m.role, m.company_id FROM membership m
    WHERE m.person_id = own AND m.ended_at IS NULL AND (grants IS NULL OR EXISTS (
      SELECT FROM account_grant t WHERE t.account_id = grants AND (t.programme_id = m.programme_id OR EXISTS (
        SELECT FROM membership i
        WHERE i.person_id = t.issued_by_id AND i.programme_id = m.programme_id AND i.role = 'secretariat'))));
END $$;

-- The companies whose own people they are ('participant'), and those that they look after now ('adviser').
CREATE FUNCTION viewer_companies(roles role[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  IF viewer() IS NULL THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(
    SELECT m.company_id FROM viewer_memberships() m
    WHERE m.role = 'participant' AND m.company_id IS NOT NULL AND 'participant' = ANY (roles)
    UNION ALL
    SELECT a.company_id FROM viewer_memberships() m
    JOIN assignment a ON a.adviser_id = m.person_id AND a.programme_id = m.programme_id AND a.ended_at IS NULL
    WHERE m.role = 'adviser' AND 'adviser' = ANY (roles));
END $$;

-- The programmes whose secretariat they are, or of these only those that open drafts to their secretariat; and the one that a job works for.
CREATE FUNCTION viewer_programmes(only_open boolean) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  IF viewer() IS NULL THEN
    RETURN '{}';
  END IF;
  IF viewer() ->> 'kind' = 'programme' THEN
    RETURN CASE WHEN only_open THEN '{}'::uuid[] ELSE ARRAY[(viewer() ->> 'programmeId')::uuid] END;
  END IF;
  RETURN ARRAY(
    SELECT m.programme_id FROM viewer_memberships() m JOIN programme p ON p.id = m.programme_id
    WHERE m.role = 'secretariat' AND (p.open_drafts OR NOT only_open));
END $$;

-- The one file that a link opens.
CREATE FUNCTION viewer_file() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN viewer() ->> 'kind' = 'link' THEN (viewer() ->> 'fileId')::uuid END $$;

-- The version whose content is being erased.
CREATE FUNCTION viewer_erases() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN viewer() ->> 'kind' = 'erasing' THEN (viewer() ->> 'draftId')::uuid END $$;

-- Its original, and what the adviser attached to its round.
CREATE FUNCTION viewer_erased_files() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
BEGIN
  IF viewer_erases() IS NULL THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(SELECT file_id FROM draft WHERE id = viewer_erases() UNION ALL SELECT file_id FROM review WHERE draft_id = viewer_erases());
END $$;

-- The two people who are becoming one.
CREATE FUNCTION viewer_merges() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN viewer() ->> 'kind' = 'merging'
    THEN ARRAY[(viewer() ->> 'fromId')::uuid, (viewer() ->> 'intoId')::uuid] ELSE '{}' END $$;

CREATE FUNCTION viewer_keeps_house() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(viewer() ->> 'kind' = 'housekeeping', false) $$;

-- Each policy asks for the viewer in a sub-select that depends on no row, so that it is answered once a statement.
DO $$
DECLARE
  company constant text := 'company_id = ANY ((SELECT viewer_companies(''{participant}''))::uuid[])';
  adviser constant text := 'company_id = ANY ((SELECT viewer_companies(''{adviser}''))::uuid[])';
  either constant text := 'company_id = ANY ((SELECT viewer_companies(''{participant,adviser}''))::uuid[])';
  content constant text := '(' || either || ' OR programme_id = ANY ((SELECT viewer_programmes(true))::uuid[]))';
  stages constant text := '(' || either || ' OR programme_id = ANY ((SELECT viewer_programmes(false))::uuid[]))';
  -- A row of one company that hangs on another's would be a hole in the wall.
  of_deliverable constant text := 'EXISTS (SELECT FROM deliverable o WHERE o.id = %1$I.deliverable_id
    AND o.company_id = %1$I.company_id AND o.programme_id = %1$I.programme_id)';
  of_draft constant text := 'EXISTS (SELECT FROM draft o WHERE o.id = %1$I.draft_id
    AND o.company_id = %1$I.company_id AND o.programme_id = %1$I.programme_id)';
  of_comment constant text := 'EXISTS (SELECT FROM review_comment o WHERE o.id = %1$I.comment_id
    AND o.company_id = %1$I.company_id AND o.programme_id = %1$I.programme_id)';
  -- Who looks at a comment that is not sent yet is decided by the comment's own policy.
  with_comment constant text := ' AND EXISTS (SELECT FROM review_comment o WHERE o.id = %1$I.comment_id)';
  own constant text := ' AND person_id = (SELECT viewer_person())';
  -- The comments of the version that is being erased.
  erased_comment constant text := 'EXISTS (SELECT FROM review_comment o WHERE o.id = %1$I.comment_id AND o.draft_id = (SELECT viewer_erases()))';
  erased_draft constant text := 'draft_id = (SELECT viewer_erases())';
  wall record;
BEGIN
  FOR wall IN
    SELECT * FROM (VALUES
      -- table, who reads, who adds, who changes, who deletes, where it must hang, what is erased with a version, who is named
      ('deliverable', stages, stages, stages, stages,
        'EXISTS (SELECT FROM company o JOIN deliverable_type t ON t.programme_id = o.programme_id
          WHERE o.id = %1$I.company_id AND o.programme_id = %1$I.programme_id AND t.id = %1$I.type_id)', NULL, '{}'::text[]),
      ('deliverable_event', stages, stages, stages, stages, of_deliverable, NULL, '{person_id}'),
      ('due_extension', stages, stages, stages, stages, of_deliverable, NULL, '{asked_by_id,decided_by_id}'),
      ('draft', content, company, either, 'false', of_deliverable, 'id = (SELECT viewer_erases())', '{submitted_by_id,opened_by_id}'),
      ('draft_text', content, company, company, company, of_draft, erased_draft, '{}'),
      ('draft_check', content, company, company, company, of_draft, erased_draft, '{}'),
      ('draft_declaration', content, company, company, company, of_deliverable, NULL, '{person_id}'),
      ('check_mark', adviser, adviser, adviser, adviser, of_draft, erased_draft, '{person_id}'),
      ('draft_look', content || own, content || own, content || own, content || own, of_draft, erased_draft, '{person_id}'),
      ('review', content, adviser, adviser, adviser, of_draft, erased_draft, '{reviewer_id}'),
      ('review_comment', '(' || adviser || ' OR sent_at IS NOT NULL AND ' || content || ')', adviser, adviser, adviser,
        of_draft, erased_draft, '{author_id}'),
      ('review_comment_version', content || with_comment, adviser, adviser, adviser, of_comment, erased_comment, '{}'),
      ('comment_answer', content || with_comment, company, company, company, of_comment, erased_comment, '{person_id}')
    ) AS walls (name, reads, adds, changes, deletes, hangs, erases, people)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT USING (' || wall.reads || ')', wall.name);
    EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT WITH CHECK (' || wall.adds || ' AND ' || wall.hangs || ')', wall.name);
    EXECUTE format('CREATE POLICY changes ON %1$I FOR UPDATE USING (' || wall.changes || ') WITH CHECK ('
      || wall.changes || ' AND ' || wall.hangs || ')', wall.name);
    EXECUTE format('CREATE POLICY deletes ON %1$I FOR DELETE USING (' || wall.deletes || ')', wall.name);
    IF wall.erases IS NOT NULL THEN
      EXECUTE format('CREATE POLICY erases ON %1$I USING (' || wall.erases || ')', wall.name);
    END IF;
    IF wall.people <> '{}' THEN
      EXECUTE format('CREATE POLICY merges ON %1$I USING (ARRAY[' || array_to_string(wall.people, ', ')
        || '] && (SELECT viewer_merges())::uuid[])', wall.name);
    END IF;
  END LOOP;

  -- Files of these kinds are a draft's; all others are guarded by the actions alone, as before. programme/files/file-store.ts lists them.
  ALTER TABLE file ENABLE ROW LEVEL SECURITY;
  ALTER TABLE file FORCE ROW LEVEL SECURITY;
  CREATE POLICY all_others ON file USING (kind <> ALL ('{draft,review,difference}'));
  EXECUTE 'CREATE POLICY originals ON file USING (kind = ''draft'' AND ' || company || ')';
  EXECUTE 'CREATE POLICY attachments ON file USING (kind = ''review'' AND ' || adviser || ')';
  EXECUTE 'CREATE POLICY reads ON file FOR SELECT USING (kind IN (''draft'', ''review'') AND ' || content || ')';
  EXECUTE 'CREATE POLICY differences ON file USING (kind = ''difference'' AND ' || content || own || ')';
  CREATE POLICY link ON file FOR SELECT USING (id = (SELECT viewer_file()));
  CREATE POLICY erases ON file USING (id = ANY ((SELECT viewer_erased_files())::uuid[]));
  -- The sweep of expired files, and of bytes in a folder that belong to no row: it sees whose a file is and no byte of it.
  CREATE POLICY sweeps ON file FOR SELECT USING ((SELECT viewer_keeps_house()));
  CREATE POLICY expires ON file FOR DELETE USING (expires_at IS NOT NULL AND (SELECT viewer_keeps_house()));
  CREATE POLICY merges ON file USING (person_id = ANY ((SELECT viewer_merges())::uuid[]));

  ALTER TABLE file_chunk ENABLE ROW LEVEL SECURITY;
  ALTER TABLE file_chunk FORCE ROW LEVEL SECURITY;
  CREATE POLICY with_file ON file_chunk
    USING (NOT (SELECT viewer_keeps_house()) AND EXISTS (SELECT FROM file o WHERE o.id = file_id));

  ALTER TABLE file_opening ENABLE ROW LEVEL SECURITY;
  ALTER TABLE file_opening FORCE ROW LEVEL SECURITY;
  CREATE POLICY with_file ON file_opening USING (EXISTS (SELECT FROM file o WHERE o.id = file_id));
END $$;
