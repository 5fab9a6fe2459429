/** The numbers of the overview, each against a programme that is counted by hand, and against the list behind it whatever the programme. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Company, type DeliverableStage, inTransaction } from '../../../prisma/client.js';
import { readDeliverableOverview, stuckSince } from '../../../programme/deliverables/oversight/oversight.sql.js';
import { deliverableStages } from '../../../programme/deliverables/stages.js';
import {
  type ListOf,
  type OverviewCounts,
  readListRows,
  readOverviewCounts,
  sqlLists,
} from '../../../programme/overview/overview.sql.js';
import { type OverviewScope, readScope } from '../../../programme/overview/overview-scope.js';
import { readCallList } from '../../../programme/roster/call-list.sql.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { type BuiltPerson, buildCompany, buildPerson, buildSession } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();

/** A Wednesday, the day before the fixture's session. */
const NOW = new Date('2024-11-06T10:00:00+09:00');
const DAY = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY);

/** A session's times, so many days from now. */
const lasting = (days: number) => ({
  ...{ startsAt: after(days), endsAt: after(days + 0.1), deadline: after(days - 1) },
});

type Transaction = Parameters<typeof readOverviewCounts>[0];

async function asSecretary<T>(work: (transaction: Transaction, scope: OverviewScope) => Promise<T>): Promise<T> {
  const { programme, secretary } = given;
  return await inTransaction(
    given.services.database,
    async (transaction) => {
      const membership = { programmeId: programme.id, role: 'secretariat', level: null, companyId: null } as const;
      return await work(transaction, await readScope({ transaction, membership, now: NOW }));
    },
    { viewer: { kind: 'person', personId: secretary.id } },
  );
}

async function countsNow(): Promise<OverviewCounts> {
  return await asSecretary(readOverviewCounts);
}

async function rowsOf(which: ListOf) {
  return await asSecretary((transaction, scope) => readListRows(transaction, scope, { ...which, from: 0, size: 500 }));
}

/** Registered by themselves, when nobody heard of them otherwise. */
async function answers(person: BuiltPerson, state: 'confirmed' | 'declined' = 'confirmed', at = NOW) {
  const mode = state === 'confirmed' ? 'online' : null;
  const about = { sessionId: given.session.id, personId: person.id, companyId: person.company?.id ?? null };
  await given.database.registration.create({
    data: { ...about, state, mode, registeredById: person.id, createdAt: at, changedAt: at },
  });
}

async function lastHeard(people: readonly BuiltPerson[], at: Date): Promise<void> {
  const personId = { in: people.map(({ id }) => id) };
  await given.database.account.updateMany({ where: { personId }, data: { lastSeenAt: at } });
}

async function moveTo(company: Company, typeId: string, stage: DeliverableStage): Promise<string> {
  const about = { typeId, programmeId: given.programme.id, companyId: company.id };
  const { id } = await given.database.deliverable.create({ data: { ...about, stage, stageAt: NOW } });
  return id;
}

async function happens({ deliverableId, company, at }: { deliverableId: string; company: Company; at: Date }) {
  const about = { deliverableId, programmeId: given.programme.id, companyId: company.id };
  await given.database.deliverableEvent.create({ data: { ...about, position: 1, kind: 'begun', at } });
}

/** As many entries as each number says, and each entry once. */
async function expectListsToMatch(counts: OverviewCounts): Promise<void> {
  for (const list of sqlLists) {
    if (list === 'stage') continue;
    const { total, rows } = await rowsOf({ list });
    expect(rows, list).toHaveLength(counts[list]);
    expect(total, list).toBe(counts[list]);
    expect(new Set(rows.map(({ kind, id }) => `${kind} ${id}`)).size, list).toBe(rows.length);
  }
  for (const { typeId, stage, companies } of counts.stages) {
    const { total, rows } = await rowsOf({ list: 'stage', deliverableType: typeId, stage });
    expect([total, rows.length], stage).toEqual([companies, companies]);
  }
  const { stuck } = await asSecretary((transaction, { programmeId, day: today, now }) =>
    readDeliverableOverview(transaction, {
      ...{ programmeId, today, quietSince: stuckSince(now), onlyStuck: true, from: 0, size: 0 },
    }),
  );
  expect(counts.stuck, 'as the overview of deliverables counts').toBe(stuck);
}

