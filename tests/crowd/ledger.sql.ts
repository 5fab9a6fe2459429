/** The raw SQL on the outbox of a crowd: every row, and faults put into the database for a control. */
import { z } from 'zod';
import { NotificationState, Prisma, type PrismaClient } from '../../prisma/client.js';

const ledgerRow = z.object({
  key: z.string(),
  personId: z.uuid(),
  state: z.enum(NotificationState),
  mayRepeat: z.boolean(),
  lookedUp: z.boolean(),
  dueAt: z.date(),
  latestAt: z.date().nullable(),
  settledAt: z.date().nullable(),
});

export type LedgerRow = Readonly<z.infer<typeof ledgerRow>>;

export async function readLedger(database: PrismaClient): Promise<readonly LedgerRow[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT key, person_id AS "personId", state::text AS state, may_repeat AS "mayRepeat", looked_up_at IS NOT NULL AS "lookedUp",
      due_at AS "dueAt", latest_at AS "latestAt", settled_at AS "settledAt" FROM notification ORDER BY id`;
  return z.array(ledgerRow).parse(rows);
}

/** What is wrong in the database of a control. */
export type Sabotage =
  /** A send is recorded before it is made. */
  | 'recorded before the send'
  /** Who is sending a row does not hold it. */
  | 'sending without a hold'
  /** Nobody asks after what is in the queue. */
  | 'the queue is never asked'
  /** A sender that died holds its rows for ever. */
  | 'dead senders hold on'
  /** What was never answered is sent again. */
  | 'unknown is sent again'
  /** A platform that asks for a pause gets none. */
  | 'no pause'
  /** Nothing says until when it is of use. */
  | 'no latest time';

const faults: Readonly<Record<Sabotage, { readonly table: 'notification' | 'pace'; readonly body: Prisma.Sql }>> = {
  'recorded before the send': {
    table: 'notification',
    body: Prisma.sql`IF NEW.state = 'sending' THEN NEW.state := 'delivered'; NEW.settled_at := now(); END IF;`,
  },
  'sending without a hold': {
    table: 'notification',
    body: Prisma.sql`IF NEW.state = 'sending' THEN NEW.claimed_until := now() - interval '1 hour'; END IF;`,
  },
  'the queue is never asked': {
    table: 'notification',
    body: Prisma.sql`IF NEW.state = 'queued' THEN NEW.claimed_until := now() + interval '1 year'; END IF;`,
  },
  'dead senders hold on': {
    table: 'notification',
    body: Prisma.sql`IF NEW.state = 'sending' THEN NEW.claimed_until := now() + interval '1 year'; END IF;`,
  },
  'unknown is sent again': {
    table: 'notification',
    body: Prisma.sql`IF NEW.state = 'unknown' THEN NEW.state := 'pending'; NEW.due_at := now(); NEW.settled_at := NULL; END IF;`,
  },
  'no pause': { table: 'pace', body: Prisma.sql`NEW.paused_until := NULL;` },
  'no latest time': { table: 'notification', body: Prisma.sql`NEW.latest_at := NULL;` },
};

export async function sabotage(database: PrismaClient, kind: Sabotage): Promise<void> {
  const { table, body } = faults[kind];
  await database.$executeRaw`
    CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS $sabotage$ BEGIN ${body} RETURN NEW; END $sabotage$`;
  await database.$executeRaw`
    CREATE TRIGGER zz_sabotage BEFORE INSERT OR UPDATE ON ${Prisma.raw(table)} FOR EACH ROW EXECUTE FUNCTION sabotage()`;
}
