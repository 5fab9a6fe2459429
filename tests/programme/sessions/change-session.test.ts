/** A changed session is told to everyone concerned, once, from what they knew. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../prisma/client.js';
import { noDetails } from '../../../programme/sessions/details.js';
import {
  type BuiltPerson,
  buildSession,
  buttonsOf,
  fieldOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { asShown, changed } from './forms.js';

const given = programmeFixture();
const { about, ask, done, member, opened, refused, sendAllDue } = given;

let sachiko: BuiltPerson;

beforeEach(async () => {
  sachiko = await member({ role: 'secretariat', language: 'ja' });
});

async function change(changes: Parameters<typeof changed>[2]): Promise<string> {
  return await done(given.secretary, 'session.change', await changed(given.services, given.session, changes));
}

async function attendee(mode: 'onsite' | 'online' = 'onsite', language: 'ja' | 'en' = 'en'): Promise<BuiltPerson> {
  const person = await member({ language });
  await done(person, 'session.register', about({ mode }));
  return person;
}

async function current(): Promise<Session> {
  return await given.database.session.findUniqueOrThrow({ where: { id: given.session.id } });
}

/** What this person is still to be told, with what it is made from. */
async function unsent({ id: personId }: BuiltPerson) {
  const rows = await given.database.notification.findMany({
    where: { personId, state: { in: ['pending', 'queued'] } },
  });
  return rows.map(({ kind, data }) => [kind, data]);
}

