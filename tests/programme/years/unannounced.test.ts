/** A programme that is not announced: nobody but its secretariat hears of anything in it, whatever is done. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { openProgramme } from '../../../programme/years/open-programme.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, buttonsOf, notificationsTo, wordsOf } from '../../support/factories.js';
import { buildPlace } from '../../support/places.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ programme: { openedAt: null } });
const { ask, done, opened, refused, sendAllDue } = given;

const tellsNobody = 'Nobody but the secretariat is told, as the programme has not been announced yet.';

let adviser: BuiltPerson;
/** An adviser of the secretariat. */
let both: BuiltPerson;

beforeEach(async () => {
  adviser = await given.member({ role: 'adviser' });
  both = await given.member({ role: 'secretariat' });
  await given.database.membership.create({
    data: { programmeId: given.programme.id, personId: both.id, role: 'adviser' },
  });
  await sendAllDue();
});

const kinds = async () => {
  const rows = await given.database.notification.findMany({
    where: { programmeId: given.programme.id },
    orderBy: { key: 'asc' },
  });
  return rows.map(({ kind, personId }) => ({ kind, personId }));
};

async function announce(): Promise<void> {
  const { programme, secretary, services } = given;
  const told = await inTransaction(given.database, (transaction) =>
    openProgramme(transaction, { programmeId: programme.id, byId: secretary.id, now: services.clock.now() }),
  );
  expect(told).toBeGreaterThan(0);
  await sendAllDue();
}

const assign = async (one: BuiltPerson) =>
  await done(given.secretary, 'adviser.assign', { adviser: one.id, company: given.company.id, agreed: true });

async function withdraw(one: BuiltPerson): Promise<void> {
  const { id } = await given.database.assignment.findFirstOrThrow({ where: { adviserId: one.id, endedAt: null } });
  await done(given.secretary, 'adviser.withdraw', { assignment: id, reason: '', agreed: true });
}

describe('an adviser who is assigned and withdrawn', () => {
  it('hears of it only once the programme is announced, and the company likewise', async () => {
    const form = await opened(given.secretary, 'adviser.assign', { adviser: adviser.id, company: given.company.id });
    expect(JSON.stringify(form.introduction)).toContain(tellsNobody);
    await assign(adviser);
    await withdraw(adviser);
    expect(await kinds()).toEqual([]);
    await announce();
    await assign(adviser);
    const told = await sendAllDue();
    expect(notificationsTo(told, adviser)).toMatchObject([{ kind: 'adviser.assigned' }]);
    expect(notificationsTo(told, given.person)).toMatchObject([{ kind: 'adviser.presented' }]);
  });

  it('hears of it where they are of the secretariat, who see the programme anyway', async () => {
    await assign(both);
    expect(await kinds()).toEqual([{ kind: 'adviser.assigned', personId: both.id }]);
    const { programme } = given;
    await given.database.membership.updateMany({
      where: { programmeId: programme.id, personId: both.id, role: 'secretariat' },
      data: { endedAt: given.services.clock.now() },
    });
    await withdraw(both);
    expect(await kinds()).toEqual([{ kind: 'adviser.assigned', personId: both.id }]);
  });
});

describe('a membership that ends', () => {
  const input = (): Values => ({ asked: true, person: given.person.id, successor: given.colleague.id });

  it('is handed on without a word to anybody', async () => {
    const form = await opened(given.secretary, 'member.end', input());
    expect(JSON.stringify(form.introduction)).toContain(tellsNobody);
    await given.database.assignment.create({
      data: {
        ...{ programmeId: given.programme.id, adviserId: adviser.id, companyId: given.company.id },
        since: given.services.clock.now(),
      },
    });
    await done(given.secretary, 'member.end', { ...input(), agreed: true });
    expect(await kinds()).toEqual([]);
  });

  it('is told to all of them where the programme is announced', async () => {
    await announce();
    const form = await opened(given.secretary, 'member.end', input());
    expect(JSON.stringify(form.introduction)).toContain('Both are told');
    await done(given.secretary, 'member.end', { ...input(), agreed: true });
    const told = await sendAllDue();
    for (const one of [given.person, given.colleague]) expect(notificationsTo(told, one)).not.toEqual([]);
  });
});

