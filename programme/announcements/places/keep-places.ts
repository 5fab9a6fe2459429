/** Knows the channels and teams where the app is, as their platforms tell of them. */
import type { PlaceReaders, Platform, Prisma, Transaction } from '../../../prisma/client.js';
import type { Json } from '../../requests/context.js';
import type { BaseServices } from '../../requests/services.js';

/** A workspace or tenant. */
interface Tenancy {
  readonly platform: Platform;
  readonly tenant: string;
}

export interface FoundPlace {
  /** The platform's identifier of the conversation. */
  readonly conversation: string;
  readonly name: string;
  /** What the platform's gateway needs to write there. */
  readonly address: Json;
  readonly readers: PlaceReaders;
}

type Keeping = Pick<BaseServices, 'database' | 'clock'>;

/** The app is there: for the first time, again, or under another name. */
export async function keepPlace({ database, clock }: Keeping, { platform, tenant }: Tenancy, found: FoundPlace) {
  const { conversation, name, address, readers } = found;
  const said = { name, address, readers, leftAt: null };
  await database.place.upsert({
    where: { platform_tenant_conversation: { platform, tenant, conversation } },
    create: { platform, tenant, conversation, ...said, createdAt: clock.now() },
    update: said,
  });
}

/** The app is not in this conversation any more. One that is not known is ignored. */
export async function leavePlace({ database, clock }: Keeping, { platform, tenant }: Tenancy, conversation: string) {
  await leave(database, { platform, tenant, conversation }, clock.now());
}

/** The conversations in which the app is, as far as is known. */
export async function knownPlaces({ database }: Keeping, { platform, tenant }: Tenancy): Promise<readonly string[]> {
  const rows = await database.place.findMany({
    where: { platform, tenant, leftAt: null },
    select: { conversation: true },
  });
  return rows.map(({ conversation }) => conversation);
}

/** The app was removed from a team, and so from each of its channels: `key` in their addresses has this value. */
export async function leaveGroup(
  { database, clock }: Keeping,
  { platform, tenant }: Tenancy,
  { key, value, except = [] }: { readonly key: string; readonly value: string; readonly except?: readonly string[] },
) {
  const within = { path: [key], equals: value };
  await leave(database, { platform, tenant, address: within, conversation: { notIn: [...except] } }, clock.now());
}

async function leave(database: Pick<Transaction, 'place'>, where: Prisma.PlaceWhereInput, leftAt: Date): Promise<void> {
  await database.place.updateMany({ where: { ...where, leftAt: null }, data: { leftAt } });
}

/** Those in the workspaces and tenants that serve this programme. */
export async function placesOf(transaction: Transaction, programmeId: string): Promise<Prisma.PlaceWhereInput> {
  const bound = await transaction.binding.findMany({
    where: { programmeId },
    distinct: ['platform', 'tenant'],
    select: { platform: true, tenant: true },
  });
  return { leftAt: null, OR: bound };
}
