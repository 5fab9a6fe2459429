/** What was shown last is what 「それ」 and "the second one" mean, on both platforms and in both languages; it is shown before it is done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Booking, Session } from '../../prisma/client.js';
import { companyTexts } from '../../programme/consultations/bookings/company-texts.js';
import { buildBooking, buildSlot } from '../support/consultations.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
let sessions: readonly Session[];
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka'] });
  const { services, programme } = platforms;
  const on = (day: number) => ({
    startsAt: new Date(`2024-11-${day}T14:00:00+09:00`),
    endsAt: new Date(`2024-11-${day}T16:00:00+09:00`),
  });
  sessions = [
    await buildSession(services, programme, { code: 'SEM-1', ...on(11) }),
    await buildSession(services, programme, { code: 'SEM-2', ...on(12) }),
    await buildSession(services, programme, { code: 'SEM-3', ...on(13) }),
  ];
  for (const { id: companyId } of Object.values(platforms.companies))
    await platforms.database.entitlementEntry.create({
      data: { companyId, kind: 'granted', hours: 20, at: services.clock.now(), reason: 'for the test' },
    });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  {
    platform: 'slack',
    name: 'hana',
    hour: '09',
    company: 'AOI',
    language: 'ja',
    list: 'セミナーの一覧',
    second: '2番目のにオンラインで参加します',
    cancel: 'それを取り消したい',
    mine: '個別相談の一覧',
    which: 'その相談を取り消したい',
  },
  {
    platform: 'slack',
    name: 'ken',
    hour: '11',
    company: 'AOI',
    language: 'en',
    list: 'list the sessions',
    second: 'the second one, online please',
    cancel: 'cancel it',
    mine: 'show our consultations',
    which: 'cancel that consultation please',
  },
  {
    platform: 'teams',
    name: 'haruka',
    hour: '14',
    company: 'MDR',
    language: 'ja',
    list: 'セミナーの一覧',
    second: '２つ目、オンラインでお願いします',
    cancel: 'その件、取り消してください',
    mine: '個別相談の一覧',
    which: 'その相談を取り消したい',
  },
  {
    platform: 'teams',
    name: 'tom',
    hour: '16',
    company: 'MDR',
    language: 'en',
    list: 'list the sessions',
    second: "I'll attend the second one online",
    cancel: 'please cancel that one',
    mine: 'show our consultations',
    which: 'cancel that consultation please',
  },
] as const)('on $platform in $language', ({ platform, name, hour, company, language, ...say }) => {
  const words = textsFor(language);
  const consultations = companyTexts[language];
  const client = () => platforms[platform](name);
  const book = async (day: number): Promise<Booking> => {
    const { services, programme, people, companies } = platforms;
    const startsAt = new Date(`2024-11-${day}T${hour}:00:00+09:00`);
    const slot = await buildSlot(services, { programme, adviserId: people.aki.id, startsAt });
    return await buildBooking(services, {
      company: companies[company],
      slot,
      attendeeIds: [platforms.people[name].id],
    });
  };
  const proposed = async () =>
    await platforms.database.preview.findFirst({
      where: { personId: platforms.people[name].id, dismissedAt: null },
      orderBy: { createdAt: 'desc' },
    });
  const cancelAll = async () => {
    const where = { companyId: platforms.companies[company].id, state: 'booked' as const };
    await platforms.database.booking.updateMany({ where, data: { state: 'cancelled' } });
  };

  it('nothing was shown, so that it is asked which of two is meant', async () => {
    await book(19);
    await book(20);
    settled(await client().say(say.which));
    await client().until(consultations.actions['consultation.cancel'].title);
    expect(await proposed()).toBeNull();
    await cancelAll();
  });

  it('the second of a list is shown before it is registered for', async () => {
    const [, second] = sessions;
    settled(await client().say(say.list));
    await client().until('SEM-3');
    settled(await client().say(say.second));
    const shown = await client().until(words.chat.confirmFirst);
    expect(shown.text).toContain(
      words.sessions.titled('SEM-2', (language === 'ja' ? second?.titleJa : second?.titleEn) ?? ''),
    );
    expect(await proposed()).toMatchObject({ action: 'session.register', input: { mode: 'online' } });
    expect(await platforms.database.registration.count({ where: { personId: platforms.people[name].id } })).toBe(0);
    settled(await client().press(words.chat.dismiss, shown));
    await client().until(words.requests.dismissed);
  });

  it('the one consultation that was shown is what is taken back', async () => {
    const booking = await book(21);
    settled(await client().say(say.mine));
    await client().until(consultations.mine.heading);
    settled(await client().say(say.cancel));
    await expect
      .poll(async () => await proposed())
      .toMatchObject({ action: 'consultation.cancel', input: { booking: booking.id } });
    const { state } = await platforms.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
    expect(state).toBe('booked');
    await cancelAll();
  });
});