describe('an announcement', () => {
  const text = { textJa: '会場が変わります。', textEn: 'The venue changes.' };

  async function drafted(more: Values = {}): Promise<string> {
    const words = await done(given.secretary, 'announcement.compose', { ...text, ...more });
    expect(words).toContain('This programme has not been announced yet');
    return (await given.database.announcement.findFirstOrThrow({ where: { programmeId: given.programme.id } })).id;
  }

  it('is refused with the way to announce the programme, and can be sent after that', async () => {
    const announcement = await drafted();
    const sent = await ask(given.secretary, 'announcement.send', { announcement }, { submitted: true });
    expect(wordsOf(sent)).toContain('Please announce the programme first. Nothing was sent.');
    expect(buttonsOf(sent)).toEqual(['programme.open']);
    expect(await kinds()).toEqual([]);
    const row = await given.database.announcement.findUniqueOrThrow({ where: { id: announcement } });
    expect(row.state).toBe('draft');
    await announce();
    await done(given.secretary, 'announcement.send', { announcement });
    expect((await sendAllDue()).filter(({ kind }) => kind === 'announcement.message')).toHaveLength(2);
  });

  it('is not posted to a channel either', async () => {
    const { programme, services, secretary } = given;
    const place = await buildPlace(services, { programme });
    const announcement = await drafted({ postTo: place.id });
    expect(await refused(secretary, 'announcement.send', { announcement })).toContain('announce the programme first');
    expect(await given.database.placePost.count({ where: { announcementId: announcement } })).toBe(0);
    await announce();
    await done(secretary, 'announcement.send', { announcement });
    expect(await given.database.placePost.count({ where: { announcementId: announcement } })).toBe(1);
  });
});

it('a consultation that was booked before has its brief and the request for its record from the announcement on', async () => {
  const { services, programme, company, person } = given;
  const startsAt = new Date('2024-11-20T10:00:00+09:00');
  const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt });
  const { id } = await buildBooking(services, { company, slot, attendeeIds: [person.id] });
  await announce();
  const planned = await given.database.notification.findMany({ where: { subjectId: id }, orderBy: { dueAt: 'asc' } });
  expect(planned).toMatchObject([
    { kind: 'consultation.brief', personId: adviser.id, dueAt: new Date('2024-11-19T17:00:00+09:00') },
    { kind: 'consultation.record-missing', personId: adviser.id, dueAt: new Date('2024-11-20T12:00:00+09:00') },
  ]);
});

it('says “again”, and how to switch, to those alone who were in another programme before', async () => {
  const { services, database, programme, company, person } = given;
  const { id: _new, ...first } = programme;
  const before = await database.programme.create({
    data: { ...first, concernContacts: [], code: `${programme.code}-before`, openedAt: services.clock.now() },
  });
  const there = await database.company.create({
    data: { programmeId: before.id, code: company.code, nameJa: '社', nameEn: 'Company', kana: 'シャ' },
  });
  const member = { programmeId: before.id, role: 'participant', level: 'working', companyId: there.id } as const;
  await database.membership.create({ data: { ...member, personId: person.id } });
  await database.membership.create({
    data: { ...member, personId: given.colleague.id, endedAt: services.clock.now() },
  });
  await inTransaction(database, (transaction) =>
    openProgramme(transaction, { programmeId: programme.id, byId: given.secretary.id, now: services.clock.now() }),
  );
  const told = await sendAllDue();
  const [again] = notificationsTo(told, person);
  expect(again?.words).toContain('working with you again.');
  expect(again?.words).toContain('switch between programmes');
  for (const one of [given.colleague, adviser]) {
    const [first] = notificationsTo(told, one);
    expect(first?.words).toContain('We look forward to working with you.');
    expect(first?.words).not.toContain('switch between programmes');
  }
});
