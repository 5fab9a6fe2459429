/** People who attend a consultation or a session get its calendar file: uploaded in Slack, by a consent card in Teams, brought up to date by notices. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { type Booking, type ConsultationSlot, inTransaction, type Session } from '../../prisma/client.js';
import { bookConsultation } from '../../programme/consultations/bookings/book-consultation.js';
import { cancelConsultation } from '../../programme/consultations/bookings/cancel-consultation.js';
import { moveConsultation } from '../../programme/consultations/bookings/move-consultation.js';
import type { ActingMember } from '../../programme/members/acting-member.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import { callOffSession } from '../../programme/sessions/call-off-session.js';
import { buildSlot } from '../support/consultations.js';
import { buildSession } from '../support/factories.js';
import { readCalendar } from '../support/read-calendar.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
let session: Session;
const at = (day: number) => new Date(`2024-11-${String(day).padStart(2, '0')}T13:00:00+09:00`);

beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'aki'] });
  session = await buildSession(platforms.services, platforms.programme, {
    code: 'SEM-1',
    startsAt: at(20),
    endsAt: new Date('2024-11-20T15:00:00+09:00'),
  });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const by = (name: Name, company: 'AOI' | 'MDR' | null): ActingMember => ({
  ...{ personId: platforms.people[name].id, programmeId: platforms.programme.id, level: null },
  ...{ role: company === null ? 'secretariat' : 'participant', companyId: company && platforms.companies[company].id },
});

async function slotAt(day: number): Promise<ConsultationSlot> {
  const { services, programme, people } = platforms;
  return await buildSlot(services, {
    programme,
    adviserId: people.aki.id,
    startsAt: at(day),
    link: 'https://meet.example/1',
  });
}

/** Books for these people of a company; the first of them does it. */
async function book(company: 'AOI' | 'MDR', names: readonly [Name, ...Name[]], day: number): Promise<Booking> {
  const slot = await slotAt(day);
  const booked = await inTransaction(platforms.database, (transaction) =>
    bookConsultation(transaction, {
      ...{
        slotId: slot.id,
        companyId: platforms.companies[company].id,
        mode: 'online',
        topics: '秘密の相談',
        questions: '',
      },
      ...{ attendeeIds: names.map((name) => platforms.people[name].id), fileIds: [], by: by(names[0], company) },
      now: platforms.services.clock.now(),
    }),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  return await platforms.database.booking.findUniqueOrThrow({ where: { id: booked.bookingId } });
}

async function move(bookingId: string, day: number): Promise<void> {
  const slot = await slotAt(day);
  const change = { bookingId, reason: '', by: by('sara', null), now: platforms.services.clock.now() };
  const moved = await inTransaction(platforms.database, (transaction) =>
    moveConsultation(transaction, { ...change, slotId: slot.id, mode: null }),
  );
  if (isRefusal(moved)) throw new Error(moved.refused);
}

async function cancel(bookingId: string): Promise<void> {
  const change = { bookingId, reason: '', by: by('sara', null), now: platforms.services.clock.now() };
  const done = await inTransaction(platforms.database, (transaction) => cancelConsultation(transaction, change));
  if (isRefusal(done)) throw new Error(done.refused);
}

async function callOff(): Promise<void> {
  const asked = { sessionId: session.id, reason: '', by: by('sara', null), now: platforms.services.clock.now() };
  const done = await inTransaction(platforms.database, (transaction) => callOffSession(transaction, asked));
  if (isRefusal(done)) throw new Error(done.refused);
}

/** The calendar files that reached this person's Slack so far, the oldest first: those that name them. */
const inSlack = (name: Name) =>
  [...platforms.playground.slack.workspace.files.values()]
    .filter((file) => file.name.endsWith('.ics'))
    .map(({ content }) => readCalendar(Buffer.from(content)))
    .filter(({ attendees }) => attendees[0]?.address === platforms.people[name].email);

const inTeams = (name: Name) =>
  platforms.playground.teams.files
    .files()
    .filter((file) => file.name.endsWith('.ics'))
    .map(({ content }) => readCalendar(Buffer.from(content)))
    .filter(({ attendees }) => attendees[0]?.address === platforms.people[name].email);

describe('on Slack, in Japanese', () => {
  it('those who attend have one entry, from the booking to its end', async () => {
    const booking = await book('AOI', ['ken', 'hana'], 12);
    const client = platforms.slack('hana');
    const { calendar } = textsFor('ja');
    const told = await client.until(calendar.first);
    expect(told.buttons).not.toContain(calendar.add);
    await expect.poll(() => inSlack('hana')).toMatchObject([{ method: 'REQUEST', sequence: 0, startsAt: at(12) }]);
    // Who booked is not told, and has the file for the asking.
    expect(inSlack('ken')).toEqual([]);
    settled(await platforms.slack('ken').say('consultation-calendar'));
    await platforms.slack('ken').until(textsFor('en').calendar.first);
    await expect.poll(() => inSlack('ken')).toHaveLength(1);

    await move(booking.id, 13);
    await client.until(calendar.moved('2024年11月12日(火) 13:00'));
    await expect.poll(() => inSlack('hana')).toHaveLength(2);
    await cancel(booking.id);
    await client.until(calendar.removed('2024年11月13日(水) 13:00'));
    await expect.poll(() => inSlack('hana')).toHaveLength(3);
    const [first, second, third] = inSlack('hana');
    expect(new Set([first?.uid, second?.uid, third?.uid]).size).toBe(1);
    expect(second).toMatchObject({ method: 'REQUEST', sequence: 1, startsAt: at(13), title: '個別相談: 秋山先生' });
    expect(third).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 2 });
    expect(JSON.stringify([first, second, third])).not.toContain('秘密の相談');
  });

  it('a session comes with a button, and its updates to those alone who took it', async () => {
    const client = platforms.slack('hana');
    settled(await client.command('/spp register SEM-1 on site'));
    settled(await platforms.slack('ken').command('/spp register SEM-1 online'));
    const { actions, calendar, sessions } = textsFor('ja');
    const title = sessions.titled('SEM-1', '人権方針セミナー');
    settled(await client.say('session SEM-1'));
    settled(await client.press(actions['session.calendar'].title, await client.until(title)));
    await client.until(sessions.calendar.ready(title));
    const before = inSlack('hana').length;
    await expect
      .poll(() => inSlack('hana').filter(({ startsAt }) => startsAt.getTime() === session.startsAt.getTime()))
      .toMatchObject([{ link: '' }]);
    const kens = inSlack('ken').length;
    await callOff();
    await client.until(calendar.removed('2024年11月20日(水) 13:00'));
    await expect.poll(() => inSlack('hana').at(-1)).toMatchObject({ method: 'CANCEL' });
    expect(inSlack('hana').length).toBeGreaterThan(before);
    expect(inSlack('ken')).toHaveLength(kens);
  });
});

describe.each([
  { name: 'haruka', language: 'ja', day: 14 },
  { name: 'tom', language: 'en', day: 15 },
] as const)('on Teams, in $language', ({ name, language, day }) => {
  it('the notice offers the file, which comes once it is allowed', async () => {
    const other = name === 'tom' ? 'haruka' : 'tom';
    const booking = await book('MDR', [other, name], day);
    const { calendar, files } = textsFor(language);
    const client = platforms.teams(name);
    const told = await client.until(calendar.first);
    settled(await client.press('Allow', await client.until(files.offered, { after: told })));
    await expect.poll(() => inTeams(name)).toMatchObject([{ method: 'REQUEST', startsAt: at(day) }]);
    await cancel(booking.id);
    const gone = await client.until(language === 'ja' ? /カレンダーの予定が取り消されます/ : /takes the entry out/);
    settled(await client.press('Allow', await client.until(files.offered, { after: gone })));
    await expect.poll(() => inTeams(name).at(-1)).toMatchObject({ method: 'CANCEL' });
  });
});
