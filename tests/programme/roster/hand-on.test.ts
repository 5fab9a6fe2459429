/** A part in the programme that goes to a colleague: what moves, what stays, who is told, and a registration at the same instant. */
import { describe, expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { endMembership } from '../../../programme/roster/end-membership.js';
import { atOnce } from '../../support/at-once.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import {
  type BuiltPerson,
  buildAssignment,
  buildServices,
  buildSession,
  buttonsOf,
  fieldOf,
  notificationsTo,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, done, refused, opened, member, held } = given;

const ending = (more: Values = {}): Values => ({ person: given.person.id, asked: true, ...more });
const toColleague = (more: Values = {}) => ending({ successor: given.colleague.id, ...more });

/** What the form says that asks for agreement. */
async function shown(input: Values): Promise<string> {
  const form = await opened(given.secretary, 'member.end', input);
  expect(form.known).toMatchObject({ agreed: true });
  return JSON.stringify(form.introduction);
}

const handOn = async (input: Values = toColleague()) =>
  await done(given.secretary, 'member.end', { ...input, agreed: true });

async function register(person: BuiltPerson, session = given.session) {
  await done(person, 'session.register', { session: session.id, mode: 'onsite' });
}

describe('the form', () => {
  it('asks who takes over among the colleagues, and warns where nobody is left', async () => {
    const stranger = await member();
    const form = await opened(given.secretary, 'member.end', { person: given.person.id });
    expect(fieldOf(form, 'successor')).toMatchObject({ choices: [{ value: given.colleague.id }] });
    expect(JSON.stringify(form)).not.toContain(stranger.id);
    expect(JSON.stringify(form.introduction)).not.toContain('nobody else in the programme');
    const alone = await opened(given.secretary, 'member.end', { person: stranger.id });
    expect(JSON.stringify(alone.introduction)).toContain('has nobody else in the programme');
  });
});

describe('what was entered for a new successor', () => {
  it('stays in the form where it cannot be, which says why', async () => {
    const email = 'taken@one.example';
    const known = await member();
    await given.database.person.update({ where: { id: known.id }, data: { email } });
    const form = await opened(
      given.secretary,
      'member.end',
      ending({ newName: '後任 花子', newReading: 'コウニン ハナコ', newEmail: email }),
    );
    expect(JSON.stringify(form.introduction)).toContain('registered already');
    expect(fieldOf(form, 'newName')).toMatchObject({ initial: '後任 花子' });
    expect(fieldOf(form, 'newEmail')).toMatchObject({ initial: email });
    const unread = await opened(given.secretary, 'member.end', ending({ newName: '後任 花子' }));
    expect(JSON.stringify(unread.introduction)).toContain('furigana');
  });

  it('may have the name of a colleague, once that is said', async () => {
    const { nameJa, furigana } = given.colleague;
    const entered = ending({ newName: nameJa, newReading: furigana });
    const form = await opened(given.secretary, 'member.end', entered);
    expect(fieldOf(form, 'another')).toMatchObject({ kind: 'yes/no', initial: false });
    const agreed = await opened(given.secretary, 'member.end', { ...entered, another: true });
    expect(agreed.known).toMatchObject({ agreed: true, another: true });
  });
});

