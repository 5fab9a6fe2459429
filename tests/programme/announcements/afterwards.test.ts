/** What an announcement's state still decides later: old drafts, stopped messages, corrected reminders, and whom it may be offered to. */
import { describe, expect, it } from 'vitest';
import { Prisma } from '../../../prisma/client.js';
import { settleAnnouncements } from '../../../programme/announcements/settle-announcements.js';
import { announcementTexts } from '../../../programme/announcements/texts.js';
import { deliveryTexts } from '../../../programme/deliveries/texts.js';
import { buildAnnouncement } from '../../support/announcements.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buttonsOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();

const build = async (given: Partial<Parameters<typeof buildAnnouncement>[1]>) =>
  await buildAnnouncement(fixture.services, {
    ...{ programme: fixture.programme, createdById: fixture.secretary.id, to: [fixture.person.id] },
    ...given,
  });

const messageOf = async (id: string) => await fixture.database.notification.findFirstOrThrow({ where: { bulkId: id } });
const exists = async (id: string) => (await fixture.database.announcement.count({ where: { id } })) === 1;

describe('a draft', () => {
  it('is thrown away two weeks after it was last changed, however long ago it was written', async () => {
    const { services, secretary } = fixture;
    const sendAt = new Date(services.clock.now().getTime() + 40 * 86_400_000);
    const forgotten = await build({});
    const scheduled = await build({ state: 'scheduled', sendAt, latestAt: new Date(sendAt.getTime() + 86_400_000) });
    services.clock.advance({ days: 20 });
    const { known } = await fixture.opened(secretary, 'announcement.compose', { announcement: scheduled });
    const changed = { textJa: '変更', textEn: 'Changed', date: '2024-11-20', time: '10:00' };
    await fixture.done(secretary, 'announcement.compose', { ...known, ...changed });
    expect(await fixture.database.announcement.findUnique({ where: { id: scheduled } })).toMatchObject({
      state: 'draft',
    });
    await settleAnnouncements(services);
    expect([await exists(forgotten), await exists(scheduled)]).toEqual([false, true]);
    services.clock.advance({ days: 15 });
    await settleAnnouncements(services);
    expect(await exists(scheduled)).toBe(false);
  });

  it('is offered to its author alone, by whichever action asks which announcement is meant', async () => {
    const { services, secretary } = fixture;
    const second = await fixture.member({ role: 'secretariat' });
    const draft = await build({ textEn: 'M4RK' });
    await build({ state: 'scheduled' });
    for (const action of ['announcement.cancel', 'announcement.send', 'announcement.compose', 'announcement.list']) {
      const shown = await ask(services, second, action);
      expect(JSON.stringify(shown.reply), action).not.toMatch(new RegExp(`M4RK|${draft}`));
    }
    for (const action of ['announcement.cancel', 'announcement.send', 'announcement.list']) {
      expect(JSON.stringify((await ask(services, secretary, action)).reply), action).toContain('M4RK');
    }
  });
});

describe('a stopped announcement', () => {
  it('is resumed for those planned, without who has it, may have it, or cannot be reached', async () => {
    const { secretary, database } = fixture;
    const ended = ['delivered', 'unknown', 'unreachable'] as const;
    const people = [];
    for (let number = 0; number < ended.length + 2; number += 1) people.push(await fixture.member({}));
    const announcement = await build({ state: 'sending', messages: 'pending', to: people.map(({ id }) => id) });
    const keyOf = ({ id }: BuiltPerson) => `announcement:${announcement}:1:${id}`;
    for (const [place, state] of ended.entries()) {
      const key = people.map(keyOf)[place] ?? '';
      await database.notification.update({ where: { key }, data: { state, settledAt: fixture.services.clock.now() } });
    }
    expect(await fixture.done(secretary, 'announcement.stop', { announcement })).toContain('2 people');
    expect(await fixture.done(secretary, 'announcement.resume', { announcement })).toContain('2 people');
    const told = (await fixture.sendAllDue()).filter(({ kind }) => kind === 'announcement.message');
    expect(told).toHaveLength(2);
    for (const person of people.slice(ended.length)) expect(notificationsTo(told, person)).toHaveLength(1);
    const rows = await database.notification.findMany({ where: { bulkId: announcement } });
    const states = people.map((person) => rows.find(({ key }) => key === keyOf(person))?.state);
    expect(states).toEqual([...ended, 'delivered', 'delivered']);
  });

  it.each(['unknown', 'failed'] as const)(
    'keeps a message that is %s and sent again until it is resumed',
    async (state) => {
      const { services, secretary, person } = fixture;
      const announcement = await build({ state: 'sending', messages: 'pending' });
      await fixture.done(secretary, 'announcement.stop', { announcement });
      const { id: notification } = await messageOf(announcement);
      const settled = { state, reason: 'timeout', settledAt: services.clock.now() };
      await fixture.database.notification.update({ where: { id: notification }, data: settled });
      expect(await fixture.done(secretary, 'delivery.again', { notification })).toContain(
        deliveryTexts.en.sentOnceResumed,
      );
      expect(await messageOf(announcement)).toMatchObject({ state: 'stopped', mayRepeat: state === 'unknown' });
      expect(notificationsTo(await fixture.sendAllDue(), person)).toEqual([]);
      await fixture.done(secretary, 'announcement.resume', { announcement });
      expect(notificationsTo(await fixture.sendAllDue(), person)).toHaveLength(1);
    },
  );

  it('is none once it was resumed: what is sent again then goes out', async () => {
    const { secretary, person } = fixture;
    const announcement = await build({ state: 'sending', messages: 'unknown' });
    const { id: notification } = await messageOf(announcement);
    expect(await fixture.done(secretary, 'delivery.again', { notification })).toContain(deliveryTexts.en.sentAgain);
    expect(notificationsTo(await fixture.sendAllDue(), person)).toHaveLength(1);
  });
});

