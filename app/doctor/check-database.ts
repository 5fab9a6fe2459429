/** Looks at the database: whether it can be reached, whether it holds what this release needs, and what its user may do. */
import pg from 'pg';
import { z } from 'zod';
import { openDatabase } from '../../prisma/client.js';
import { APP_ROLE, connectionSettings } from '../../prisma/connection.js';
import { pendingMigrations } from '../../prisma/migrate.js';
import { DatabaseUnusable, reachDatabase } from '../reach-database.js';
import { findMissing, type ServedTenant } from '../start-report.js';
import { checkClock } from './check-clock.js';
import { type Finding, fail, ok, reasonOf, warn } from './finding.js';

/** What PostgreSQL this app is made for, as `server_version_num` says it. */
const OLDEST = 150_000;

const facts = z.tuple([
  z.object({
    version: z.coerce.number(),
    now: z.date(),
    creates: z.boolean(),
    readOnly: z.boolean(),
    connections: z.coerce.number(),
    used: z.coerce.number(),
  }),
]);

const FACTS = `
  SELECT current_setting('server_version_num') AS version, clock_timestamp() AS now,
    has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege(current_schema(), 'CREATE') AS creates,
    current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery() AS "readOnly",
    current_setting('max_connections') AS connections, (SELECT count(*) FROM pg_stat_activity) AS used`;

/** A bot and a worker with their queue take so many at most. */
const CONNECTIONS = 30;

export async function checkDatabase(url: string): Promise<readonly Finding[]> {
  try {
    await reachDatabase(url);
  } catch (error) {
    return [fail('Database', error instanceof DatabaseUnusable ? error.message : reasonOf(error))];
  }
  const client = new pg.Client(connectionSettings(url).config);
  client.on('error', () => {});
  try {
    await client.connect();
    const [found] = facts.parse((await client.query(FACTS)).rows);
    const here = new Date();
    return [
      checkServer(found),
      await checkSchema(url, found.creates),
      ...(await checkRole(client)),
      checkClock('the database', found.now, here),
    ];
  } catch (error) {
    return [fail('Database', `It can be reached and not be asked (${reasonOf(error)}).`)];
  } finally {
    await client.end().catch(() => {});
  }
}

function checkServer({ version, readOnly, connections, used }: z.infer<typeof facts>[0]): Finding {
  const major = Math.floor(version / 10_000);
  if (version < OLDEST) return fail('Database', `It is PostgreSQL ${major}: update it to 15 or newer.`);
  if (readOnly) return fail('Database', 'It takes no writes: name the primary server in DATABASE_URL, not a replica.');
  if (connections - used < CONNECTIONS) {
    return warn(
      'Database',
      `${used} of its ${connections} connections are taken; a bot with a worker takes up to ${CONNECTIONS}. Raise max_connections, or stop what else uses it.`,
    );
  }
  return ok('Database', `PostgreSQL ${major} takes reads and writes.`);
}

async function checkSchema(url: string, creates: boolean): Promise<Finding> {
  try {
    const pending = await pendingMigrations(url);
    if (pending.length === 0) {
      return creates
        ? ok('Database rights', 'Its tables are up to date, and its user may make more.')
        : warn(
            'Database rights',
            'Its tables are up to date, but its user may not make more: the next release needs CREATE.',
          );
    }
    return creates
      ? ok('Database rights', `The next start brings it up to date (${pending.length} migrations).`)
      : fail(
          'Database rights',
          'Its tables are not up to date and its user may not make any: grant it CREATE on database and schema.',
        );
  } catch (error) {
    return fail('Database rights', reasonOf(error));
  }
}

const roleFacts = z
  .array(z.object({ bypasses: z.boolean(), owns: z.boolean(), takes: z.boolean(), open: z.array(z.string()) }))
  .max(1);

/** Row-level security does not apply to a superuser, to a role that bypasses it, and only where it is forced to a table's owner. */
const ROLE_FACTS = `
  SELECT rolsuper OR rolbypassrls AS bypasses,
    -- From PostgreSQL 16 on, a member may yet not take the role on.
    pg_has_role(CURRENT_USER, oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS takes,
    EXISTS (SELECT FROM pg_class WHERE relowner = r.oid AND relkind = 'r') AS owns,
    -- Policies that nobody is held to.
    ARRAY(SELECT relname::text FROM pg_class c WHERE EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid)
      AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname) AS open
  FROM pg_roles r WHERE rolname = $1`;

/** Nothing where the migration that makes the role has not run. */
async function checkRole(client: pg.Client): Promise<readonly Finding[]> {
  const [role] = roleFacts.parse((await client.query(ROLE_FACTS, [APP_ROLE])).rows);
  if (role === undefined) return [];
  if (!role.takes)
    return [
      fail('Database role', `Its user may not work as ${APP_ROLE}: GRANT ${APP_ROLE} TO the user of DATABASE_URL.`),
    ];
  if (role.bypasses || role.owns) {
    return [
      fail(
        'Database role',
        `The role ${APP_ROLE} bypasses row-level security, so nothing but the app's own rules keeps companies apart: take ${
          role.bypasses ? 'SUPERUSER and BYPASSRLS' : 'the ownership of tables'
        } from it.`,
      ),
    ];
  }
  if (role.open.length > 0) {
    return [
      fail(
        'Database role',
        `Nothing but the app's own rules keeps companies apart in ${role.open.join(', ')}: ALTER TABLE … ENABLE ROW LEVEL SECURITY, and FORCE.`,
      ),
    ];
  }
  return [ok('Database role', `The app works as ${APP_ROLE}, to which row-level security applies.`)];
}

/** Looks whether a programme is there and bound. Of a database that can be reached. */
export async function checkBindings(url: string, places: readonly ServedTenant[]): Promise<readonly Finding[]> {
  const { database, close } = openDatabase(url, { poolSize: 1 });
  try {
    const missing = await findMissing(database, places);
    return missing.length === 0
      ? [ok('Programme', 'One is imported, and bound to every platform that is set up here.')]
      : missing.map((sentence) => fail('Programme', sentence));
  } catch (error) {
    return [
      fail('Programme', `None can be looked up yet (${reasonOf(error)}): start once, so that the tables are made.`),
    ];
  } finally {
    await close();
  }
}