it('counts by hand what a programme of four companies has', async () => {
  const { person, colleague, session } = given;
  const second = await given.member();
  const third = await given.member();
  const walkedIn = await given.member();
  await given.database.membership.updateMany({ where: { personId: walkedIn.id }, data: { walkedIn: true } });
  await given.database.company.update({ where: { id: walkedIn.company?.id ?? '' }, data: { guest: true } });
  const late = await given.member({ endedAt: NOW });
  if (!second.company || !third.company || !late.company) throw new Error('participants have companies');
  await answers(person);
  await answers(second, 'declined');
  const adviser = await given.member({ role: 'adviser' });
  const about = { programme: given.programme, adviserId: adviser.id };
  const today = await buildSlot(given.services, { ...about, startsAt: new Date('2024-11-06T15:00:00+09:00') });
  await buildBooking(given.services, { company: given.company, slot: today, attendeeIds: [person.id] });
  const sunday = await buildSlot(given.services, { ...about, startsAt: new Date('2024-11-10T23:00:00+09:00') });
  await buildBooking(given.services, { company: second.company, slot: sunday, attendeeIds: [second.id] });
  const monday = await buildSlot(given.services, { ...about, startsAt: new Date('2024-11-11T00:00:00+09:00') });
  await buildBooking(given.services, { company: given.company, slot: monday, attendeeIds: [person.id] });
  const type = await buildDeliverableType(given.services, given.programme);
  await moveTo(given.company, type.id, 'submitted');
  const drafting = await moveTo(second.company, type.id, 'drafting');
  await given.database.dueExtension.create({
    data: {
      ...{ deliverableId: drafting, programmeId: given.programme.id, companyId: second.company.id, state: 'asked' },
      ...{ until: new Date('2025-04-30'), askedById: second.id, askedAt: NOW },
    },
  });
  await given.database.account.updateMany({ where: { personId: third.id }, data: { unreachableReason: 'gone' } });
  // Nobody of the third and of the company that has nobody left was heard for weeks; both owe the deliverable.
  await lastHeard([third, late], after(-30));
  const counts = await countsNow();
  expect(counts).toMatchObject({
    // The session of tomorrow and two of three consultations; of them one today.
    ...{ today: 1, week: 3, booked: 3, seats: 1 },
    // The colleague and the third person: not the walk-in, nor who has left.
    ...{ unanswered: 2, quiet: 2, unbooked: 2, undeliverable: 1, decisions: 1 },
  });
  expect(counts.stages.map(({ stage, companies }) => [stage, companies])).toEqual([
    ['not_started', 2],
    ['drafting', 1],
    ['submitted', 1],
  ]);
  await expectListsToMatch(counts);
  const { rows } = await rowsOf({ list: 'unanswered', session: session.id });
  expect(rows.map(({ nameEn }) => nameEn).sort()).toEqual([colleague.nameEn, third.nameEn].sort());
  const calls = await asSecretary((transaction) =>
    readCallList(transaction, { programmeId: given.programme.id, limit: 10 }),
  );
  expect(calls).toHaveLength(counts.undeliverable);
});

it('takes a company for quiet only where something with a date is open, until something of it is seen', async () => {
  const quietNames = async () => (await rowsOf({ list: 'quiet' })).rows.map(({ companyEn }) => companyEn);
  const all = [given.person, given.colleague];
  await lastHeard(all, after(-30));
  // Its invitation to tomorrow's session is unanswered.
  await given.database.session.update({ where: { id: given.session.id }, data: { deadline: after(0.1) } });
  expect(await quietNames()).toEqual([given.company.nameEn]);
  for (const one of all) await answers(one, 'declined', after(-30));
  expect(await quietNames()).toEqual([]);
  const type = await buildDeliverableType(given.services, given.programme, { dueOn: null });
  expect(await quietNames()).toEqual([]);
  await given.database.deliverableType.update({ where: { id: type.id }, data: { dueOn: new Date('2025-03-31') } });
  expect(await quietNames()).toEqual([given.company.nameEn]);
  expect((await rowsOf({ list: 'quiet' })).rows[0]?.lastAt).toEqual(after(-30));
  // Ten working days before the 6th of November 2024 (the 4th is a holiday) lies the 22nd of October.
  await lastHeard([given.colleague], new Date('2024-10-21T23:59:00+09:00'));
  expect(await quietNames()).toEqual([given.company.nameEn]);
  await lastHeard([given.colleague], new Date('2024-10-22T00:00:00+09:00'));
  expect(await quietNames()).toEqual([]);
  await given.database.programme.update({ where: { id: given.programme.id }, data: { quietDays: 9 } });
  expect(await quietNames()).toEqual([given.company.nameEn]);
  await moveTo(given.company, type.id, 'published');
  expect(await quietNames()).toEqual([]);
});

it('takes no company for quiet that owes only an answer that can no longer be given', async () => {
  await lastHeard([given.person, given.colleague], after(-30));
  const quietUntil = async (deadline: Date) => {
    await given.database.session.update({ where: { id: given.session.id }, data: { deadline } });
    return (await rowsOf({ list: 'quiet' })).rows.map(({ companyEn }) => companyEn);
  };
  expect(await quietUntil(NOW)).toEqual([]);
  expect(await quietUntil(new Date(NOW.getTime() + 1))).toEqual([given.company.nameEn]);
});

