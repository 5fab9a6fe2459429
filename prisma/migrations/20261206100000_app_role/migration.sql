-- The role under which the app works: neither owner nor superuser, so that row-level security applies to it. It cannot log in; the
-- user of DATABASE_URL takes it on. Roles belong to the whole server: another database of it may have made this one already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'spp_app') THEN
    BEGIN
      CREATE ROLE spp_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      -- Another database was migrated at the same moment.
    END;
  END IF;
  -- From PostgreSQL 16 on, who makes a role is its member and may yet not take it on.
  IF NOT pg_has_role(CURRENT_USER, 'spp_app', CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT spp_app TO %I', CURRENT_USER);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO spp_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO spp_app', current_schema());
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO spp_app', current_schema());
  -- What later migrations make.
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO spp_app', current_schema());
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE ON SEQUENCES TO spp_app', current_schema());
  -- The history of migrations is the owner's alone. Where the migrations are only compared with the schema, there is none.
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON TABLE _prisma_migrations FROM spp_app;
  END IF;
END $$;
