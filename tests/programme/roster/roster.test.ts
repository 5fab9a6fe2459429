/** Who belongs to a programme is changed in chat: people added, merged and ended, accounts moved, each with a preview and a history. */
import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { countAttendance } from '../../../programme/reports/reports.sql.js';
import { outranks } from '../../../programme/roster/merge-registrations.js';
import { buildConsultations, buildSlot } from '../../support/consultations.js';
import {
  type BuiltPerson,
  buildAccount,
  buildPerson,
  buildProgramme,
  buildSession,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, done, refused, opened, sendAllDue, member, held } = given;

/** The words of the form that comes before. */
async function preview(action: string, input: Values): Promise<string> {
  const form = await opened(given.secretary, action, input);
  expect(form.known).toMatchObject({ agreed: true });
  return JSON.stringify(form.introduction);
}

const register = async (person: BuiltPerson, mode: 'onsite' | 'online') =>
  await done(person, 'session.register', { session: given.session.id, mode });

const accountOf = async ({ id: personId }: BuiltPerson) =>
  await given.database.account.findFirstOrThrow({ where: { personId } });

const historyOf = async (person: BuiltPerson) =>
  wordsOf(await ask(given.secretary, 'member.history', { formerPerson: person.id }));

describe('adding a person', () => {
  const entered = () => ({
    ...{ nameJa: '新川 花', nameEn: 'Hana Shinkawa', furigana: 'シンカワ ハナ', role: 'participant' },
    ...{ email: 'Hana@Example.org', company: given.company.id },
  });

  it('puts them on the roster, with the way to an invitation and a line in their history', async () => {
    expect(await done(given.secretary, 'member.add', entered())).toContain('[Issue invitation code]');
    const person = await given.database.person.findUniqueOrThrow({
      where: { email: 'hana@example.org' },
      include: { memberships: true },
    });
    expect(person.memberships).toMatchObject([{ companyId: given.company.id, role: 'participant', walkedIn: false }]);
    const shown = await ask(given.secretary, 'member.history', { formerPerson: person.id });
    expect(wordsOf(shown)).toMatch(/added to the roster \(by Person/);
    await given.database.person.update({ where: { id: person.id }, data: { email: null } });
  });

  it('asks whether somebody of the same name and company is the same, and takes another where it is not', async () => {
    const first = await member({ company: given.company, nameJa: '新川　花', nameEn: 'Hana Shinkawa' });
    const { email: _none, ...same } = entered();
    expect(await refused(given.secretary, 'member.add', same)).toContain('is on the roster already');
    expect(await refused(given.secretary, 'member.add', { ...same, nameJa: 'HANA  SHINKAWA', nameEn: '' })).toContain(
      first.nameJa,
    );
    await done(given.secretary, 'member.add', { ...same, another: true });
  });

  it('refuses an address that is taken, and a participant without a company', async () => {
    await member({ email: 'taken@example.org' });
    const taken = { ...entered(), email: 'TAKEN@example.org' };
    expect(await refused(given.secretary, 'member.add', taken)).toContain('registered already');
    const { company: _none, ...homeless } = entered();
    expect(await refused(given.secretary, 'member.add', homeless)).toContain('choose the company');
    expect(await refused(given.secretary, 'member.add', { ...entered(), email: 'no address' })).not.toBe('');
    await given.database.person.updateMany({ where: { email: 'taken@example.org' }, data: { email: null } });
  });
});

describe('ending a membership', () => {
  it('says what it gives up, gives the place to the next, and keeps the records', async () => {
    await given.database.session.update({ where: { id: given.session.id }, data: { roomCapacity: 1 } });
    await register(given.person, 'onsite');
    await register(given.colleague, 'onsite');
    const input = { person: given.person.id };
    const asked = await opened(given.secretary, 'member.end', input);
    expect(asked.known).toMatchObject({ asked: true });
    expect(await preview('member.end', { ...input, asked: true })).toContain(
      'Their place in 1 coming session is given up',
    );
    await done(given.secretary, 'member.end', { ...input, agreed: true });
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', mode: 'onsite' });
    expect(await held(given.person)).toMatchObject({ state: 'cancelled' });
    expect(outcomeOf(await ask(given.person, 'session.list'))).toBe('refused');
    expect(await historyOf(given.person)).toContain('membership ended');
    expect(await refused(given.secretary, 'member.end', { ...input, agreed: true })).toContain(
      'I could not find what you named',
    );
  });

  it('is not done without the preview, nor to oneself', async () => {
    const asked = await ask(given.secretary, 'member.end', { person: given.person.id });
    expect(outcomeOf(asked)).toBe('form');
    const own = { person: given.secretary.id, agreed: true };
    expect(await refused(given.secretary, 'member.end', own)).toContain('your own membership');
  });
});

describe('an account that was registered as the wrong person', () => {
  it('is moved to the right one, whose other accounts are told; what was done with it stays', async () => {
    await register(given.person, 'online');
    const { id: account } = await accountOf(given.person);
    const input = { formerPerson: given.person.id, person: given.colleague.id };
    expect(await preview('member.account', input)).toContain('stays on the record');
    await done(given.secretary, 'member.account', { ...input, account, agreed: true });
    expect((await given.database.account.findUniqueOrThrow({ where: { id: account } })).personId).toBe(
      given.colleague.id,
    );
    expect(await held(given.person)).toMatchObject({ state: 'confirmed' });
    const told = await sendAllDue();
    expect(notificationsTo(told, given.colleague).map(({ kind }) => kind)).toContain('member.linked');
    for (const one of [given.person, given.colleague]) expect(await historyOf(one)).toContain('account moved (with');
    const again = { ...input, account, agreed: true };
    expect(await refused(given.secretary, 'member.account', again)).toContain('No account is registered');
  });

  it('is only removed where nobody is named, and needs a code from then on', async () => {
    const { id: account } = await accountOf(given.person);
    const input = { formerPerson: given.person.id };
    expect(await preview('member.account', input)).toContain('needs a new invitation code');
    await done(given.secretary, 'member.account', { ...input, account, agreed: true });
    expect(outcomeOf(await ask(given.person, 'session.list'))).toBe('refused');
    expect(await refused(given.secretary, 'member.account', input, {})).toContain('No account is registered');
  });

  it('is not given to somebody whose other roles are not the secretariat’s to give', async () => {
    const there = await buildProgramme(given.services);
    const boss = await buildPerson(given.services, { programme: there, role: 'secretariat' });
    const { id: personId } = boss;
    await given.database.membership.create({ data: { personId, programmeId: given.programme.id, role: 'speaker' } });
    const { id: account } = await accountOf(given.person);
    const input = { formerPerson: given.person.id, person: boss.id, account, agreed: true };
    expect(await refused(given.secretary, 'member.account', input)).toContain('programme that is not yours');
    const merging = { formerPerson: given.person.id, person: boss.id, agreed: true };
    expect(await refused(given.secretary, 'member.merge', merging)).toContain('programme that is not yours');
    expect((await accountOf(given.person)).id).toBe(account);
  });
});

describe('merging two people', () => {
  const merge = async (from: BuiltPerson, into: BuiltPerson) =>
    await done(given.secretary, 'member.merge', { formerPerson: from.id, person: into.id, agreed: true });

  it('says what becomes of what they hold, and leaves one place and one person who can go on', async () => {
    await given.database.session.update({ where: { id: given.session.id }, data: { roomCapacity: 2 } });
    const waiting = await member();
    for (const one of [given.person, given.colleague, waiting]) await register(one, 'onsite');
    const other = await buildSession(given.services, given.programme);
    await done(given.person, 'session.register', { session: other.id, mode: 'online' });
    const said = await preview('member.merge', { formerPerson: given.person.id, person: given.colleague.id });
    expect(said).toMatch(/cannot be undone.*Accounts: 1, registrations: 2.*both answered: 1/);
    await merge(given.person, given.colleague);
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed' });
    expect(await held(given.person)).toMatchObject({ state: 'cancelled' });
    expect(await held(waiting)).toMatchObject({ state: 'confirmed' });
    const moved = await given.database.registration.findMany({ where: { sessionId: other.id } });
    expect(moved).toMatchObject([{ personId: given.colleague.id, registeredById: given.colleague.id }]);
    // Both of their accounts are the one person's, and the list shows them once.
    const cancelled = await ask(given.person, 'session.cancel', { session: other.id }, { submitted: true });
    expect(outcomeOf(cancelled)).toBe('done');
    const list = wordsOf(await ask(given.secretary, 'session.attendees', { session: given.session.id }));
    expect(list).toContain(given.colleague.nameEn);
    expect(list).not.toContain(given.person.nameEn);
    expect(await historyOf(given.colleague)).toContain('duplicate merged (with');
    const again = { formerPerson: given.person.id, person: given.colleague.id, agreed: true };
    expect(await refused(given.secretary, 'member.merge', again)).toContain('merged into someone else already');
  });

  it('notes in the history of the session who merged, and leaves who registered', async () => {
    await done(given.person, 'session.register', { session: given.session.id, mode: 'online' });
    await done(given.colleague, 'session.decline', { session: given.session.id });
    await merge(given.person, given.colleague);
    const noted = await given.database.registrationChange.findMany({
      where: { sessionId: given.session.id },
      orderBy: { number: 'asc' },
    });
    expect(noted.map(({ personId, state, byId }) => [personId, state, byId])).toEqual([
      [given.person.id, 'confirmed', given.person.id],
      [given.colleague.id, 'declined', given.colleague.id],
      [given.person.id, 'cancelled', given.secretary.id],
      [given.colleague.id, 'confirmed', given.secretary.id],
    ]);
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', registeredById: given.colleague.id });
    const words = wordsOf(await ask(given.secretary, 'session.changes', { session: given.session.id }));
    expect(words.split(`by ${given.secretary.nameEn}`)).toHaveLength(3);
  });

  it('counts who came once, and keeps both records in the history', async () => {
    given.services.clock.set(given.session.startsAt);
    for (const [people, came] of [
      [[given.person.id], 'onsite'],
      [[given.colleague.id], 'absent'],
    ] as const) {
      await done(given.secretary, 'session.record', { session: given.session.id, people, came });
    }
    await merge(given.person, given.colleague);
    const [figures] = await countAttendance(given.database, given.programme.id);
    expect(figures).toMatchObject({ people: 1, companies: 1, offline: 1 });
    const records = await given.database.attendance.findMany({ where: { sessionId: given.session.id } });
    expect(records.map(({ personId }) => personId)).toEqual([given.colleague.id, given.colleague.id]);
    expect(records.filter(({ supersededAt }) => supersededAt === null)).toMatchObject([{ present: true }]);
  });

  it('keeps an address that only the duplicate had, and finds the person by one that both had', async () => {
    const [from, into] = [await member({ email: 'from@example.org' }), await member({ email: 'into@example.org' })];
    await merge(from, into);
    await given.database.binding.create({
      data: { programmeId: given.programme.id, companyId: into.company?.id ?? null, platform: 'slack', tenant: 'T-M' },
    });
    const account = await buildAccount(given.services, null, {
      tenant: 'T-M',
      verifiedEmail: async () => 'from@example.org',
    });
    given.services.clock.advance({ minutes: 5 });
    expect(outcomeOf(await ask({ account }, 'session.list'))).toBe('done');
    const third = await member();
    await merge(into, third);
    expect(await given.database.person.findUnique({ where: { email: 'into@example.org' } })).toMatchObject({
      id: third.id,
    });
    await given.database.person.updateMany({ where: { email: { not: null } }, data: { email: null } });
  });

  it('keeps consultations, notes, answers and what was muted or told', async () => {
    const { database, services, programme, company, person, colleague } = given;
    const [adviser, same, other] = [
      await member({ role: 'adviser' }),
      await member({ role: 'adviser' }),
      await member({ role: 'adviser' }),
    ];
    const about = { programme, company, adviserId: adviser.id, otherAdviserId: other.id, attendeeId: person.id };
    const { booking, watch } = await buildConsultations(services, { ...about, secret: 'topics' });
    const now = services.clock.now();
    await database.bookingAttendee.create({ data: { bookingId: booking.id, personId: colleague.id } });
    await database.privateNote.create({ data: { bookingId: booking.id, authorId: adviser.id, text: 'mine', at: now } });
    const { id: announcementId } = await database.announcement.create({
      data: {
        ...{ programmeId: programme.id, createdById: given.secretary.id, state: 'sent', audience: {}, asks: ['read'] },
        ...{ sendAt: now, latestAt: now, createdAt: now },
      },
    });
    const later = new Date(now.getTime() + 60_000);
    for (const [personId, answer, answeredAt] of [
      [person.id, 'help', later],
      [colleague.id, 'read', now],
    ] as const) {
      await database.announcementPerson.create({ data: { announcementId, personId, previewed: true, included: true } });
      await database.announcementAnswer.create({ data: { announcementId, personId, answer, answeredAt } });
    }
    await database.mutedTopic.create({ data: { personId: person.id, topic: 'reminders', mutedAt: now } });

    await merge(person, colleague);
    await merge(adviser, same);
    const attending = await database.bookingAttendee.findMany({ where: { bookingId: booking.id } });
    expect(attending.map(({ personId }) => personId)).toEqual([colleague.id]);
    expect(await database.watch.findUniqueOrThrow({ where: { id: watch } })).toMatchObject({ personId: colleague.id });
    expect(await database.announcementAnswer.findMany({ where: { announcementId } })).toMatchObject([
      { personId: colleague.id, answer: 'help' },
    ]);
    expect(await database.announcementPerson.count({ where: { announcementId } })).toBe(1);
    expect(await database.mutedTopic.findMany()).toMatchObject([{ personId: colleague.id, topic: 'reminders' }]);
    expect(wordsOf(await ask(same, 'consultation.agenda'))).toContain(company.nameEn);
    expect(await database.privateNote.findFirstOrThrow()).toMatchObject({ authorId: same.id });
  });

  it('is refused where both advise at the same time, and nothing is changed', async () => {
    const { database, services, programme } = given;
    const [adviser, same] = [await member({ role: 'adviser' }), await member({ role: 'adviser' })];
    const startsAt = new Date(services.clock.now().getTime() + 86_400_000);
    for (const { id: adviserId } of [adviser, same])
      await buildSlot(services, { programme, adviserId, startsAt, place: 'Tokyo', link: 'https://meet.example/x' });
    const merging = { formerPerson: adviser.id, person: same.id, agreed: true };
    expect(await refused(given.secretary, 'member.merge', merging)).toContain('at the same time');
    expect(await database.consultationSlot.count({ where: { adviserId: adviser.id } })).toBe(1);
    expect(await database.person.findUniqueOrThrow({ where: { id: adviser.id } })).toMatchObject({
      mergedIntoId: null,
    });
  });

  it('is not of a person with themselves', async () => {
    const same = { formerPerson: given.person.id, person: given.person.id, agreed: true };
    expect(await refused(given.secretary, 'member.merge', same)).toContain('chosen twice');
  });
});

describe('of two answers for one session', () => {
  const answer = (more: Partial<Registration>): Registration => ({
    ...{ id: 'r', sessionId: 's', personId: 'p', companyId: null, mode: 'online', state: 'confirmed' },
    ...{
      waitingFor: null,
      queueNumber: null,
      registeredById: 'p',
      substituteForId: null,
      movedFrom: null,
      movedWaitingFor: null,
      movedQueue: null,
    },
    ...{ createdAt: new Date(1), changedAt: new Date(1) },
    ...more,
  });

  it.each([
    ['a place', { state: 'confirmed' }, 'a place in the waitlist', { state: 'waiting', queueNumber: 1 }],
    ['a place in the waitlist', { state: 'waiting', queueNumber: 9 }, 'an absence', { state: 'declined' }],
    ['an absence', { state: 'declined' }, 'what was cancelled', { state: 'cancelled', changedAt: new Date(9) }],
    ['the place held longer', { createdAt: new Date(1) }, 'a later one', { createdAt: new Date(2) }],
    ['who is ahead', { state: 'waiting', queueNumber: -4 }, 'who is behind', { state: 'waiting', queueNumber: 2 }],
    [
      'the later absence',
      { state: 'declined', changedAt: new Date(2) },
      'the earlier',
      { state: 'declined', changedAt: new Date(1) },
    ],
  ] as const)('%s outranks %3$s', (_one, stays, _other, goes) => {
    expect(outranks(answer(stays), answer(goes))).toBe(true);
    expect(outranks(answer(goes), answer(stays))).toBe(false);
  });
});

it('the welcome tells what others arranged before the person came', async () => {
  const newcomer = await member({ company: given.company });
  await given.database.account.deleteMany({ where: { personId: newcomer.id } });
  const input = { session: given.session.id, mode: 'online', person: newcomer.id };
  await done(given.colleague, 'session.register', input);
  const invited = wordsOf(await ask(given.secretary, 'member.invite', { person: newcomer.id }, { submitted: true }));
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(invited)?.[0] ?? '';
  const account = await buildAccount(given.services, null);
  await done({ account }, 'member.link', { code });
  const [welcome] = notificationsTo(await sendAllDue(), { account }).filter(({ kind }) => kind === 'member.welcome');
  expect(welcome?.words).toContain('This was done for you before you came here');
  expect(welcome?.words).toContain(`attends online (by ${given.colleague.nameEn})`);
});
