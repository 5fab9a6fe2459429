/** The use cases about attendance called as a job or a language model would: without a chat, by the same rules. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase, type Programme, type Session, type Transaction } from '../../../prisma/client.js';
import { checkIn } from '../../../programme/attendance/check-in.js';
import { joinOnline } from '../../../programme/attendance/join-online.js';
import { attendanceHistory, expectedAttendees, firstJoinable } from '../../../programme/attendance/queries.js';
import { recordAttendance } from '../../../programme/attendance/record-attendance.js';
import { recordWalkIn } from '../../../programme/attendance/record-walk-in.js';
import { findNamesake } from '../../../programme/members/find-namesake.js';
import { findEveryAttendee } from '../../../programme/registrations/attendee-list.queries.js';
import type { Mode } from '../../../programme/requests/context.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { checkInCode: '048213' });
  person = await buildPerson(services, { programme });
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

const run = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  await inTransaction(services.database, work);

/** Why and at which field it was refused. */
function refusalOf(result: object): readonly (string | null)[] {
  return isRefusal(result) ? [result.refused, result.field] : [];
}

async function recordsOf({ id: personId }: Pick<BuiltPerson, 'id'>, { id: sessionId } = session) {
  return await services.database.attendance.findMany({
    where: { sessionId, personId },
    orderBy: { recordedAt: 'asc' },
  });
}

const register = async (who: BuiltPerson, mode: Mode, { code } = session) =>
  await done(services, who, 'session.register', { session: code, mode });

const record = async (people: readonly { id: string }[], came: Mode | null, of: Session = session) =>
  await run((transaction) =>
    recordAttendance(transaction, {
      ...{ sessionId: of.id, people: people.map(({ id }) => id), came, now: services.clock.now() },
      by: acting(secretary, programme, 'secretariat'),
    }),
  );

describe('joining online', () => {
  const join = async (who: BuiltPerson, of: Session = session) =>
    await run((transaction) =>
      joinOnline(transaction, { sessionId: of.id, by: acting(who, programme), now: services.clock.now() }),
    );

  it('is recorded once, for the company of the person who joins', async () => {
    await register(person, 'online');
    expect(refusalOf(await join(person))).toEqual(['not_open_yet', null]);
    services.clock.set(session.startsAt);
    expect(await join(person)).toMatchObject({ session: { id: session.id, link: session.link }, standing: null });
    await join(person);
    expect(await recordsOf(person)).toMatchObject([
      { mode: 'online', source: 'online_button', companyId: person.company?.id, recordedById: person.id },
    ]);
  });

  it('is for those who are registered online, and in the programme in which the person acts', async () => {
    await register(person, 'onsite');
    services.clock.set(session.startsAt);
    expect(refusalOf(await join(person))).toEqual(['not_registered_online', null]);
    const elsewhere = await buildSession(services, await buildProgramme(services));
    expect(refusalOf(await join(person, elsewhere))).toEqual(['not_found', null]);
    expect(await recordsOf(person)).toEqual([]);
  });

  it('finds the sessions that are on among the first', async () => {
    const later = await buildSession(services, programme, { startsAt: new Date('2024-11-07T16:00:00+09:00') });
    const never = await buildSession(services, programme, { endsAt: new Date('2024-11-07T15:45:00+09:00') });
    for (const { code } of [later, session, never])
      await done(services, person, 'session.register', { session: code, mode: 'online' });
    const first = async (most: number) =>
      (
        await run((transaction) =>
          firstJoinable(transaction, acting(person, programme), { most, now: services.clock.now() }),
        )
      ).map(({ id }) => id);
    services.clock.set('2024-11-07T15:50:00+09:00');
    expect(await first(2)).toEqual([session.id, later.id]);
    expect(await first(1)).toEqual([session.id]);
  });
});

describe('checking in', () => {
  const enter = async (code: string, { id: personId, company }: BuiltPerson = person) => {
    const by = {
      id: personId,
      memberships: [
        { programmeId: programme.id, role: 'participant', level: 'working', companyId: company?.id ?? null } as const,
      ],
    };
    return await run((transaction) => checkIn(transaction, { code, by, now: services.clock.now() }));
  };

  it('returns the session that the code belongs to', async () => {
    services.clock.set(session.startsAt);
    expect(await enter('048213')).toMatchObject({ session: { id: session.id } });
    expect(await recordsOf(person)).toMatchObject([{ mode: 'onsite', source: 'check_in_code' }]);
  });

  it('refuses a wrong code so that the count of it stays', async () => {
    services.clock.set(session.startsAt);
    const refusal = await enter('000000');
    expect(refusal).toMatchObject({ refused: 'check_in_code_wrong', field: 'code', keep: true });
    const counting = await services.database.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(counting.failedCodes).toBe(1);
  });

  it('tells no code apart from a wrong one before the check-in opens', async () => {
    expect(refusalOf(await enter('048213'))).toEqual(['check_in_code_wrong', 'code']);
  });
});