describe('changing', () => {
  it('shows the session as it is, and changes nothing where nothing was changed', async () => {
    const choose = await opened(given.secretary, 'session.change');
    expect(choose.fields.map(({ name }) => name)).toEqual(['session']);
    const form = await opened(given.secretary, 'session.change', about());
    expect(fieldOf(form, 'date')).toMatchObject({ initial: '2024-11-07' });
    expect(fieldOf(form, 'start')).toMatchObject({ initial: '15:30' });
    expect(await refused(given.secretary, 'session.change', asShown(form))).toBe('Nothing was changed.');
    expect((await current()).version).toBe(1);
  });

  it('keeps an agenda that was not touched, even where its text could be read otherwise', async () => {
    const agenda = [{ titleJa: '質疑 / 応答 | 全員', titleEn: 'Q / A: all', kind: 'sharing' as const, speakers: [] }];
    const materials = [{ titleJa: '表 / 図', titleEn: 'Table / Figure', link: 'https://example.com/table.pdf' }];
    const details = { agenda, materials, groupWork: true, groupSize: 5 };
    given.session = await buildSession(given.services, given.programme, { details });
    for (const person of [given.secretary, sachiko]) {
      const form = await opened(person, 'session.change', about());
      const input = { ...asShown(form), venueEn: `Room of ${person.nameEn}` };
      await done(person, 'session.change', input);
      expect((await current()).details).toEqual(details);
    }
  });

  it('keeps an agenda and materials that are too long for a field, and says so', async () => {
    const titles = { titleJa: '題'.repeat(150), titleEn: 'Title '.repeat(25).trim() };
    const agenda = Array.from({ length: 12 }, () => ({ ...titles, kind: 'lecture' as const, speakers: [] }));
    const materials = Array.from({ length: 12 }, () => ({ ...titles, link: 'https://example.com/table.pdf' }));
    const details = { agenda, materials, groupWork: false, groupSize: null };
    given.session = await buildSession(given.services, given.programme, { details });
    const form = await opened(given.secretary, 'session.change', about());
    expect(form.fields.map(({ name }) => name)).not.toContain('agenda');
    expect(form.fields.map(({ name }) => name)).not.toContain('materials');
    expect(form.introduction).toContainEqual({ kind: 'note', text: expect.stringContaining('“Agenda” is too long') });
    expect((await opened(sachiko, 'session.change', about())).introduction).toContainEqual({
      kind: 'note',
      text: expect.stringContaining('「資料」は長いため'),
    });
    await done(given.secretary, 'session.change', { ...asShown(form), venueEn: 'Room B' });
    expect(await current()).toMatchObject({ venueEn: 'Room B', details });
  });

  it('empties an agenda that was emptied', async () => {
    const agenda = [{ titleJa: '題', titleEn: 'Title', kind: 'lecture' as const, speakers: [] }];
    given.session = await buildSession(given.services, given.programme, { details: { ...noDetails, agenda } });
    const { agenda: _emptied, ...rest } = asShown(await opened(given.secretary, 'session.change', about()));
    await done(given.secretary, 'session.change', rest);
    expect((await current()).details).toEqual(noDetails);
  });

  it('keeps a session of several days as long as it is, until its last day is changed or emptied', async () => {
    given.session = await buildSession(given.services, given.programme, {
      endsAt: new Date('2024-11-08T17:00:00+09:00'),
    });
    const form = await opened(given.secretary, 'session.change', about());
    expect(fieldOf(form, 'endDate')).toMatchObject({ initial: '2024-11-08', optional: true });
    await done(given.secretary, 'session.change', { ...asShown(form), venueEn: 'Room B' });
    expect((await current()).endsAt).toEqual(new Date('2024-11-08T17:00:00+09:00'));
    await change({ endDate: '2024-11-09' });
    expect((await current()).endsAt).toEqual(new Date('2024-11-09T17:00:00+09:00'));
    await change({ endDate: '' });
    expect((await current()).endsAt).toEqual(new Date('2024-11-07T17:00:00+09:00'));
    expect(fieldOf(await opened(given.secretary, 'session.change', about()), 'endDate')).not.toHaveProperty('initial');
  });

  it('tells everyone registered, once, what was and what is', async () => {
    const [english, japanese] = [await attendee(), await attendee('online', 'ja')];
    const gone = await attendee();
    await done(gone, 'session.cancel', about());
    expect(await change({ date: '2024-11-08', venueEn: 'Room B', venueJa: '会議室B' })).toContain(
      '2 people will be told',
    );
    const told = await sendAllDue();
    const [notice, ...more] = notificationsTo(told, english);
    expect(more).toEqual([]);
    expect(notice?.words).toContain('When: Thu, 7 Nov 2024 15:30–17:00 JST → Fri, 8 Nov 2024 15:30–17:00 JST');
    expect(notice?.words).toContain('Where: Otemachi meeting room (on site and online) → Room B (on site and online)');
    expect(notice?.words).toMatch(
      /What changed\nWhen: .* → [\s\S]*How it stands now\nWhen: Fri, 8 Nov 2024 15:30–17:00 JST\n/,
    );
    expect(notificationsTo(told, japanese)[0]?.words).toContain(
      '2024年11月7日(木) 15:30〜17:00 → 2024年11月8日(金) 15:30〜17:00',
    );
    expect(notificationsTo(told, gone)).toEqual([]);
    expect(notificationsTo(await sendAllDue(), english)).toEqual([]);
  });

  it('twice quickly is told in one message with both', async () => {
    const person = await attendee();
    await change({ date: '2024-11-08' });
    await change({ venueEn: 'Room B' });
    expect(await unsent(person)).toEqual([['session.changed', { from: 1, to: 3, held: 'onsite' }]]);
    const notices = notificationsTo(await sendAllDue(), person);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.words).toContain('→ Fri, 8 Nov 2024');
    expect(notices[0]?.words).toContain('→ Room B');
  });

  it('and back again before it was told is told to nobody', async () => {
    const person = await attendee();
    await change({ date: '2024-11-08' });
    await change({ date: '2024-11-07' });
    expect(notificationsTo(await sendAllDue(), person)).toEqual([]);
    const states = await given.database.notification.findMany({ where: { personId: person.id } });
    expect(states.map(({ state }) => state)).toEqual(['suppressed', 'suppressed']);
  });

  it('again after it was told is told from what people knew', async () => {
    const person = await attendee();
    await change({ date: '2024-11-08' });
    await sendAllDue();
    await change({ date: '2024-11-09' });
    const [notice] = notificationsTo(await sendAllDue(), person);
    expect(notice?.words).toContain('Fri, 8 Nov 2024 15:30–17:00 JST → Sat, 9 Nov 2024');
  });

  it('the deadline, the link and the agenda is told to whom each concerns', async () => {
    const [room, line] = [await attendee('onsite'), await attendee('online')];
    await change({ deadlineTime: '12:00', link: '', agenda: 'Lecture: New' });
    const told = await sendAllDue();
    const forRoom = notificationsTo(told, room)[0]?.words ?? '';
    expect(forRoom).toContain('Register by: Tue, 5 Nov 2024 17:00 JST → Tue, 5 Nov 2024 12:00 JST');
    expect(forRoom).toContain('Agenda or materials were updated.');
    expect(forRoom).not.toContain('Link');
    expect(notificationsTo(told, line)[0]?.words).toContain('Link: (none)');
    await change({ link: 'https://meeting.example.org/other', agenda: 'Lecture: New' });
    const later = await sendAllDue();
    expect(notificationsTo(later, room)).toEqual([]);
    expect(notificationsTo(later, line)[0]?.words).toContain('Link: https://meeting.example.org/other');
  });

  it('the method takes people along to the mode that is left', async () => {
    const [room, line] = [await attendee('onsite'), await attendee('online')];
    await change({ method: 'online' });
    const rows = await given.database.registration.findMany({ where: { sessionId: given.session.id } });
    expect(rows.map(({ mode, state }) => [mode, state])).toEqual(Array(2).fill(['online', 'confirmed']));
    const told = await sendAllDue();
    expect(notificationsTo(told, room)[0]?.words).toContain('Your answer: registered online');
    expect(notificationsTo(told, line)).toHaveLength(1);
    await change({ method: 'in_person' });
    expect(await given.database.registration.count({ where: { sessionId: given.session.id, mode: 'onsite' } })).toBe(2);
  });

  it('the method moves the waitlist too, in its order, and seats whom there is room for', async () => {
    await change({ roomCapacity: '1', onlineCapacity: '3' });
    const [room, line] = [await attendee('onsite'), await attendee('online')];
    const [first, second] = [await attendee('onsite'), await attendee('onsite')];
    await done(line, 'session.change-mode', about({ mode: 'onsite' }));
    await change({ method: 'online' });
    const states = new Map(
      (await given.database.registration.findMany({ where: { sessionId: given.session.id } })).map((row) => [
        row.personId,
        `${row.state} ${row.mode} ${row.waitingFor}`,
      ]),
    );
    expect([room, line, first].map(({ id }) => states.get(id))).toEqual(Array(3).fill('confirmed online null'));
    expect(states.get(second.id)).toBe('waiting online online');
  });

  it('to fewer places than are taken is refused at the field, and nothing is kept', async () => {
    for (let count = 0; count < 2; count += 1) await attendee('onsite');
    const input = await changed(given.services, given.session, { roomCapacity: '1', date: '2024-11-09' });
    const performed = await ask(given.secretary, 'session.change', input, { submitted: true });
    expect(performed.reply).toMatchObject({
      kind: 'form',
      errors: { roomCapacity: '2 places are confirmed already; it cannot be fewer.' },
    });
    expect(await current()).toMatchObject({ version: 1, roomCapacity: null, startsAt: given.session.startsAt });
    expect(await given.database.notification.count({ where: { subjectId: given.session.id } })).toBe(0);
    const online = await changed(given.services, given.session, { method: 'online', onlineCapacity: '1' });
    expect(await refused(given.secretary, 'session.change', online)).toContain('2 places are confirmed');
    await change({ roomCapacity: '2' });
  });

  it.each(['en', 'ja'] as const)('what somebody else changed meanwhile overwrites nothing (%s)', async (language) => {
    const late = language === 'en' ? given.secretary : sachiko;
    const form = await opened(late, 'session.change', about());
    await change({ venueEn: 'Room B' });
    const stale = { ...asShown(form), start: '15:00' };
    const { reply } = await ask(late, 'session.change', stale, { submitted: true });
    if (reply.kind !== 'form') throw new Error('no form');
    expect(reply.problem).toContain(language === 'en' ? 'Nothing was saved' : '保存していません');
    expect(wordsOf({ reply })).toContain(language === 'en' ? 'Room B' : '大手町会議室');
    expect(reply.form.fields).toEqual([]);
    expect(await current()).toMatchObject({ version: 2, startsAt: given.session.startsAt, venueEn: 'Room B' });

    const next = await ask(late, 'session.change', reply.form.known, { submitted: true });
    if (next.reply.kind !== 'form') throw new Error('no form');
    expect(next.reply).toMatchObject({ errors: {}, problem: null });
    expect(fieldOf(next.reply.form, 'venueEn')).toMatchObject({ initial: 'Room B' });
    await done(late, 'session.change', { ...asShown(next.reply.form), start: '15:00' });
    expect(await current()).toMatchObject({ version: 3, venueEn: 'Room B' });
  });

  it('what was meanwhile changed is not overwritten by way of an error either', async () => {
    const form = await opened(given.secretary, 'session.change', about());
    await change({ venueEn: 'Room B' });
    const faulty = { ...asShown(form), start: 'noon' };
    const { reply } = await ask(given.secretary, 'session.change', faulty, { submitted: true });
    expect(reply).toMatchObject({ kind: 'form', form: { fields: [] } });
    const later = await opened(given.secretary, 'session.change', form.known);
    expect(fieldOf(later, 'venueEn')).toMatchObject({ initial: 'Room B' });
  });

  it('into the past is refused, at the date, while the session is still to come', async () => {
    const person = await attendee();
    const past = await changed(given.services, given.session, { date: '2023-11-07', deadlineDate: '2023-11-05' });
    for (const [who, words] of [
      [given.secretary, 'This is in the past.'],
      [sachiko, '過去の日時は指定できません。'],
    ] as const) {
      const performed = await ask(who, 'session.change', past, { submitted: true });
      expect(performed.reply).toMatchObject({ kind: 'form', errors: { date: words } });
    }
    expect(await current()).toMatchObject({ version: 1, startsAt: given.session.startsAt });
    given.services.clock.set(given.session.startsAt);
    await change({ end: '17:30' });
    expect(notificationsTo(await sendAllDue(), person)[0]?.words).toContain('15:30–17:00 JST → ');
  });

  it('after the end into the future is told from what people knew before', async () => {
    const person = await attendee();
    given.services.clock.set(given.session.endsAt);
    await change({ end: '16:00', venueEn: 'Room B' });
    await change({ date: '2024-11-21' });
    const [notice, ...more] = notificationsTo(await sendAllDue(), person);
    expect(more).toEqual([]);
    expect(notice?.words).toContain('When: Thu, 7 Nov 2024 15:30–17:00 JST → Thu, 21 Nov 2024 15:30–16:00 JST');
    expect(notice?.words).toContain('Otemachi meeting room (on site and online) → Room B');
  });

  it('what is over tells nobody', async () => {
    const person = await attendee();
    given.services.clock.set(given.session.endsAt);
    expect(await change({ agenda: 'Lecture: As it was' })).not.toContain('told');
    expect(notificationsTo(await sendAllDue(), person)).toEqual([]);
  });
});

