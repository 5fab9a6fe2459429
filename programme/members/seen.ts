/** Notes that an account was heard from, so that messages go where the person is. */
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import type { RequestingAccount } from '../requests/request.js';
import type { KnownAccount } from './identify.js';
import { writeSeen } from './members.sql.js';

/** Seen this recently is recent enough: most requests then cost no write. */
const PRECISION_MILLISECONDS = 10 * 60_000;

/** Writes only when something changed: the address, reachability, or ten minutes went by. */
export async function noteSeen(
  database: Transaction | PrismaClient,
  known: KnownAccount,
  requesting: RequestingAccount,
  now: Date,
): Promise<void> {
  const recent = Math.abs(now.getTime() - known.lastSeenAt.getTime()) < PRECISION_MILLISECONDS;
  if (recent && !known.unreachable && contains(known.address, requesting.address)) return;
  const address = merged(known.address, requesting.address);
  await writeSeen(database, { accountId: known.id, address, now });
}

/** An adapter may know less of the address this time than it did before; what is known already is kept. */
function merged(known: unknown, fresh: RequestingAccount['address']): RequestingAccount['address'] {
  return isRecord(known) && isRecord(fresh) ? { ...JSON.parse(JSON.stringify(known)), ...fresh } : fresh;
}

function contains(known: unknown, fresh: unknown): boolean {
  if (!isRecord(known) || !isRecord(fresh)) return JSON.stringify(known) === JSON.stringify(fresh);
  return Object.entries(fresh).every(
    ([name, value]) => known[name] === value || canonical(known[name]) === canonical(value),
  );
}

/** jsonb does not keep the order of keys, so they are compared sorted. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