describe('recording', () => {
  it('counts those of whom something else was recorded, and keeps what was', async () => {
    const other = await buildPerson(services, { programme });
    services.clock.set(session.startsAt);
    expect(await record([person], 'online')).toMatchObject({ session: { id: session.id }, changed: 1 });
    services.clock.advance({ minutes: 1 });
    expect(await record([person, other], 'online')).toMatchObject({ changed: 1 });
    services.clock.advance({ minutes: 1 });
    expect(await record([person, other], null)).toMatchObject({ changed: 2 });
    expect(await record([person, other], null)).toMatchObject({ changed: 0 });
    expect(await recordsOf(person)).toMatchObject([
      { mode: 'online', present: true, supersededAt: services.clock.now() },
      { mode: null, present: false, supersededAt: null, companyId: person.company?.id },
    ]);
    expect(await recordsOf(other)).toHaveLength(2);
  });

  it('is refused for all where one takes no part in the programme, and for a session of another programme', async () => {
    services.clock.set(session.startsAt);
    const stranger = await buildPerson(services, { programme: await buildProgramme(services) });
    expect(refusalOf(await record([person, stranger], 'onsite'))).toEqual(['not_found', 'people']);
    const elsewhere = await buildSession(services, await buildProgramme(services));
    expect(refusalOf(await record([person], 'onsite', elsewhere))).toEqual(['not_found', null]);
    expect(await recordsOf(person)).toEqual([]);
  });

  it('lists those expected within a bound: those of whom nothing is recorded first', async () => {
    const [second, third, unregistered] = [
      await buildPerson(services, { programme, company: person.company }),
      await buildPerson(services, { programme, company: person.company }),
      await buildPerson(services, { programme, company: person.company }),
    ];
    for (const one of [person, second, third]) await register(one, 'online');
    services.clock.set(session.startsAt);
    await record([person, unregistered], 'online');
    const listed = async (most: number) =>
      (await run((transaction) => expectedAttendees(transaction, session, most))).map(({ personId, came }) => [
        personId,
        came,
      ]);
    expect(await listed(100)).toEqual([
      [second.id, null],
      [third.id, null],
      [person.id, 'online'],
      [unregistered.id, 'online'],
    ]);
    expect(await listed(3)).toHaveLength(3);
    expect(await listed(2)).toEqual([
      [second.id, null],
      [third.id, null],
    ]);
  });

  it('is read back page by page, with every correction', async () => {
    const other = await buildPerson(services, { programme });
    services.clock.set(session.startsAt);
    await record([person, other], 'online');
    services.clock.advance({ minutes: 1 });
    await record([person], null);
    const page = async (from: number) =>
      await run((transaction) => attendanceHistory(transaction, session.id, { from, size: 1 }));
    expect(await page(0)).toMatchObject({
      items: [
        {
          personId: person.id,
          name: { ja: person.nameJa, en: person.nameEn },
          records: [
            { came: 'online', source: 'secretariat', by: { en: secretary.nameEn }, ended: 'corrected' },
            { came: 'absent', at: services.clock.now(), ended: null },
          ],
        },
      ],
      total: 2,
      next: 1,
    });
    expect(await page(1)).toMatchObject({ items: [{ personId: other.id }], next: null });
  });
});