describe('calling off', () => {
  it('warns of how many will be told, tells them why, and cannot be done twice', async () => {
    const [person, waits] = [await attendee(), await attendee('online', 'ja')];
    const form = await opened(given.secretary, 'session.call-off', about());
    expect(JSON.stringify(form.introduction)).toContain('2 registered people will be told. This cannot be undone.');
    const words = await done(given.secretary, 'session.call-off', { ...form.known, reason: 'A typhoon' });
    expect(words).toContain('2 people will be told');
    const told = await sendAllDue();
    expect(notificationsTo(told, person).map(({ kind }) => kind)).toEqual(['session.called-off']);
    expect(notificationsTo(told, person)[0]?.words).toContain('Reason: A typhoon');
    expect(notificationsTo(told, waits)[0]?.words).toContain('は中止になりました');
    expect(await refused(given.secretary, 'session.call-off', form.known)).toContain('was called off');
    for (const action of ['session.call-off', 'session.change', 'session.check-in-code'] as const) {
      expect(await refused(given.secretary, action, about(), {})).toContain('was called off');
    }
    const card = buttonsOf(await ask(given.secretary, 'session.show', about()));
    expect(card).toEqual(['session.attendees', 'session.changes']);
    expect(buttonsOf(await ask(given.secretary, 'session.attendees', about()))).toEqual([
      // Who is registered, and who waits.
      ...['session.attendees', 'session.attendees'],
      'session.attendees-file',
      'session.show',
    ]);
    expect(wordsOf(await ask(person, 'session.show', about()))).toContain('called off: A typhoon');
  });

  it('covers a change that was not told yet', async () => {
    const person = await attendee();
    await change({ date: '2024-11-08' });
    await done(given.secretary, 'session.call-off', about({ agreed: true }));
    expect(await unsent(person)).toEqual([['session.called-off', {}]]);
    expect(notificationsTo(await sendAllDue(), person).map(({ kind }) => kind)).toEqual(['session.called-off']);
  });

  it('is not done by a button alone, nor by words', async () => {
    for (const origin of ['chosen', 'words'] as const) {
      const performed = await ask(given.secretary, 'session.call-off', about({ agreed: true }), { origin });
      expect(outcomeOf(performed)).toBe('form');
    }
    expect((await current()).state).toBe('scheduled');
  });
});
