/** What a reply shows is known by its identifiers, to who was shown it alone, for a day, and costs no wait. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { forgetRequests } from '../../../programme/requests/idempotency.js';
import { readLastShown } from '../../../programme/requests/last-shown.sql.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildSession,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' }, session: { code: 'SEM-1' } });
let second: string;

beforeEach(async () => {
  const { services, programme, session } = fixture;
  const startsAt = new Date(session.startsAt.getTime() + 86_400_000);
  const endsAt = new Date(session.endsAt.getTime() + 86_400_000);
  second = (await buildSession(services, programme, { code: 'SEM-2', startsAt, endsAt })).id;
});

async function said(words: string, by: BuiltPerson = fixture.person, isCommand = false) {
  const incoming = { fingerprint: null, resendFingerprint: null, answeredLater: true, words, isCommand };
  return await handleRequest(fixture.services, { ...incoming, account: by.account, key: randomUUID() });
}

async function accountOf({ id }: BuiltPerson): Promise<string> {
  return (await fixture.database.account.findFirstOrThrow({ where: { personId: id } })).id;
}

const shownTo = async (person: BuiltPerson, accountId?: string) =>
  await readLastShown(
    fixture.test.app,
    { accountId: accountId ?? (await accountOf(person)), personId: person.id },
    fixture.services.clock.now(),
  );

async function bookingOf(company = fixture.company, attendee = fixture.person, day = 10) {
  const adviser = await fixture.member({ role: 'adviser' });
  const startsAt = new Date(`2024-10-${day}T14:00:00+09:00`);
  const slot = await buildSlot(fixture.services, { programme: fixture.programme, adviserId: adviser.id, startsAt });
  return await buildBooking(fixture.services, { company, slot, attendeeIds: [attendee.id] });
}

describe('what is kept', () => {
  it('are the things of a list in their order, sessions by their codes', async () => {
    await fixture.ask(fixture.person, 'session.list');
    expect(await shownTo(fixture.person)).toEqual({
      about: {},
      lists: [[{ session: 'SEM-1' }, { session: 'SEM-2' }]],
      proposes: false,
    });
    const row = await fixture.database.lastShown.findFirstOrThrow({ where: { personId: fixture.person.id } });
    expect(row).toMatchObject({
      action: 'session.list',
      lists: [[{ session: fixture.session.id }, { session: second }]],
    });
  });

  it('is what a card is about, and then what a preview is about', async () => {
    await fixture.ask(fixture.person, 'session.show', { session: second });
    expect(await shownTo(fixture.person)).toMatchObject({ about: { session: 'SEM-2' } });
    expect(outcomeOf(await said('SEM-1に会場で参加します'))).toBe('preview');
    expect(await shownTo(fixture.person)).toMatchObject({ about: { session: 'SEM-1' }, lists: [], proposes: true });
  });

  it('are the choices of a form', async () => {
    await fixture.opened(fixture.person, 'session.show');
    expect((await shownTo(fixture.person))?.lists).toEqual([[{ session: 'SEM-1' }, { session: 'SEM-2' }]]);
  });

  it('stays what it was where a reply shows nothing, is refused, or stands beside the conversation', async () => {
    await fixture.ask(fixture.person, 'session.show', { session: second });
    await fixture.ask(fixture.person, 'help.show');
    await fixture.refused(fixture.person, 'session.show', { session: randomUUID() });
    await fixture.ask(fixture.person, 'session.list', {}, { beside: true });
    expect(await shownTo(fixture.person)).toMatchObject({ about: { session: 'SEM-2' } });
  });

  it('is forgotten after a day', async () => {
    const { services, person, database } = fixture;
    await fixture.ask(person, 'session.list');
    services.clock.advance({ hours: 23 });
    await forgetRequests(services);
    expect(await shownTo(person)).not.toBeNull();
    services.clock.advance({ hours: 2 });
    expect(await shownTo(person)).toBeNull();
    await forgetRequests(services);
    expect(await database.lastShown.count({ where: { personId: person.id } })).toBe(0);
  });

  it('goes with the person', async () => {
    const { services, programme, database, test } = fixture;
    const leaving = await buildPerson(services, { programme, role: 'secretariat' });
    await fixture.ask(leaving, 'session.list');
    const [key] = await test.database.$queryRaw<{ rule: string }[]>`
      SELECT confdeltype::text AS rule FROM pg_constraint WHERE conname = 'last_shown_person_id_fkey'`;
    expect([await database.lastShown.count({ where: { personId: leaving.id } }), key?.rule]).toEqual([1, 'c']);
  });
});

describe('row-level security', () => {
  const rowsFor = async (viewer: Parameters<typeof inTransaction>[2]) =>
    await inTransaction(
      fixture.test.app,
      async (transaction: Transaction) => await transaction.lastShown.count(),
      viewer,
    );

  it('shows it to who was shown it, and to nobody else', async () => {
    const { person, colleague } = fixture;
    await fixture.ask(person, 'session.list');
    await fixture.ask(colleague, 'session.list');
    expect(await rowsFor({ viewer: { kind: 'person', personId: person.id } })).toBe(1);
    expect(await rowsFor({ viewer: { kind: 'programme', programmeId: fixture.programme.id } })).toBe(0);
    expect(await rowsFor({})).toBe(0);
    expect(await shownTo(colleague, await accountOf(person))).toBeNull();
  });
});

describe('words that refer to it', () => {
  it('mean the one that stands there in the order', async () => {
    await fixture.ask(fixture.person, 'session.list');
    const shown = await said('the second one, online please');
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    expect(await shownTo(fixture.person)).toMatchObject({ about: { session: 'SEM-2' } });
    expect(await fixture.database.registration.count()).toBe(0);
  });

  it('mean the consultation that was shown, though there are others', async () => {
    const booking = await bookingOf();
    await bookingOf(fixture.company, fixture.person, 11);
    await fixture.ask(fixture.person, 'consultation.show', { booking: booking.id });
    const shown = await said('それを取り消したい');
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    const preview = await fixture.database.preview.findFirstOrThrow({ where: { personId: fixture.person.id } });
    expect(preview).toMatchObject({ action: 'consultation.cancel', input: { booking: booking.id } });
    expect(await fixture.database.booking.count({ where: { state: 'cancelled' } })).toBe(0);
  });

  it('are asked about where several were shown, or nothing was', async () => {
    await bookingOf();
    await bookingOf(fixture.company, fixture.person, 11);
    expect(outcomeOf(await said('その相談を取り消したい'))).toBe('form');
    await fixture.ask(fixture.person, 'consultation.mine');
    expect(outcomeOf(await said('その相談を取り消したい'))).toBe('form');
  });

  it('do nothing at once, though a command says outright what is to be done', async () => {
    await fixture.ask(fixture.person, 'session.show', { session: second });
    const shown = await said('register for it online', fixture.person, true);
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    expect(await fixture.database.registration.count()).toBe(0);
  });

  it('reach nothing that is not the person’s to see, whatever stands in the row', async () => {
    const { services, programme, person, database } = fixture;
    const others = await buildCompany(services, programme);
    const member = await buildPerson(services, { programme, company: others });
    const booking = await bookingOf(others, member);
    await fixture.ask(person, 'session.list');
    await database.lastShown.updateMany({
      where: { personId: person.id },
      data: { about: { booking: booking.id }, lists: [] },
    });
    const answer = await said('cancel it');
    expect(outcomeOf(answer), wordsOf(answer)).toBe('refused');
    expect(wordsOf(answer)).toBe(wordsOf(await fixture.ask(person, 'consultation.cancel', { booking: randomUUID() })));
  });

  it('dismiss a preview that waits, and mean what it is about once it is dismissed', async () => {
    const booking = await bookingOf();
    await fixture.ask(fixture.person, 'consultation.show', { booking: booking.id });
    expect(outcomeOf(await said('それを取り消したい'))).toBe('preview');
    expect(outcomeOf(await said('cancel it'))).toBe('done');
    const where = { personId: fixture.person.id };
    expect(await fixture.database.preview.findMany({ where })).toMatchObject([{ dismissedAt: expect.any(Date) }]);
    await fixture.ask(fixture.person, 'consultation.show', { booking: booking.id });
    expect(outcomeOf(await said('cancel it'))).toBe('preview');
    expect(await fixture.database.booking.count({ where: { state: 'cancelled' } })).toBe(0);
  });

  it('of one account are not those of another', async () => {
    await fixture.ask(fixture.person, 'session.show', { session: second });
    expect(await shownTo(fixture.person, randomUUID())).toBeNull();
  });
});