describe('a walk-in', () => {
  const walkIn = async (who: Parameters<typeof recordWalkIn>[1]['who'], of: Session = session) =>
    await run((transaction) =>
      recordWalkIn(transaction, {
        ...{ sessionId: of.id, who, came: 'onsite', now: services.clock.now() },
        by: acting(secretary, programme, 'secretariat'),
      }),
    );

  it('of a participant is recorded for their company', async () => {
    services.clock.set(session.startsAt);
    expect(await walkIn({ personId: person.id })).toMatchObject({ personId: person.id, name: { en: person.nameEn } });
    expect(await recordsOf(person)).toMatchObject([{ mode: 'onsite', companyId: person.company?.id }]);
  });

  it('of a person on no roster adds them to the company that they came from, at the level of the audience', async () => {
    const company = await buildCompany(services, programme);
    const forManagement = await buildSession(services, programme, { audience: 'management' });
    services.clock.set(session.startsAt);
    const added = await walkIn({ name: '新井 一', companyId: company.id, isAnother: false }, forManagement);
    if (isRefusal(added)) throw new Error(added.refused);
    expect(added.name).toEqual({ ja: '新井 一', en: '新井 一' });
    expect(await recordsOf({ id: added.personId }, forManagement)).toHaveLength(1);
    const [membership] = await services.database.membership.findMany({ where: { personId: added.personId } });
    expect(membership).toMatchObject({ role: 'participant', level: 'management', companyId: company.id });
  });

  it('is asked about where somebody of that name is there already, however it is typed, also the next day', async () => {
    const company = await buildCompany(services, programme);
    const onRoster = await buildPerson(services, { programme, company, nameJa: '髙橋 一', nameEn: 'Hajime Takahashi' });
    const next = await buildSession(services, programme, {
      ...{ startsAt: new Date(session.startsAt.getTime() + 86_400_000), deadline: session.deadline },
      endsAt: new Date(session.endsAt.getTime() + 86_400_000),
    });
    services.clock.set(session.startsAt);
    const named = async (name: string, of = session, isAnother = false) =>
      await walkIn({ name, companyId: company.id, isAnother }, of);
    expect(refusalOf(await named('髙橋　一'))).toEqual(['same_as', 'another']);
    const added = await named('新井 一');
    if (isRefusal(added)) throw new Error(added.refused);
    services.clock.set(next.startsAt);
    for (const name of ['新井 一', '新井　一', '新井一']) {
      expect(refusalOf(await named(name, next))).toEqual(['same_as', 'another']);
    }
    expect(await walkIn({ personId: added.personId }, next)).toMatchObject({ personId: added.personId });
    expect(await named('HAJIME  TAKAHASHI', next, true)).not.toMatchObject({ personId: onRoster.id });
  });

  it('is one person and one record where they are recorded twice', async () => {
    const company = await buildCompany(services, programme);
    services.clock.set(session.startsAt);
    const who = { name: '二度 一郎', companyId: company.id, isAnother: false } as const;
    const added = await walkIn(who);
    if (isRefusal(added)) throw new Error(added.refused);
    expect(refusalOf(await walkIn(who))).toEqual(['same_as', 'another']);
    expect(await walkIn({ personId: added.personId })).toMatchObject({ personId: added.personId });
    expect((await recordsOf({ id: added.personId })).filter(({ supersededAt }) => supersededAt === null)).toHaveLength(
      1,
    );
    expect(await services.database.membership.count({ where: { companyId: company.id } })).toBe(1);
  });

  it('who is recorded by two at the same instant is one person, since the second waits for the first', async () => {
    const company = await buildCompany(services, programme);
    services.clock.set(session.startsAt);
    const who = { name: '同時 花子', companyId: company.id, isAnother: false } as const;
    const by = acting(secretary, programme, 'secretariat');
    const about = { sessionId: session.id, who, came: 'onsite', by, now: services.clock.now() } as const;
    const other = openDatabase(test.url);
    try {
      const second = await atOnce({
        database: services.database,
        first: async (transaction) => {
          await recordWalkIn(transaction, about);
          // Who did not wait would find nobody of that name, and add them once more.
          const names = { programmeId: programme.id, companyId: company.id, names: [who.name] };
          expect(await inTransaction(other.database, (early) => findNamesake(early, names))).toBeNull();
        },
        second: () => inTransaction(other.database, (late) => recordWalkIn(late, about)),
      });
      expect(refusalOf(Object(second))).toEqual(['same_as', 'another']);
    } finally {
      await other.close();
    }
    expect(await services.database.membership.count({ where: { companyId: company.id } })).toBe(1);
  });

  it('is not expected to answer for later sessions', async () => {
    const company = await buildCompany(services, programme);
    services.clock.set(session.startsAt);
    const added = await walkIn({ name: '通りすがり 一', companyId: company.id, isAnother: false });
    if (isRefusal(added)) throw new Error(added.refused);
    const later = await buildSession(services, programme, {
      ...{ startsAt: new Date(session.startsAt.getTime() + 86_400_000), deadline: session.deadline },
      endsAt: new Date(session.endsAt.getTime() + 86_400_000),
    });
    const listed = async (of: Session) =>
      (await run((transaction) => findEveryAttendee(transaction, of.id))).map(({ personId }) => personId);
    expect(await listed(session)).toContain(added.personId);
    expect(await listed(later)).not.toContain(added.personId);
    expect(await listed(later)).toContain(person.id);
  });

  it('adds nobody where the company is not of the programme, or before the check-in opens', async () => {
    const elsewhere = await buildCompany(services, await buildProgramme(services));
    const company = await buildCompany(services, programme);
    const people = await services.database.person.count();
    expect(refusalOf(await walkIn({ name: 'X', companyId: company.id, isAnother: false }))).toEqual([
      'not_open_yet',
      null,
    ]);
    services.clock.set(session.startsAt);
    expect(refusalOf(await walkIn({ name: 'X', companyId: elsewhere.id, isAnother: false }))).toEqual([
      'company_unknown',
      'company',
    ]);
    expect(refusalOf(await walkIn({ name: 'X', companyId: null, isAnother: false }))).toEqual([
      'company_unknown',
      'company',
    ]);
    expect(refusalOf(await walkIn({ personId: secretary.id }))).toEqual(['not_found', 'person']);
    expect(await services.database.person.count()).toBe(people);
  });
});
