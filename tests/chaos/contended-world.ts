/** The few advisers, companies and hours for which everybody tries at once, and what became of them. */
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import type { Services } from '../../programme/requests/services.js';
import { buildSlot } from '../support/consultations.js';
import type { History } from './history.js';

const ADVISERS = 4;
const COMPANIES = 4;
const PEOPLE = 2;
/** On each day, one after the other. */
const HOURS = 5;
/** In all; so few that the account itself is contended. */
const GRANTED_A_DAY = 4;

export const NOW = new Date('2024-10-01T00:00:00Z');
/** When all hours are over, so that records can be written. */
export const AFTERWARDS = new Date('2026-10-01T00:00:00Z');
const FIRST_DAY = new Date('2024-10-15T00:00:00Z').getTime();

export const dayOf = (day: number) => new Date(FIRST_DAY + day * 86_400_000);

export const tenant = { platform: 'slack', tenant: 'T-CHAOS' } as const;

/** Fills an empty database. Nobody needs anything of it but the database itself. */
export async function buildContended(services: Services, days: number): Promise<void> {
  const { database } = services;
  const programme = await database.programme.create({
    data: {
      ...{ code: 'chaos', nameJa: '競合', nameEn: 'Contended', timeZone: 'Asia/Tokyo', contact: 'x@example.org' },
      ...{ startsOn: new Date('2024-09-01'), endsOn: new Date('2027-04-30'), guardHours: 24 },
    },
  });
  const member = async (name: string, role: 'adviser' | 'participant', companyId: string | null) =>
    await database.person.create({
      data: {
        ...{ nameJa: name, nameEn: name, furigana: name, language: 'en', timeZone: 'Asia/Tokyo' },
        memberships: {
          create: { programmeId: programme.id, role, companyId, level: role === 'participant' ? 'working' : null },
        },
        accounts: { create: { ...tenant, userId: name, address: { channel: name }, lastSeenAt: NOW, lookedUpAt: NOW } },
      },
    });
  for (let number = 1; number <= COMPANIES; number += 1) {
    const names = { nameJa: `会社${number}`, nameEn: `Company ${number}`, kana: 'カイシャ' };
    const { id } = await database.company.create({ data: { programmeId: programme.id, code: `C${number}`, ...names } });
    await database.entitlementEntry.create({
      data: { companyId: id, kind: 'granted', hours: GRANTED_A_DAY * days, at: NOW },
    });
    for (let person = 1; person <= PEOPLE; person += 1) await member(`C${number}-${person}`, 'participant', id);
  }
  for (let number = 1; number <= ADVISERS; number += 1) {
    const { id } = await member(`A${number}`, 'adviser', null);
    for (let day = 0; day < days; day += 1) {
      for (let hour = 0; hour < HOURS; hour += 1) {
        const startsAt = new Date(dayOf(day).getTime() + hour * 3_600_000);
        await buildSlot(services, { programme, adviserId: id, startsAt, method: 'online' });
      }
    }
  }
  await watchBalances(database);
}

/** Writes down every change of an account while the account is locked, so that their order is the one in which they took effect. */
async function watchBalances(database: PrismaClient): Promise<void> {
  const statements = [
    Prisma.sql`CREATE TABLE balance_seen (number bigserial PRIMARY KEY, company_id uuid NOT NULL, was integer NOT NULL, became integer NOT NULL)`,
    Prisma.sql`CREATE FUNCTION see_balance() RETURNS trigger LANGUAGE plpgsql AS $see$ BEGIN
      INSERT INTO balance_seen (company_id, was, became) VALUES (NEW.company_id, OLD.available, NEW.available);
      RETURN NULL; END $see$`,
    Prisma.sql`CREATE TRIGGER balance_seen AFTER UPDATE ON entitlement FOR EACH ROW EXECUTE FUNCTION see_balance()`,
  ];
  for (const statement of statements) await database.$executeRaw(statement);
}

/** Takes the constraints out of this database, for the control: two bookings of one hour, adviser or company are no longer refused. */
export async function dropConstraints(database: PrismaClient): Promise<void> {
  const statements = [
    Prisma.sql`ALTER TABLE booking DROP CONSTRAINT booking_adviser_free, DROP CONSTRAINT booking_company_free`,
    Prisma.sql`DROP INDEX booking_slot_free`,
  ];
  for (const statement of statements) await database.$executeRaw(statement);
}

export async function readHistory(
  database: PrismaClient,
  { atLeast, answers }: Pick<History, 'atLeast' | 'answers'>,
): Promise<History> {
  const changes = await database.bookingChange.groupBy({ by: ['kind'], _count: { _all: true } });
  return {
    bookings: await database.booking.findMany(),
    entries: await database.entitlementEntry.findMany({ orderBy: { number: 'asc' } }),
    balances: await database.$queryRaw<History['balances']>`
      SELECT company_id::text AS "companyId", was AS before, became AS after FROM balance_seen ORDER BY number`,
    accounts: await database.entitlement.findMany(),
    changes: Object.fromEntries(changes.map(({ kind, _count }) => [kind, _count._all])),
    atLeast,
    answers,
  };
}