it('gives a company and a programme as many working days as silence takes', async () => {
  const quietNames = async () => (await rowsOf({ list: 'quiet' })).rows.map(({ companyEn }) => companyEn);
  const since = new Date('2024-10-22T00:00:00+09:00');
  await lastHeard([given.person, given.colleague], after(-90));
  await given.database.session.update({ where: { id: given.session.id }, data: { deadline: after(0.1) } });
  const entered = async (createdAt: Date) => {
    const id = { in: [given.person.id, given.colleague.id] };
    await given.database.person.updateMany({ where: { id }, data: { createdAt } });
    return await quietNames();
  };
  expect(await entered(since)).toEqual([]);
  expect(await entered(new Date(since.getTime() - 1))).toEqual([given.company.nameEn]);
  // One of its people came later: the company was there before.
  await given.database.person.update({ where: { id: given.colleague.id }, data: { createdAt: after(-1) } });
  expect(await quietNames()).toEqual([given.company.nameEn]);
  const begun = async (day: string) => {
    const where = { id: given.programme.id };
    await given.database.programme.update({ where, data: { startsOn: new Date(day) } });
    return await quietNames();
  };
  expect(await begun('2024-10-22')).toEqual([]);
  expect(await begun('2024-10-21')).toEqual([given.company.nameEn]);
});

/** What may stand in a programme, as far as the lists look at it. */
const programmes = fc.record({
  people: fc.array(
    fc.record({
      company: fc.nat(4),
      walkedIn: fc.boolean(),
      ended: fc.boolean(),
      silentDays: fc.nat(40),
      answers: fc.array(fc.constantFrom('none', 'confirmed', 'declined'), { minLength: 2, maxLength: 2 }),
      unreachable: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  guest: fc.boolean(),
  sessions: fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 2, maxLength: 2 }),
  stages: fc.array(fc.option(fc.constantFrom(...deliverableStages)), { minLength: 5, maxLength: 5 }),
  /** Overdue, to come, or without a day. */
  due: fc.constantFrom(null, '2024-11-05', '2024-11-06', '2025-03-31'),
  /** When something last happened to what a company hands in; null: nothing was recorded. */
  stirred: fc.array(fc.option(fc.integer({ min: 12, max: 16 })), { minLength: 5, maxLength: 5 }),
  bookings: fc.uniqueArray(fc.integer({ min: -5, max: 9 }), { maxLength: 5 }),
});

it('counts as many as each list holds, whatever a programme looks like', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(programmes, async ({ people, guest, sessions, stages, due, stirred, bookings }) => {
      await clear();
      const companies = [];
      for (let at = 0; at < 5; at += 1) {
        companies.push(await buildCompany(given.services, given.programme, { guest: guest && at === 4 }));
      }
      const held = [];
      for (const days of sessions) {
        held.push(await buildSession(given.services, given.programme, lasting(days)));
      }
      const built: BuiltPerson[] = [];
      for (const one of people) {
        const company = companies[one.company] ?? given.company;
        const person = await buildPerson(given.services, { programme: given.programme, company });
        built.push(person);
        const where = { personId: person.id };
        await given.database.membership.updateMany({
          where,
          data: { walkedIn: one.walkedIn, endedAt: one.ended ? NOW : null },
        });
        const seen = { lastSeenAt: after(-one.silentDays), unreachableReason: one.unreachable ? 'gone' : null };
        await given.database.account.updateMany({ where, data: seen });
        for (const [at, state] of one.answers.entries()) {
          const session = held[at];
          if (state === 'none' || session === undefined) continue;
          const about = {
            sessionId: session.id,
            personId: person.id,
            companyId: company.id,
            registeredById: person.id,
          };
          const times = { createdAt: after(-one.silentDays), changedAt: after(-one.silentDays) };
          const mode = state === 'confirmed' ? 'online' : null;
          await given.database.registration.create({
            data: { ...about, ...times, mode, state: state === 'confirmed' ? 'confirmed' : 'declined' },
          });
        }
      }
      const type = await buildDeliverableType(given.services, given.programme, {
        dueOn: due === null ? null : new Date(due),
      });
      for (const [at, stage] of stages.entries()) {
        const company = companies[at];
        if (stage === null || company === undefined || company.guest) continue;
        const deliverableId = await moveTo(company, type.id, stage);
        const days = stirred[at] ?? null;
        if (days !== null) await happens({ deliverableId, company, at: after(-days) });
      }
      const adviser = await buildPerson(given.services, { programme: given.programme, role: 'adviser' });
      for (const [at, days] of bookings.entries()) {
        const company = companies[at];
        if (company === undefined || company.guest) continue;
        const startsAt = new Date(after(days).getTime() + at * 3_600_000);
        const slot = await buildSlot(given.services, { programme: given.programme, adviserId: adviser.id, startsAt });
        await buildBooking(given.services, { company, slot, attendeeIds: [built[0]?.id ?? adviser.id] });
      }
      await expectListsToMatch(await countsNow());
    }),
    { numRuns: 12 },
  );
});

/** The programme begins anew: its people have left, and nothing else is left of the round before. */
async function clear(): Promise<void> {
  const of = { programmeId: given.programme.id };
  await given.database.membership.updateMany({
    where: { ...of, role: { not: 'secretariat' } },
    data: { endedAt: NOW },
  });
  await given.database.session.updateMany({ where: of, data: { state: 'called_off' } });
  await given.database.booking.updateMany({ where: of, data: { state: 'cancelled' } });
  await given.database.deliverable.deleteMany({ where: of });
  await given.database.deliverableType.deleteMany({ where: of });
}
