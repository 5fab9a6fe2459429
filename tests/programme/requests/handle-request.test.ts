/** A request is carried out whole or not at all, and asks for what is missing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Programme, type Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  fieldOf,
  notificationsTo,
  opened,
  outcomeOf,
  refused,
  sendAllDue,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;
let colleague: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { roomCapacity: 1 });
  const company = await buildCompany(services, programme);
  person = await buildPerson(services, { programme, company });
  colleague = await buildPerson(services, { programme, company });
});

const about = (more: object = {}) => ({ session: session.id, ...more });

async function planned(): Promise<number> {
  return await services.database.notification.count({ where: { programmeId: programme.id } });
}

async function registered(): Promise<number> {
  return await services.database.registration.count({ where: { sessionId: session.id } });
}

describe('what is not carried out', () => {
  it('leaves no notification when it fails after it was planned', async () => {
    // The answer is stored last, after the colleague's notification was planned.
    await services.database.$executeRaw`ALTER TABLE request RENAME COLUMN reply TO reply_away`;
    const input = about({ mode: 'onsite', person: colleague.id });
    await expect(ask(services, person, 'session.register', input)).rejects.toThrow();
    await services.database.$executeRaw`ALTER TABLE request RENAME COLUMN reply_away TO reply`;
    expect([await planned(), await registered()]).toEqual([0, 0]);
    await done(services, person, 'session.register', input);
    expect([await planned(), await registered()]).toEqual([1, 1]);
  });

  it('leaves no notification when it is refused', async () => {
    services.clock.set(session.deadline);
    await refused(services, person, 'session.register', about({ mode: 'onsite', person: colleague.id }));
    expect([await planned(), await registered()]).toEqual([0, 0]);
  });

  it('is said to be busy, kindly, when someone else holds the session for too long', async () => {
    const impatient = openDatabase(`${test.url}?options=${encodeURIComponent('-c lock_timeout=20')}`);
    const hurried = buildServices(impatient.database);
    const performed = await services.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT id FROM lock_session(${session.id}::uuid)`;
      return await ask(hurried, person, 'session.register', about({ mode: 'onsite' }), { answeredLater: true });
    });
    expect(outcomeOf(performed)).toBe('refused');
    expect(wordsOf(performed)).toContain('nothing was done');
    expect(hurried.complaints).toEqual(['gave up on a contended request']);
    expect(await registered()).toBe(0);
    expect(outcomeOf(await ask(hurried, person, 'session.register', about({ mode: 'onsite' })))).toBe('done');
    await impatient.close();
  });
});

describe('an account that could not be written to', () => {
  it.each(['done', 'refused'] as const)('is written to again once its person is heard from (%s)', async (outcome) => {
    await services.database.account.updateMany({
      where: { personId: colleague.id },
      data: { unreachableReason: 'blocked' },
    });
    await done(services, person, 'session.register', about({ mode: 'onsite', person: colleague.id }));
    expect(notificationsTo(await sendAllDue(services), colleague)).toEqual([]);
    const input = outcome === 'done' ? about() : about({ session: person.id });
    expect(outcomeOf(await ask(services, colleague, 'session.show', input))).toBe(outcome);
    await done(services, person, 'session.cancel', about({ person: colleague.id }));
    expect(notificationsTo(await sendAllDue(services), colleague).map(({ kind }) => kind)).toEqual([
      'session.cancelled',
    ]);
  });
});

describe('settings', () => {
  it('change the language of what follows', async () => {
    expect(await done(services, person, 'member.language', { language: 'ja' })).toContain(
      '今後は日本語でご案内します。',
    );
    const performed = await ask(services, person, 'session.list');
    expect(performed.language).toBe('ja');
    expect(wordsOf(performed)).toContain('対象のセッションは1件です。');
  });

  it('change the time zone in which times are shown besides', async () => {
    const form = await opened(services, person, 'member.settings');
    expect(fieldOf(form, 'timeZone')).toMatchObject({ initial: 'Asia/Tokyo', search: true });
    await done(services, person, 'member.settings', { language: 'en', timeZone: 'Europe/Paris' });
    expect(wordsOf(await ask(services, person, 'session.show', about()))).toContain(
      'Thu, 7 Nov 2024 15:30–17:00 JST [Thu, 7 Nov 2024 07:30–09:00 Europe/Paris (GMT+1)]',
    );
    expect(await refused(services, person, 'member.settings', { language: 'en', timeZone: 'Paris' })).toContain(
      'choose a time zone',
    );
  });

  it('let someone in two programmes choose the one to look at', async () => {
    const later = await buildProgramme(services, { nameEn: 'The next one', startsOn: new Date('2024-09-15') });
    await services.database.membership.create({
      data: { programmeId: later.id, personId: person.id, role: 'adviser' },
    });
    expect(wordsOf(await ask(services, person, 'home.show'))).toContain('The next one');
    expect(await done(services, person, 'programme.choose', { programme: programme.id })).toContain('now looking at');
    expect(wordsOf(await ask(services, person, 'home.show'))).toContain('Human rights policy seminar');
    const elsewhere = await buildProgramme(services);
    expect(await refused(services, person, 'programme.choose', { programme: elsewhere.id })).toContain(
      'I could not find what you named',
    );
  });
});