describe('what goes to the successor', () => {
  it('is said before: places, those that they have anyway, consultations and questions', async () => {
    const other = await buildSession(given.services, given.programme);
    await register(given.person);
    await register(given.person, other);
    await register(given.colleague, other);
    const words = await shown(toColleague());
    expect(words).toContain('Places in sessions to come: 1, consultations: 0, questions that wait: 0');
    expect(words).toContain('that are not meant for them: 1; these go to those who wait');
    expect(await held(given.person)).toMatchObject({ state: 'confirmed' });
  });

  it('are the places to come; what was attended stays', async () => {
    const past = await buildSession(given.services, given.programme, {
      ...{ startsAt: new Date('2024-09-05T10:00:00+09:00'), endsAt: new Date('2024-09-05T12:00:00+09:00') },
      deadline: new Date('2024-09-04T12:00:00+09:00'),
    });
    const about = { sessionId: past.id, personId: given.person.id, companyId: given.company.id };
    const { id: recordedById } = given.secretary;
    await given.database.attendance.create({
      data: { ...about, present: true, mode: 'onsite', source: 'secretariat', recordedById, recordedAt: past.endsAt },
    });
    await register(given.person);
    expect(await handOn()).toContain('takes over (places: 1, consultations: 0, questions: 0)');
    expect(await held(given.colleague)).toMatchObject({ state: 'confirmed', substituteForId: given.person.id });
    expect(await held(given.person)).toMatchObject({ state: 'cancelled' });
    expect(await given.database.attendance.findMany({ where: { sessionId: past.id } })).toMatchObject([about]);
    const history = wordsOf(await ask(given.secretary, 'member.history', { formerPerson: given.person.id }));
    expect(history).toContain('handed on to a colleague');
  });

  it('are consultations, questions that wait and the wait for free hours; both and the adviser are told', async () => {
    const { services, database, programme, company, person, colleague } = given;
    const adviser = await member({ role: 'adviser' });
    await buildAssignment(services, { company, adviserId: adviser.id });
    const startsAt = new Date('2024-12-03T10:00:00+09:00');
    const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt });
    const booking = await buildBooking(services, { company, slot, attendeeIds: [person.id] });
    await done(person, 'question.ask', { to: 'secretariat', question: 'Who approves it?' });
    await database.watch.create({
      data: {
        ...{ programmeId: programme.id, companyId: company.id, personId: person.id },
        ...{ until: new Date('2025-03-01'), createdAt: services.clock.now() },
      },
    });
    await given.sendAllDue();
    await handOn();
    const attendees = await database.bookingAttendee.findMany({ where: { bookingId: booking.id } });
    expect(attendees.map(({ personId }) => personId)).toEqual([colleague.id]);
    const question = await given.test.database.question.findFirstOrThrow({
      where: { programmeId: programme.id },
      include: { text: true },
    });
    expect(question).toMatchObject({ personId: colleague.id, text: { askerId: colleague.id } });
    expect(await database.watch.findMany({ where: { programmeId: programme.id } })).toMatchObject([
      { personId: colleague.id },
    ]);
    const told = await given.sendAllDue();
    const wordsTo = (one: BuiltPerson) =>
      notificationsTo(told, one)
        .map(({ message }) => message.summary)
        .join('\n');
    expect(wordsTo(person)).toContain('was handed on to');
    expect(wordsTo(colleague)).toContain('You take over from');
    expect(wordsTo(adviser)).toContain('takes over');
  });

  it('goes to somebody new, who is added with it', async () => {
    await register(given.person);
    const entered = { newName: '後任 太郎', newReading: 'コウニン タロウ', newEmail: 'successor@one.example' };
    const ended = await ask(given.secretary, 'member.end', ending({ ...entered, agreed: true }), { submitted: true });
    // Whom nobody knows on a platform yet gets in by a code.
    expect(buttonsOf(ended)).toEqual(['member.invite']);
    const successor = await given.database.person.findUniqueOrThrow({
      where: { email: 'successor@one.example' },
      include: { memberships: true },
    });
    expect(successor.memberships).toMatchObject([{ companyId: given.company.id, role: 'participant', endedAt: null }]);
    expect(await held(successor)).toMatchObject({ state: 'confirmed' });
    await given.database.person.update({ where: { id: successor.id }, data: { email: null } });
  });

  it('never goes to another company', async () => {
    const stranger = await member();
    const to = ending({ successor: stranger.id, agreed: true });
    expect(await refused(given.secretary, 'member.end', to)).toContain('among those of the same company');
    const both = toColleague({ newName: '誰か', agreed: true });
    expect(await refused(given.secretary, 'member.end', both)).toContain('not both');
  });
});

describe('a registration of who leaves, at the instant at which it is handed on', () => {
  async function race() {
    const { database, test, person, colleague, secretary, session, programme, services } = given;
    const other = openDatabase(test.url);
    try {
      await atOnce({
        database,
        first: async (transaction) => {
          // As a registration does: the session's lock, and then the place.
          await transaction.$queryRaw`SELECT id FROM session WHERE id = ${session.id}::uuid FOR UPDATE`;
          const about = { sessionId: session.id, personId: person.id, companyId: given.company.id };
          const now = services.clock.now();
          await transaction.registration.create({
            data: {
              ...about,
              mode: 'onsite',
              state: 'confirmed',
              registeredById: person.id,
              createdAt: now,
              changedAt: now,
            },
          });
        },
        second: async () =>
          await inTransaction(other.database, async (transaction) => {
            const by = { programmeId: programme.id, personId: secretary.id };
            const now = buildServices(other.database).clock.now();
            const wish = { personId: person.id, successor: { personId: colleague.id }, by, now };
            const ended = await endMembership(transaction, wish);
            if (isRefusal(ended)) throw new Error(ended.refused);
          }),
      });
      return { left: (await held(person))?.state, successor: (await held(colleague))?.state };
    } finally {
      await other.close();
    }
  }

  it('goes to the successor', async () => {
    expect(await race()).toEqual({ left: 'cancelled', successor: 'confirmed' });
  });

  it('would stay with who left, if hand-ons did not wait for the sessions', async () => {
    await given.database.$executeRaw`ALTER TABLE session RENAME TO session_row`;
    await given.database
      .$executeRaw`CREATE VIEW session AS WITH found AS MATERIALIZED (SELECT * FROM session_row) SELECT * FROM found`;
    try {
      expect(await race()).toEqual({ left: 'confirmed', successor: undefined });
    } finally {
      await given.database.$executeRaw`DROP VIEW session`;
      await given.database.$executeRaw`ALTER TABLE session_row RENAME TO session`;
    }
  });
});
