/** Reminders from the change that causes them to what people read: planned, moved, withdrawn, gathered, late, muted. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type NotificationState } from '../../../prisma/client.js';
import { planAllReminders } from '../../../programme/reminders/plan-all.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { reminderTexts } from '../../../programme/reminders/texts.js';
import { type BuiltPerson, buildSession, fieldOf, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const { en } = reminderTexts;
const tokyo = (text: string) => new Date(`${text}:00+09:00`);

/** The session of the fixture is on Thursday, 7 November 2024, 15:30; people answer until Tuesday, 5 November, 17:00. */
beforeEach(async () => {
  await inTransaction(fixture.database, async (transaction) => {
    await addRules(transaction, fixture.programme.id, fixture.services.clock.now());
    await planReminders(transaction, { programmeId: fixture.programme.id, now: fixture.services.clock.now() });
  });
});

async function planned(
  { id: personId }: Pick<BuiltPerson, 'id'>,
  states: readonly NotificationState[] = ['pending'],
): Promise<readonly string[]> {
  const rows = await fixture.database.notification.findMany({
    where: { personId, kind: { startsWith: 'reminder.' }, state: { in: [...states] } },
    orderBy: [{ dueAt: 'asc' }, { kind: 'asc' }],
  });
  return rows.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`);
}

const day = (text: string) => `reminder.day ${tokyo(text).toISOString()}`;
const soon = (text: string) => `reminder.soon ${tokyo(text).toISOString()}`;

const unanswered = ['2024-10-22T09:00', '2024-10-29T09:00', '2024-11-01T16:00', '2024-11-05T09:00', '2024-11-06T09:00'];
const attending = [day('2024-10-31T09:00'), day('2024-11-06T09:00'), soon('2024-11-07T14:30')];

async function remindedAt(when: string, person: BuiltPerson = fixture.person): Promise<readonly string[]> {
  fixture.services.clock.set(tokyo(when));
  const told = notificationsTo(await fixture.sendAllDue(), person);
  return told.filter(({ kind }) => kind.startsWith('reminder.')).map(({ words }) => words);
}

const register = async (mode = 'online', person: BuiltPerson = fixture.person) =>
  await fixture.done(person, 'session.register', fixture.about({ mode }));

describe('planning', () => {
  it('reminds who has not answered of the deadline, and nobody else', async () => {
    expect(await planned(fixture.person)).toEqual(unanswered.map(day));
    expect(await planned(fixture.secretary)).toEqual([]);
  });

  it('follows the answer, in its transaction', async () => {
    await register();
    expect(await planned(fixture.person)).toEqual(attending);
    await fixture.done(fixture.person, 'session.cancel', fixture.about());
    expect(await planned(fixture.person)).toEqual([]);
    await register();
    expect(await planned(fixture.person)).toEqual(attending);
    await fixture.done(fixture.colleague, 'session.decline', fixture.about());
    expect(await planned(fixture.colleague)).toEqual([]);
  });

  it('follows the session when it is moved and called off', async () => {
    await register();
    const moved = {
      date: '2024-11-14',
      start: '10:00',
      end: '12:00',
      deadlineDate: '2024-11-12',
      deadlineTime: '17:00',
    };
    const { titleJa, titleEn, kind, audience, method } = fixture.session;
    const details = { titleJa, titleEn, kind, audience, method, venueJa: '大手町', venueEn: 'Otemachi', link: '' };
    await fixture.done(fixture.secretary, 'session.change', fixture.about({ ...details, ...moved }));
    expect(await planned(fixture.person)).toEqual([
      ...[day('2024-11-07T09:00'), day('2024-11-13T09:00'), soon('2024-11-14T09:00')],
    ]);
    expect((await planned(fixture.colleague)).at(-1)).toBe(day('2024-11-13T09:00'));
    await fixture.done(fixture.secretary, 'session.call-off', fixture.about({ reason: '', agreed: true }));
    expect(await planned(fixture.person)).toEqual([]);
    expect(await planned(fixture.colleague)).toEqual([]);
  });

  it('follows people who come and leave', async () => {
    const input = {
      ...{ nameJa: '新井 直', nameEn: '', furigana: 'アライ ナオ', email: 'arai@aoi.example', role: 'participant' },
      ...{ level: 'working', company: fixture.company.id, language: 'ja' },
    };
    await fixture.done(fixture.secretary, 'member.add', input);
    const added = await fixture.database.person.findUniqueOrThrow({ where: { email: 'arai@aoi.example' } });
    expect(await planned(added)).toEqual(unanswered.map(day));
    await fixture.done(fixture.secretary, 'member.end', { person: added.id, agreed: true });
    expect(await planned(added)).toEqual([]);
  });

  it('goes by the reader’s clock once they have told theirs', async () => {
    await register();
    await fixture.done(fixture.person, 'member.settings', { language: 'ja', timeZone: 'Europe/Berlin' });
    await planAllReminders(fixture.services);
    expect(await planned(fixture.person)).toEqual([
      `reminder.day ${new Date('2024-10-31T09:00:00+01:00').toISOString()}`,
      `reminder.day ${new Date('2024-11-06T09:00:00+01:00').toISOString()}`,
      soon('2024-11-07T14:30'),
    ]);
  });

  it('follows the rules, the windows and the days off', async () => {
    await register();
    await fixture.done(fixture.secretary, 'reminder.set', { reminder: 'session:10080', enabled: false, agreed: true });
    expect(await planned(fixture.person)).toEqual(attending.slice(1));
    const hours = { windows: '13:00〜17:00', closures: '2024-11-06 創立記念日 / Foundation day' };
    await fixture.done(fixture.secretary, 'programme.windows', hours);
    expect(await planned(fixture.person)).toEqual([day('2024-11-05T16:00'), soon('2024-11-07T14:30')]);
    for (const windows of ['9:00', '13:00-12:00', '9:00-12:00, 11:00-13:00', '25:00-26:00']) {
      const refused = await fixture.refused(fixture.secretary, 'programme.windows', { windows, closures: '' });
      expect(refused).toContain(en.refusals.windows_wrong());
    }
    const wrong = { windows: '9:00-12:00', closures: 'いつか 休み' };
    expect(await fixture.refused(fixture.secretary, 'programme.windows', wrong)).toContain('いつか 休み');
  });

  it('changes nothing where it is done again', async () => {
    await register();
    const rows = () => fixture.database.notification.findMany({ orderBy: { id: 'asc' } });
    const before = await rows();
    fixture.services.clock.advance({ days: 2 });
    await planAllReminders(fixture.services);
    expect(await rows()).toEqual(before);
  });
});

describe('a reminder', () => {
  it('brings the link to those online, the way to those on site, and what they can do', async () => {
    await register('online');
    await register('onsite', fixture.colleague);
    fixture.services.clock.set(tokyo('2024-11-07T14:30'));
    const told = await fixture.sendAllDue();
    const online = notificationsTo(told, fixture.person).at(-1)?.words ?? '';
    const onsite = notificationsTo(told, fixture.colleague).at(-1)?.words ?? '';
    expect(online).toContain('begins in 60 minutes');
    expect(online).toContain('secret-link');
    expect(online).not.toContain('Otemachi meeting room');
    expect(onsite).toContain('Otemachi meeting room');
    expect(onsite).not.toContain('secret-link');
    expect(onsite).toContain('[Check in]');
    expect(online).toContain(`[${en.stop}]`);
  });

  it('asks for the missing answer, and once more after the deadline', async () => {
    const [before] = await remindedAt('2024-11-05T09:00');
    expect(before).toContain('The deadline is today.');
    expect(before).toContain('Register online');
    const [after] = await remindedAt('2024-11-06T09:00');
    expect(after).toContain('A second reminder:');
    expect(after).not.toContain('Register online');
  });

  it('is one message for everything of one moment', async () => {
    await buildSession(fixture.services, fixture.programme, {
      titleEn: 'Training',
      deadline: fixture.session.deadline,
    });
    await planAllReminders({
      ...fixture.services,
      clock: { now: () => new Date(fixture.services.clock.now().getTime() + 2 * 86_400_000) },
    });
    const [words, ...more] = await remindedAt('2024-10-22T09:00');
    expect(more).toEqual([]);
    expect(words).toContain(en.several(2));
    expect(words).toContain('Training');
    expect(words).toContain('Human rights policy seminar');
    expect(await fixture.database.reminderTold.count({ where: { personId: fixture.person.id } })).toBe(2);
  });

  it('is not said twice, whatever moves its moment', async () => {
    expect(await remindedAt('2024-10-22T09:00')).toHaveLength(1);
    // The same morning begins again for who travels west; so it would where the hours are changed.
    await fixture.done(fixture.person, 'member.settings', { language: 'ja', timeZone: 'Europe/Berlin' });
    await planAllReminders(fixture.services);
    expect(await planned(fixture.person)).toContain(
      `reminder.day ${new Date('2024-10-22T09:00:00+02:00').toISOString()}`,
    );
    expect(await remindedAt('2024-10-22T18:00')).toEqual([]);
  });

  it('would be, if nothing noted what was said', async () => {
    expect(await remindedAt('2024-10-22T09:00')).toHaveLength(1);
    await fixture.done(fixture.person, 'member.settings', { language: 'ja', timeZone: 'Europe/Berlin' });
    await planAllReminders(fixture.services);
    await fixture.database.reminderTold.deleteMany();
    expect(await remindedAt('2024-10-22T18:00')).toHaveLength(1);
  });

  it('can be muted and received again; what is essential cannot', async () => {
    await register();
    await fixture.done(fixture.person, 'notifications.mute', { announcements: 'kept', reminders: false });
    const form = await fixture.opened(fixture.person, 'notifications.mute');
    expect(fieldOf(form, 'reminders')).toMatchObject({ initial: false });
    expect(fieldOf(form, 'announcements')).toMatchObject({ initial: true });
    expect(JSON.stringify(form.introduction)).toContain(en.mute.essential);
    expect(await remindedAt('2024-10-31T09:00')).toEqual([]);
    await fixture.done(fixture.person, 'notifications.mute', { announcements: 'kept', reminders: true });
    expect(await remindedAt('2024-11-06T09:00')).toHaveLength(1);
  });
});

describe('after a standstill', () => {
  /** The one of the day before, due at 9:00 on the 6th, and the one of the hour before, due at 14:30 on the 7th. */
  beforeEach(async () => {
    await register();
    await remindedAt('2024-10-31T09:00');
  });

  it.each([
    ['of 5 minutes both come late', ['2024-11-06T09:05', '2024-11-07T14:35'], [1, 1], [2, 0]],
    ['of 2 hours the hour before is missed', ['2024-11-06T11:00', '2024-11-07T16:30'], [1, 0], [1, 1]],
    ['of a day the last of them tells', ['2024-11-07T14:45'], [1], [1, 1]],
    ['over the start nothing is sent', ['2024-11-07T15:30'], [0], [0, 2]],
  ] as const)('%s', async (_what, looks, reminded, [delivered, missed]) => {
    const found: number[] = [];
    for (const look of looks) {
      // The sweep that plans may look before the sender.
      fixture.services.clock.set(tokyo(look));
      await fixture.database.programme.updateMany({ data: { remindersAt: null } });
      await planAllReminders(fixture.services);
      found.push((await remindedAt(look)).length);
    }
    expect(found).toEqual(reminded);
    const where = { personId: fixture.person.id, kind: { startsWith: 'reminder.' } };
    const all = await fixture.database.notification.findMany({
      where: { ...where, dueAt: { gte: tokyo('2024-11-06T09:00') } },
      select: { state: true, reason: true },
    });
    // Those that asked for the answer were withdrawn when it was given.
    const rows = all.filter(({ reason }) => reason !== 'a later change took its place');
    const tooLate = { state: 'missed', reason: 'too late to be of use' };
    expect(rows.filter(({ state }) => state === 'delivered')).toHaveLength(delivered);
    expect(rows.filter(({ state }) => state !== 'delivered')).toEqual(Array.from({ length: missed }, () => tooLate));
  });
});

describe('the secretariat', () => {
  it('is told whom a rule reaches before it is saved', async () => {
    await register();
    const asked = { reminder: 'session:4320', enabled: true };
    const form = await fixture.opened(fixture.secretary, 'reminder.set', asked);
    expect(JSON.stringify(form.introduction)).toContain('from now on to 1 person; first: Fri, 1 Nov 2024 16:00 JST');
    expect(await fixture.done(fixture.secretary, 'reminder.set', { ...asked, agreed: true })).toContain(
      '3 days before',
    );
    expect(await planned(fixture.person)).toContain(day('2024-11-01T16:00'));
    await fixture.done(fixture.person, 'notifications.mute', { announcements: 'kept', reminders: false });
    const muted = await fixture.opened(fixture.secretary, 'reminder.set', { ...asked, enabled: false });
    expect(JSON.stringify(muted.introduction)).toContain(
      en.willTurnOffNobody(en.ruleOf(en.kinds.session, en.when(4_320))),
    );
    await fixture.done(fixture.person, 'notifications.mute', { announcements: 'kept', reminders: true });
    const rules = await fixture.done(fixture.secretary, 'reminder.rules');
    expect(rules).toContain('From now on 1 person; first: Thu, 31 Oct 2024 09:00 JST');
    const coming = await fixture.done(fixture.secretary, 'reminder.upcoming');
    expect(coming).toContain('Tue, 22 Oct 2024 09:00 JST');
    expect(coming).toContain(en.more);
  });
});
