/** Who came is recorded by code, by button and by the secretariat, and corrections keep their history. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Company, Programme, Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  buttonsOf,
  done,
  fieldOf,
  opened,
  refused,
  type TestServices,
  tellAll,
  wordsOf,
} from '../../support/factories.js';
import { changed } from '../sessions/forms.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let session: Session;
let inRoom: BuiltPerson;
let onLine: BuiltPerson;
let waiting: BuiltPerson;
let left: BuiltPerson;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme, { nameEn: 'First Corporation' });
  session = await buildSession(services, programme, { roomCapacity: 1, checkInCode: '048213' });
  const member = { programme, company };
  inRoom = await buildPerson(services, member);
  onLine = await buildPerson(services, member);
  waiting = await buildPerson(services, member);
  left = await buildPerson(services, member);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  for (const [person, mode] of [
    [inRoom, 'onsite'],
    [onLine, 'online'],
    [waiting, 'onsite'],
    [left, 'online'],
  ] as const) {
    await done(services, person, 'session.register', about({ mode }));
  }
  await done(services, left, 'session.cancel', about());
});

const about = (more: object = {}) => ({ session: session.id, ...more });
const open = () => services.clock.set(new Date(session.startsAt.getTime() - 60 * 60_000));

async function records(of: BuiltPerson) {
  const rows = await services.database.attendance.findMany({
    where: { sessionId: session.id, personId: of.id },
    orderBy: { recordedAt: 'asc' },
  });
  return rows.map(({ mode, source, supersededAt }) => [mode, source, supersededAt === null]);
}

describe('the link', () => {
  it('reaches only those who hold a place online, whatever they look at', async () => {
    const adviser = await buildPerson(services, { programme, role: 'adviser' });
    const speaker = await buildPerson(services, { programme, role: 'speaker' });
    const stranger = await buildPerson(services, { programme });
    await done(
      services,
      secretary,
      'session.change',
      await changed(services, session, { link: `${session.link}-new` }),
    );
    const told = await tellAll(services);
    open();
    for (const person of [inRoom, onLine, waiting, left, adviser, speaker, stranger]) {
      const seen = [...told.filter((one) => one.account.userId === person.account.userId).map(({ words }) => words)];
      for (const action of ['home.show', 'session.list', 'session.show', 'session.join', 'session.register'] as const) {
        seen.push(JSON.stringify((await ask(services, person, action, about())).reply));
      }
      const sees = seen.filter((words) => words.includes('secret-link')).length;
      expect(sees, person.nameEn).toBe(person === onLine ? 4 : 0);
    }
  });

  it('is part of the confirmation of a place online, and goes when the session is called off', async () => {
    const again = await done(services, left, 'session.register', about({ mode: 'online' }));
    expect(again).toContain('secret-link');
    await done(services, secretary, 'session.call-off', about({ agreed: true }));
    expect(wordsOf(await ask(services, onLine, 'session.show', about()))).not.toContain('secret-link');
    open();
    expect(await refused(services, onLine, 'session.join', about())).toContain('called off');
  });
});

describe('joining online', () => {
  it('records the attendance and shows the link, once however often', async () => {
    open();
    const joined = await done(services, onLine, 'session.join', about());
    expect(joined).toContain('[Open the meeting](https://meeting.example.org/secret-link)');
    await done(services, onLine, 'session.join', about());
    expect(await records(onLine)).toEqual([['online', 'online_button', true]]);
  });

  it('is possible from an hour before the start until the end', async () => {
    open();
    services.clock.advance({ seconds: -1 });
    expect(await refused(services, onLine, 'session.join', about())).toContain('opens on Thu, 7 Nov 2024 14:30 JST');
    services.clock.set(session.endsAt);
    await done(services, onLine, 'session.join', about());
    services.clock.advance({ seconds: 1 });
    expect(await refused(services, onLine, 'session.join', about())).toContain('is over');
  });

  it('needs no session where the doors of just one are open', async () => {
    expect(await refused(services, inRoom, 'session.join', {}, {})).toContain('no session');
    const tomorrow = new Date(session.startsAt.getTime() + 86_400_000);
    const other = { startsAt: tomorrow, endsAt: new Date(tomorrow.getTime() + 60_000), deadline: tomorrow };
    const later = await buildSession(services, programme, other);
    await done(services, onLine, 'session.register', { session: later.id, mode: 'online' });
    const choices = fieldOf(await opened(services, onLine, 'session.join'), 'session');
    expect(choices).toMatchObject({ choices: [{ value: session.id }, { value: later.id }] });
    open();
    expect(wordsOf(await ask(services, onLine, 'session.join', {}, { origin: 'words' }))).toContain('is recorded');
    expect(await records(onLine)).toEqual([['online', 'online_button', true]]);
    await services.database.session.update({ where: { id: later.id }, data: { startsAt: session.startsAt } });
    await opened(services, onLine, 'session.join');
  });

  it('is refused to everyone without a place online, and records nothing', async () => {
    open();
    for (const person of [inRoom, waiting, left]) {
      expect(await refused(services, person, 'session.join', about())).toContain('only for those registered online');
      expect(await records(person)).toEqual([]);
    }
  });
});

describe.each(['home.show', 'session.list', 'session.show'] as const)('while the doors are open, %s', (action) => {
  const offered = async (person: BuiltPerson) => {
    const shown = new Set(buttonsOf(await ask(services, person, action, about())));
    return (['session.join', 'session.check-in'] as const).filter((one) => shown.has(one));
  };
  const words = async (person: BuiltPerson) => wordsOf(await ask(services, person, action, about()));

  it('offers to join or to check in, to those who hold a place there', async () => {
    for (const person of [onLine, inRoom]) expect(await offered(person)).toEqual([]);
    open();
    expect(await offered(onLine)).toEqual(['session.join']);
    expect(await offered(inRoom)).toEqual(['session.check-in']);
    for (const person of [waiting, left, secretary]) expect(await offered(person)).toEqual([]);
    services.clock.set(new Date(session.endsAt.getTime() + 1));
    expect(await offered(onLine)).toEqual([]);
  });

  it('says that the attendance is recorded, and goes on offering the link', async () => {
    open();
    expect(await words(onLine)).toContain('Your answer: registered online');
    await done(services, onLine, 'session.join', about());
    expect(await words(onLine)).toContain('Attendance recorded: came online');
    expect(await words(onLine)).not.toContain('Your answer');
    expect(await offered(onLine)).toEqual(['session.join']);
    await done(services, inRoom, 'session.check-in', { code: '048213' });
    expect(await words(inRoom)).toContain('Attendance recorded: came on site');
    expect(await offered(inRoom)).toEqual([]);
  });

  it('does not offer to join to whoever has checked in to the room', async () => {
    open();
    await done(services, onLine, 'session.check-in', { code: '048213' });
    expect(await offered(onLine)).toEqual([]);
  });
});

it('that the attendance is recorded is said in Japanese too', async () => {
  const yamada = await buildPerson(services, { programme, company, language: 'ja' });
  await done(services, yamada, 'session.register', about({ mode: 'online' }));
  open();
  expect(wordsOf(await ask(services, yamada, 'home.show'))).toContain('[オンラインで出席]');
  await done(services, yamada, 'session.join', about());
  expect(wordsOf(await ask(services, yamada, 'home.show'))).toContain('出欠の記録: オンラインで出席');
});

describe('checking in', () => {
  it('takes the code as people type it', async () => {
    open();
    expect(await done(services, inRoom, 'session.check-in', { code: '０４８ ２１３' })).toContain(
      'in the room is recorded',
    );
    expect(await records(inRoom)).toEqual([['onsite', 'check_in_code', true]]);
  });

  it('wants the right code at the right time', async () => {
    expect(await refused(services, inRoom, 'session.check-in', { code: '048213' })).toContain(
      'not the time to check in',
    );
    open();
    expect(await refused(services, inRoom, 'session.check-in', { code: '048214' })).toContain('not right');
    expect(await refused(services, inRoom, 'session.check-in', { code: '48213' })).toContain('has six digits');
    services.clock.set(new Date(session.endsAt.getTime() + 1));
    expect(await refused(services, inRoom, 'session.check-in', { code: '048213' })).toContain('not the time');
    expect(await records(inRoom)).toEqual([]);
  });

  it('corrects what was recorded, of someone who came to the room though registered online', async () => {
    open();
    await done(services, onLine, 'session.join', about());
    await done(services, onLine, 'session.check-in', { code: '048213' });
    expect(await records(onLine)).toEqual([
      ['online', 'online_button', false],
      ['onsite', 'check_in_code', true],
    ]);
  });

  it('is refused where there is no room', async () => {
    const online = await buildSession(services, programme, { method: 'online', checkInCode: '111111' });
    open();
    expect(await refused(services, inRoom, 'session.check-in', { code: '111111' })).toContain('does not offer');
    expect(await services.database.attendance.count({ where: { sessionId: online.id } })).toBe(0);
  });

  it('is led to by the button of who is registered for the room', async () => {
    open();
    expect(wordsOf(await ask(services, inRoom, 'session.show', about()))).toContain('[Check in]');
    expect(wordsOf(await ask(services, onLine, 'session.show', about()))).toContain('[Join online]');
    expect(wordsOf(await ask(services, secretary, 'session.check-in-code', about()))).toContain('048213');
  });
});

describe('the secretariat records', () => {
  const record = (people: readonly BuiltPerson[], came: string) => about({ people: people.map(({ id }) => id), came });

  it('who came, and corrections keep the history', async () => {
    open();
    await done(services, inRoom, 'session.check-in', { code: '048213' });
    services.clock.advance({ minutes: 5 });
    expect(await done(services, secretary, 'session.record', record([inRoom, onLine], 'online'))).toContain('2 people');
    services.clock.advance({ days: 3 });
    expect(await done(services, secretary, 'session.record', record([inRoom], 'absent'))).toContain('one person');
    expect(await done(services, secretary, 'session.record', record([inRoom], 'absent'))).toContain(
      'recorded so already',
    );
    expect(await records(inRoom)).toEqual([
      ['onsite', 'check_in_code', false],
      ['online', 'secretariat', false],
      [null, 'secretariat', true],
    ]);
    const history = wordsOf(await ask(services, secretary, 'session.history', about()));
    expect(history).toContain('came on site (check-in code');
    expect(history.match(/→ corrected/g)).toHaveLength(2);
    expect(history).toContain(`did not come (secretariat, recorded by ${secretary.nameEn})`);
  });

  it('not before the check-in opens, and only participants of the programme', async () => {
    expect(await refused(services, secretary, 'session.record', record([inRoom], 'onsite'))).toContain('opens on');
    open();
    const stranger = await buildPerson(services, { programme: await buildProgramme(services) });
    for (const who of [stranger, secretary]) {
      expect(await refused(services, secretary, 'session.record', record([inRoom, who], 'onsite'))).toContain(
        'Nothing like',
      );
    }
    expect(await records(inRoom)).toEqual([]);
  });

  it('offers those registered, who are not recorded yet first', async () => {
    open();
    await done(services, inRoom, 'session.check-in', { code: '048213' });
    const field = fieldOf(await opened(services, secretary, 'session.record', about()), 'people');
    const labels = 'choices' in field ? field.choices.map(({ label }) => label) : [];
    expect(labels).toEqual([
      `${onLine.nameEn} (First Corporation)`,
      `${waiting.nameEn} (First Corporation)`,
      `${inRoom.nameEn} (First Corporation) — came on site`,
    ]);
  });

  it('a walk-in who is a member, and one nobody knew', async () => {
    open();
    const known = await buildPerson(services, { programme, company });
    await done(services, secretary, 'session.walk-in', about({ mode: 'onsite', person: known.id }));
    expect(await records(known)).toEqual([['onsite', 'secretariat', true]]);
    const form = about({ mode: 'onsite', name: ' 飛入 次郎 ', company: company.id });
    expect(await done(services, secretary, 'session.walk-in', form)).toContain('飛入 次郎');
    const found = await services.database.person.findFirstOrThrow({
      where: { nameJa: '飛入 次郎', memberships: { some: { companyId: company.id } } },
      include: { memberships: true, attendances: true },
    });
    expect(found.memberships).toMatchObject([{ role: 'participant', level: 'working', companyId: company.id }]);
    expect(found.attendances).toMatchObject([{ mode: 'onsite', present: true }]);
    expect(await refused(services, secretary, 'session.walk-in', about({ mode: 'onsite', name: '飛入' }))).toContain(
      'fill this in',
    );
    const theirs = await buildCompany(services, await buildProgramme(services));
    expect(
      await refused(
        services,
        secretary,
        'session.walk-in',
        about({ mode: 'onsite', name: '飛入', company: theirs.id }),
      ),
    ).toContain('No such company');
  });

  it('and sees who comes, how, from where, and who has not answered', async () => {
    const silent = await buildCompany(services, programme, { nameEn: 'Silent Corporation' });
    const quiet = await buildPerson(services, { programme, company: silent });
    const endedAt = new Date('2024-09-30');
    const gone = await buildPerson(services, { programme, company: silent, endedAt });
    const words = wordsOf(await ask(services, secretary, 'session.attendees', about()));
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
    await done(services, onLine, 'session.check-in', { code: '048213' });
    const after = wordsOf(await ask(services, secretary, 'session.attendees', about()));
    expect(after).toContain(`${onLine.nameEn}: registered online / came on site`);
    expect(after).toContain('Attended: 1 person from 1 company');
  });
});
