/** The ledger of what a company is entitled to: each entry with its kind, its cause and who; a trigger keeps the sum. */
import type { EntitlementEntry, EntitlementKind, Transaction } from '../../../prisma/client.js';

/** An entry to be written. An overdrawn account violates the constraint `entitlement_not_negative`. */
interface NewEntry {
  readonly companyId: string;
  readonly kind: EntitlementKind;
  /** What it changes of what is available. */
  readonly hours: number;
  readonly bookingId: string | null;
  readonly reason: string;
  /** Null: the programme itself. */
  readonly byId: string | null;
  readonly now: Date;
}

/** The entry's id. */
export async function writeEntry(
  transaction: Transaction,
  { companyId, kind, hours, bookingId, reason, byId, now }: NewEntry,
): Promise<string> {
  const data = { companyId, kind, hours, bookingId, reason, byId, at: now };
  return (await transaction.entitlementEntry.create({ data })).id;
}

/** What the company may still book; null for a guest, which is entitled to nothing. */
export async function readAvailable(transaction: Transaction, companyId: string): Promise<number | null> {
  return (await transaction.entitlement.findUnique({ where: { companyId } }))?.available ?? null;
}

/** The company's whole ledger, the oldest entry first. */
export async function readLedger(transaction: Transaction, companyId: string): Promise<readonly EntitlementEntry[]> {
  return await transaction.entitlementEntry.findMany({ where: { companyId }, orderBy: { number: 'asc' } });
}

/** The hour of a booking as the ledger has it. */
export type Standing = 'none' | 'reserved' | 'returned' | 'used' | 'forfeited';

/** What the last entry of a booking says of its hour. */
async function readStanding(transaction: Transaction, bookingId: string): Promise<Standing> {
  const last = await transaction.entitlementEntry.findFirst({ where: { bookingId }, orderBy: { number: 'desc' } });
  if (last === null || last.kind === 'granted' || last.kind === 'revoked') return 'none';
  return last.kind;
}

interface Settle {
  readonly companyId: string;
  readonly bookingId: string;
  readonly to: 'returned' | 'used' | 'forfeited' | 'reserved';
  readonly reason: string;
  readonly byId: string;
  readonly now: Date;
}

/**
 * Brings a booking's hour to where it belongs: given back, used up, forfeited. Nothing is written where it is there already; an
 * hour that was given back is taken anew, which the constraint refuses where the company has booked it otherwise meanwhile.
 */
export async function settleHour(transaction: Transaction, { bookingId, to, ...entry }: Settle): Promise<void> {
  const standing = await readStanding(transaction, bookingId);
  if (standing === to) return;
  const taken = standing !== 'none' && standing !== 'returned';
  if (to === 'returned') {
    if (taken) await writeEntry(transaction, { ...entry, bookingId, kind: 'returned', hours: 1 });
    return;
  }
  await writeEntry(transaction, { ...entry, bookingId, kind: to, hours: taken && to !== 'reserved' ? 0 : -1 });
}

/** What became of the hours that a company was granted. */
export interface LedgerSum {
  readonly granted: number;
  readonly booked: number;
  /** Held, or forfeited. */
  readonly used: number;
  readonly left: number;
}

/** Sums a whole ledger: of each booking its last entry counts. */
export function sumLedger(entries: readonly Pick<EntitlementEntry, 'kind' | 'hours' | 'bookingId'>[]): LedgerSum {
  const last = new Map(
    entries.flatMap(({ bookingId, kind }) => (bookingId === null ? [] : [[bookingId, kind] as const])),
  );
  const standings = [...last.values()];
  const sum = (kinds: readonly EntitlementKind[]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).reduce((all, { hours }) => all + hours, 0);
  return {
    granted: sum(['granted', 'revoked']),
    booked: standings.filter((kind) => kind === 'reserved').length,
    used: standings.filter((kind) => kind === 'used' || kind === 'forfeited').length,
    left: entries.reduce((all, { hours }) => all + hours, 0),
  };
}