it('a correction reaches the message and the reminder of those who have both', async () => {
  const { secretary, person } = fixture;
  const announcement = await build({ state: 'sent', messages: 'delivered', asks: ['read'] });
  await fixture.done(secretary, 'announcement.remind', { announcement, seen: 0 });
  expect(notificationsTo(await fixture.sendAllDue(), person)[0]?.words).toContain('[Reminder]The venue changes.');
  const { known } = await fixture.opened(secretary, 'announcement.correct', { announcement });
  const corrected = { ...known, textJa: '会場はそのままです。', textEn: 'The venue stays.' };
  expect(await fixture.done(secretary, 'announcement.correct', corrected)).toContain('1 person');
  const told = notificationsTo(await fixture.sendAllDue(), person);
  expect(told.map(({ kind, words }) => [kind, words.split('\n')[0]])).toEqual([
    ['announcement.correction', '[Correction]The venue stays.'],
    ['announcement.correction', '[Correction]The venue stays.'],
  ]);
  const rows = await fixture.database.notification.findMany({
    where: { bulkId: announcement },
    orderBy: { key: 'asc' },
  });
  const kindOf = new Map(rows.map(({ key, kind }) => [key, kind]));
  const taken = rows.flatMap(({ data }) => kindOf.get(String(Object(data).corrects)) ?? []);
  expect(taken.toSorted()).toEqual(['announcement.message', 'announcement.reminder']);
});

describe('the button that reminds the rest', () => {
  it('is there on every page while anybody has not answered, and reminds all of them at once', async () => {
    const { services, secretary, programme, database } = fixture;
    const people: BuiltPerson[] = [];
    for (let number = 10; number < 23; number += 1) {
      const company = await buildCompany(services, programme, { kana: `カイシャ${number}` });
      people.push(await fixture.member({ company }));
    }
    const to = people.map(({ id }) => id);
    const announcement = await build({ state: 'sent', messages: 'delivered', asks: ['read'], to });
    // Everyone on the first page has answered; nobody on the second.
    const answeredAt = services.clock.now();
    await database.announcementAnswer.createMany({
      data: to.slice(0, 10).map((personId) => ({ announcementId: announcement, personId, answer: 'read', answeredAt })),
    });
    for (const from of [0, 10]) {
      const page = await ask(services, secretary, 'announcement.status', { announcement, from });
      expect(wordsOf(page).includes('Not answered: ')).toBe(from === 10);
      expect(buttonsOf(page)).toContain('announcement.remind');
    }
    const reminded = await fixture.done(secretary, 'announcement.remind', { announcement, seen: 0 });
    expect(reminded).toContain(announcementTexts.en.reminded(3));
    const told = await fixture.sendAllDue();
    expect(told.map(({ account }) => account.userId).toSorted()).toEqual(
      people
        .slice(10)
        .map(({ account }) => account.userId)
        .toSorted(),
    );
    await database.announcementAnswer.createMany({
      data: to.slice(10).map((personId) => ({ announcementId: announcement, personId, answer: 'read', answeredAt })),
    });
    const everyone = await ask(services, secretary, 'announcement.status', { announcement });
    expect(buttonsOf(everyone)).not.toContain('announcement.remind');
    const refused = await ask(services, secretary, 'announcement.remind', { announcement, seen: 1 });
    expect(outcomeOf(refused)).toBe('refused');
  });
});

it('one that cannot be ended keeps no other from its end', async () => {
  const { database, services, person } = fixture;
  const given = { state: 'sending', messages: 'delivered', to: [person.id] } as const;
  const [failing, other] = [await build(given), await build(given)];
  await database.$executeRaw`CREATE FUNCTION fail_to_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'it cannot be ended'; END $$`;
  const { raw } = Prisma;
  await database.$executeRaw`${raw(`CREATE TRIGGER fail_to_end BEFORE UPDATE ON announcement FOR EACH ROW
    WHEN (OLD.id = '${failing}' AND NEW.state = 'sent') EXECUTE FUNCTION fail_to_end()`)}`;
  try {
    await settleAnnouncements(services);
    const states = await database.announcement.findMany({
      where: { id: { in: [failing, other] } },
      select: { id: true, state: true },
    });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [failing, 'sending'],
        [other, 'sent'],
      ]),
    );
  } finally {
    await database.$executeRaw`DROP FUNCTION fail_to_end CASCADE`;
  }
  await settleAnnouncements(services);
  expect(await database.announcement.count({ where: { id: failing, state: 'sent' } })).toBe(1);
});
