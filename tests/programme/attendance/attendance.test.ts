/** Who came is recorded by code, by button and by the secretariat, and corrections keep their history. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildSession,
  buttonsOf,
  fieldOf,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { changed } from '../sessions/forms.js';

const given = programmeFixture({
  company: { nameEn: 'First Corporation' },
  session: { roomCapacity: 1, checkInCode: '048213' },
});
const { about, ask, done, member, opened, refused, sendAllDue } = given;

let inRoom: BuiltPerson;
let onLine: BuiltPerson;
let waiting: BuiltPerson;
let left: BuiltPerson;

beforeEach(async () => {
  [inRoom, onLine] = [given.person, given.colleague];
  waiting = await member({ company: given.company });
  left = await member({ company: given.company });
  for (const [person, mode] of [
    [inRoom, 'onsite'],
    [onLine, 'online'],
    [waiting, 'onsite'],
    [left, 'online'],
  ] as const) {
    await done(person, 'session.register', about({ mode }));
  }
  await done(left, 'session.cancel', about());
});

const open = () => given.services.clock.set(new Date(given.session.startsAt.getTime() - 60 * 60_000));

async function records(of: BuiltPerson) {
  const rows = await given.database.attendance.findMany({
    where: { sessionId: given.session.id, personId: of.id },
    orderBy: { recordedAt: 'asc' },
  });
  return rows.map(({ mode, source, supersededAt }) => [mode, source, supersededAt === null]);
}

describe('the link', () => {
  it('reaches only those who hold a place online, whatever they look at', async () => {
    const adviser = await member({ role: 'adviser' });
    const speaker = await member({ role: 'speaker' });
    const stranger = await member();
    await done(
      given.secretary,
      'session.change',
      await changed(given.services, given.session, { link: `${given.session.link}-new` }),
    );
    const told = await sendAllDue();
    open();
    for (const person of [inRoom, onLine, waiting, left, adviser, speaker, stranger]) {
      const seen = [...told.filter((one) => one.account.userId === person.account.userId).map(({ words }) => words)];
      for (const action of ['home.show', 'session.list', 'session.show', 'session.join', 'session.register'] as const) {
        seen.push(JSON.stringify((await ask(person, action, about())).reply));
      }
      const sees = seen.filter((words) => words.includes('secret-link')).length;
      expect(sees, person.nameEn).toBe(person === onLine ? 4 : 0);
    }
  });

  it('is part of the confirmation of a place online, and goes when the session is called off', async () => {
    const again = await done(left, 'session.register', about({ mode: 'online' }));
    expect(again).toContain('secret-link');
    await done(given.secretary, 'session.call-off', about({ agreed: true }));
    expect(wordsOf(await ask(onLine, 'session.show', about()))).not.toContain('secret-link');
    open();
    expect(await refused(onLine, 'session.join', about())).toContain('called off');
  });
});

describe('joining online', () => {
  it('records the attendance and shows the link, once however often', async () => {
    open();
    const joined = await done(onLine, 'session.join', about());
    expect(joined).toContain('[Open the meeting](https://meeting.example.org/secret-link)');
    await done(onLine, 'session.join', about());
    expect(await records(onLine)).toEqual([['online', 'online_button', true]]);
  });

  it('is possible from an hour before the start until the end', async () => {
    open();
    given.services.clock.advance({ seconds: -1 });
    expect(await refused(onLine, 'session.join', about())).toContain('opens on Thu, 7 Nov 2024 14:30 JST');
    given.services.clock.set(given.session.endsAt);
    await done(onLine, 'session.join', about());
    given.services.clock.advance({ seconds: 1 });
    expect(await refused(onLine, 'session.join', about())).toContain('is over');
  });

  it('needs no session where the doors of just one are open', async () => {
    expect(await refused(inRoom, 'session.join', {}, {})).toContain('no session');
    const tomorrow = new Date(given.session.startsAt.getTime() + 86_400_000);
    const other = { startsAt: tomorrow, endsAt: new Date(tomorrow.getTime() + 60_000), deadline: tomorrow };
    const later = await buildSession(given.services, given.programme, other);
    await done(onLine, 'session.register', { session: later.id, mode: 'online' });
    const choices = fieldOf(await opened(onLine, 'session.join'), 'session');
    expect(choices).toMatchObject({ choices: [{ value: given.session.id }, { value: later.id }] });
    open();
    const proposed = await ask(onLine, 'session.join', {}, { origin: 'words' });
    expect([outcomeOf(proposed), wordsOf(proposed)]).toEqual(['preview', expect.stringContaining('will be recorded')]);
    expect(await records(onLine)).toEqual([]);
    expect(await done(onLine, 'preview.confirm', {})).toContain('is recorded');
    expect(await records(onLine)).toEqual([['online', 'online_button', true]]);
    await given.database.session.update({
      where: { id: later.id },
      data: { startsAt: given.session.startsAt },
    });
    await opened(onLine, 'session.join');
  });

  it('is refused to everyone without a place online, and records nothing', async () => {
    open();
    for (const person of [inRoom, waiting, left]) {
      expect(await refused(person, 'session.join', about())).toContain('only for those registered online');
      expect(await records(person)).toEqual([]);
    }
  });
});

describe.each(['home.show', 'session.list', 'session.show'] as const)('while the doors are open, %s', (action) => {
  const offered = async (person: BuiltPerson) => {
    const shown = new Set(buttonsOf(await ask(person, action, about())));
    return (['session.join', 'session.check-in'] as const).filter((one) => shown.has(one));
  };
  const words = async (person: BuiltPerson) => wordsOf(await ask(person, action, about()));

  it('offers to join or to check in, to those who hold a place there', async () => {
    for (const person of [onLine, inRoom]) expect(await offered(person)).toEqual([]);
    open();
    expect(await offered(onLine)).toEqual(['session.join']);
    expect(await offered(inRoom)).toEqual(['session.check-in']);
    for (const person of [waiting, left, given.secretary]) expect(await offered(person)).toEqual([]);
    given.services.clock.set(new Date(given.session.endsAt.getTime() + 1));
    expect(await offered(onLine)).toEqual([]);
  });

  it('says that the attendance is recorded, and goes on offering the link', async () => {
    open();
    expect(await words(onLine)).toContain('Your answer: registered online');
    await done(onLine, 'session.join', about());
    expect(await words(onLine)).toContain('Attendance recorded: attended online');
    expect(await words(onLine)).not.toContain('Your answer');
    expect(await offered(onLine)).toEqual(['session.join']);
    await done(inRoom, 'session.check-in', { code: '048213' });
    expect(await words(inRoom)).toContain('Attendance recorded: attended on site');
    expect(await offered(inRoom)).toEqual([]);
  });

  it('does not offer to join to people who have checked in to the room', async () => {
    open();
    await done(onLine, 'session.check-in', { code: '048213' });
    expect(await offered(onLine)).toEqual([]);
  });
});

it('that the attendance is recorded is said in Japanese too', async () => {
  const yamada = await member({
    company: given.company,
    language: 'ja',
  });
  await done(yamada, 'session.register', about({ mode: 'online' }));
  open();
  expect(wordsOf(await ask(yamada, 'home.show'))).toContain('[オンラインで出席]');
  await done(yamada, 'session.join', about());
  expect(wordsOf(await ask(yamada, 'home.show'))).toContain('出欠の記録: オンラインで出席');
});

describe('checking in', () => {
  it('takes the code as people type it', async () => {
    open();
    expect(await done(inRoom, 'session.check-in', { code: '０４８ ２１３' })).toContain('in the room is recorded');
    expect(await records(inRoom)).toEqual([['onsite', 'check_in_code', true]]);
  });

  it('wants the right code at the right time', async () => {
    expect(await refused(inRoom, 'session.check-in', { code: '048213' })).toContain('not the time to check in');
    open();
    expect(await refused(inRoom, 'session.check-in', { code: '048214' })).toContain('not right');
    expect(await refused(inRoom, 'session.check-in', { code: '48213' })).toContain('has six digits');
    given.services.clock.set(new Date(given.session.endsAt.getTime() + 1));
    expect(await refused(inRoom, 'session.check-in', { code: '048213' })).toContain('not the time');
    expect(await records(inRoom)).toEqual([]);
  });

  it('corrects what was recorded, of someone who came to the room though registered online', async () => {
    open();
    await done(onLine, 'session.join', about());
    await done(onLine, 'session.check-in', { code: '048213' });
    expect(await records(onLine)).toEqual([
      ['online', 'online_button', false],
      ['onsite', 'check_in_code', true],
    ]);
  });

  it('is refused where there is no room', async () => {
    const online = await buildSession(given.services, given.programme, { method: 'online', checkInCode: '111111' });
    open();
    expect(await refused(inRoom, 'session.check-in', { code: '111111' })).toContain('does not offer');
    expect(await given.database.attendance.count({ where: { sessionId: online.id } })).toBe(0);
  });

  it('is led to by the button of who is registered for the room', async () => {
    open();
    expect(wordsOf(await ask(inRoom, 'session.show', about()))).toContain('[Check in]');
    expect(wordsOf(await ask(onLine, 'session.show', about()))).toContain('[Join online]');
    expect(wordsOf(await ask(given.secretary, 'session.check-in-code', about()))).toContain('048213');
  });
});

describe('the secretariat records', () => {
  const record = (people: readonly BuiltPerson[], came: string) => about({ people: people.map(({ id }) => id), came });

  it('who came, and corrections keep the history', async () => {
    open();
    await done(inRoom, 'session.check-in', { code: '048213' });
    given.services.clock.advance({ minutes: 5 });
    expect(await done(given.secretary, 'session.record', record([inRoom, onLine], 'online'))).toContain('2 people');
    given.services.clock.advance({ days: 3 });
    expect(await done(given.secretary, 'session.record', record([inRoom], 'absent'))).toContain('one person');
    expect(await done(given.secretary, 'session.record', record([inRoom], 'absent'))).toContain('recorded so already');
    expect(await records(inRoom)).toEqual([
      ['onsite', 'check_in_code', false],
      ['online', 'secretariat', false],
      [null, 'secretariat', true],
    ]);
    const history = wordsOf(await ask(given.secretary, 'session.history', about()));
    expect(history).toContain('attended on site (check-in code');
    expect(history.match(/→ corrected/g)).toHaveLength(2);
    expect(history).toContain(`did not attend (secretariat, recorded by ${given.secretary.nameEn})`);
  });

  it('not before the check-in opens, and only participants of the programme', async () => {
    expect(await refused(given.secretary, 'session.record', record([inRoom], 'onsite'))).toContain('opens on');
    open();
    const stranger = await buildPerson(given.services, { programme: await buildProgramme(given.services) });
    for (const who of [stranger, given.secretary]) {
      expect(await refused(given.secretary, 'session.record', record([inRoom, who], 'onsite'))).toContain(
        'I could not find',
      );
    }
    expect(await records(inRoom)).toEqual([]);
  });

  it('offers those registered, who are not recorded yet first', async () => {
    open();
    await done(inRoom, 'session.check-in', { code: '048213' });
    const field = fieldOf(await opened(given.secretary, 'session.record', about()), 'people');
    const labels = 'choices' in field ? field.choices.map(({ label }) => label) : [];
    expect(labels).toEqual([
      `${onLine.nameEn} (First Corporation) — registered online`,
      `${waiting.nameEn} (First Corporation) — on the waitlist`,
      `${inRoom.nameEn} (First Corporation) — attended on site`,
    ]);
  });

  it('a walk-in who is a member, and one nobody knew', async () => {
    open();
    const known = await member({ company: given.company });
    await done(given.secretary, 'session.walk-in', about({ mode: 'onsite', person: known.id }));
    expect(await records(known)).toEqual([['onsite', 'secretariat', true]]);
    const form = about({ mode: 'onsite', name: ' 飛入 次郎 ', company: given.company.id });
    expect(await done(given.secretary, 'session.walk-in', form)).toContain('飛入 次郎');
    const found = await given.database.person.findFirstOrThrow({
      where: { nameJa: '飛入 次郎', memberships: { some: { companyId: given.company.id } } },
      include: { memberships: true, attendances: true },
    });
    expect(found.memberships).toMatchObject([{ role: 'participant', level: 'working', companyId: given.company.id }]);
    expect(found.attendances).toMatchObject([{ mode: 'onsite', present: true }]);
    expect(await refused(given.secretary, 'session.walk-in', about({ mode: 'onsite', name: '飛入' }))).toContain(
      'fill this in',
    );
    const theirs = await buildCompany(given.services, await buildProgramme(given.services));
    const ofTheirs = about({ mode: 'onsite', name: '飛入', company: theirs.id });
    expect(await refused(given.secretary, 'session.walk-in', ofTheirs)).toContain('I could not find what you named');
    expect(await given.database.person.count({ where: { nameJa: '飛入' } })).toBe(0);
  });

  it('and sees who comes, how, from where, and who has not answered', async () => {
    const silent = await buildCompany(given.services, given.programme, { nameEn: 'Silent Corporation' });
    const quiet = await member({ company: silent });
    const endedAt = new Date('2024-09-30');
    const gone = await member({ company: silent, endedAt });
    const words = wordsOf(await ask(given.secretary, 'session.attendees', about()));
    expect(words).toContain('On site: 1 person from 1 company');
    expect(words).toContain('Online: 1 person from 1 company');
    expect(words).toContain('Waitlist: 1 person from 1 company');
    expect(words).toContain('Cancelled: 1 person from 1 company');
    expect(words).toContain('Not answered: 1 person from 1 company');
    expect(words).toContain('Silent Corporation (not answered)');
    expect(words).toContain(`${quiet.nameEn}: not answered`);
    expect(words).toContain(`${waiting.nameEn}: on the waitlist (on site)`);
    expect(words).not.toContain(gone.nameEn);
    open();
    await done(onLine, 'session.check-in', { code: '048213' });
    const after = wordsOf(await ask(given.secretary, 'session.attendees', about()));
    expect(after).toContain(`${onLine.nameEn}: registered online / attended on site`);
    expect(after).toContain('Attended: 1 person from 1 company');
  });
});
