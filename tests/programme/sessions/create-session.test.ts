/** Sessions that the secretariat creates, and what the form refuses, for new ones and for changes alike. */
import { beforeEach, describe, expect, it } from 'vitest';
import { searchChoices } from '../../../programme/requests/search.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buttonsOf,
  fieldOf,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { asShown, newSession } from './forms.js';

const given = programmeFixture();
const { ask, done, member, opened, refused } = given;

let sachiko: BuiltPerson;

beforeEach(async () => {
  sachiko = await member({ role: 'secretariat', language: 'ja' });
});

describe('creating', () => {
  it('keeps what was entered, on the programme’s wall clock', async () => {
    const entered = {
      ...newSession,
      start: '9:30',
      roomCapacity: '２０',
      agenda: '講演: 要点 / Key points | 山田花子; 鈴木一郎\nBreak: 休憩',
      materials: '配布資料 / Handout https://example.com/handout.pdf',
    };
    expect(await done(given.secretary, 'session.create', entered)).toContain('was created');
    const created = await given.database.session.findFirstOrThrow({
      where: { programmeId: given.programme.id, code: 'WLT-1' },
    });
    expect(created).toMatchObject({
      startsAt: new Date('2024-12-04T09:30:00+09:00'),
      endsAt: new Date('2024-12-04T16:00:00+09:00'),
      deadline: new Date('2024-12-02T17:00:00+09:00'),
      timeZone: 'Asia/Tokyo',
      roomCapacity: 20,
      onlineCapacity: null,
      version: 1,
      checkInCode: expect.stringMatching(/^\d{6}$/),
    });
    const shown = wordsOf(await ask(given.secretary, 'session.show', { session: 'wlt-1' }));
    expect(shown).toContain('Lecture: Key points (山田花子, 鈴木一郎)');
    expect(shown).toContain('Break: 休憩');
    expect(shown).toContain('[Handout](https://example.com/handout.pdf)');
    expect(shown).toContain('On site: 20 left');
    expect(await given.database.sessionVersion.count({ where: { sessionId: created.id } })).toBe(1);
  });

  it('says on which clock times are entered, and keeps another zone that was chosen', async () => {
    const programme = await buildProgramme(given.services, { timeZone: 'Europe/Berlin' });
    const person = await buildPerson(given.services, { programme, role: 'secretariat' });
    const form = await opened(person, 'session.create');
    expect(fieldOf(form, 'timeZone')).toMatchObject({ initial: 'Europe/Berlin', search: true });
    for (const name of ['date', 'start']) {
      expect(fieldOf(form, name).hint).toBe('In the time zone below (Europe/Berlin unless you change it)');
    }
    const about = { account: person.account, action: 'session.create', field: 'timeZone', given: {} };
    expect(await searchChoices(given.services, { ...about, typed: 'new york' })).toContainEqual({
      value: 'America/New_York',
      label: 'America/New_York',
    });
    const input = { ...newSession, timeZone: 'America/New_York' };
    const faulty = await ask(person, 'session.create', { ...input, end: '12:00' }, { submitted: true });
    if (faulty.reply.kind !== 'form') throw new Error('no form');
    const [first, second] = [fieldOf(faulty.reply.form, 'timeZone')].flatMap((one) =>
      'choices' in one ? one.choices.map(({ value }) => value) : [],
    );
    expect([first, second]).toEqual(['Europe/Berlin', 'America/New_York']);
    await done(person, 'session.create', input);
    const { id, ...created } = await given.database.session.findFirstOrThrow({ where: { programmeId: programme.id } });
    expect(created).toMatchObject({ timeZone: 'America/New_York', startsAt: new Date('2024-12-04T13:00:00-05:00') });

    const change = await opened(person, 'session.change', { session: id });
    expect(fieldOf(change, 'timeZone')).toMatchObject({ initial: 'America/New_York' });
    expect(fieldOf(change, 'start')).toMatchObject({ initial: '13:00', hint: expect.stringContaining('New_York') });
    const search = { ...about, action: 'session.change', given: { session: id } };
    expect((await searchChoices(given.services, { ...search, typed: '' }))[0]?.value).toBe('America/New_York');
    await done(person, 'session.change', { ...asShown(change), timeZone: 'Asia/Tokyo' });
    expect(await given.database.session.findUniqueOrThrow({ where: { id } })).toMatchObject({
      timeZone: 'Asia/Tokyo',
      startsAt: new Date('2024-12-04T13:00:00+09:00'),
      deadline: new Date('2024-12-02T17:00:00+09:00'),
    });
  });

  it.each([
    ['titleJa', '', 'Please fill this in or choose.', 'ご入力、またはお選びください。'],
    ['titleEn', 'x'.repeat(201), 'This is too long.', '文字数が多すぎます。'],
    ['kind', 'party', 'Please choose from the list.', '一覧からお選びください。'],
    ['date', '2024-02-30', 'Please check the date.', '日付をご確認ください。'],
    ['start', '25:00', 'Please check the time.', '時刻をご確認ください。'],
    ['end', '12:59', 'The end must be after the start.', '終了は開始より後の時刻にしてください。'],
    ['endDate', '2024-12-03', 'The end must be after the start.', '終了は開始より後の時刻にしてください。'],
    ['timeZone', 'Tokyo', 'Please choose a time zone from the list.', 'タイムゾーンを一覧からお選びください。'],
    ['endDate', '2024-02-30', 'Please check the date.', '日付をご確認ください。'],
    ['end', '13:00', 'The end must be after the start.', '終了は開始より後の時刻にしてください。'],
    ['roomCapacity', '-1', 'Please enter a whole number of 0 or more.', '0以上の整数でご入力ください。'],
    ['onlineCapacity', 'many', 'Please enter a whole number of 0 or more.', '0以上の整数でご入力ください。'],
    ['deadlineDate', '2024-12-05', 'The deadline cannot be after the start.', '申込締切は開始より後にはできません。'],
    [
      'link',
      'http://example.com',
      'Please enter an address that begins with https://',
      'https:// で始まるURLをご入力ください。',
    ],
    ['link', 'https://user:word@example.com', 'Please enter an address', 'https:// で始まるURL'],
    ['materials', 'Handout ftp://example.com', 'Please enter an address', 'https:// で始まるURL'],
    ['agenda', `Lecture: ${'x'.repeat(201)}`, 'This is too long.', '文字数が多すぎます。'],
    ['agenda', 'a\n'.repeat(31), 'This is too long.', '文字数が多すぎます。'],
    ['agenda', '| nobody speaks of nothing', 'Please check this.', '内容をご確認ください。'],
  ] as const)('names what is wrong at its field, in both languages: %s %s', async (field, value, english, japanese) => {
    for (const [person, words] of [
      [given.secretary, english],
      [sachiko, japanese],
    ] as const) {
      const performed = await ask(person, 'session.create', { ...newSession, [field]: value }, { submitted: true });
      expect(outcomeOf(performed)).toBe('form');
      expect(performed.reply).toMatchObject({ errors: { [field]: expect.stringContaining(words) }, problem: null });
    }
    expect(await given.database.session.count({ where: { programmeId: given.programme.id } })).toBe(1);
  });

  it('says that the venue is open where none was entered', async () => {
    const nowhere = { ...newSession, venueJa: '', venueEn: '' };
    expect(await done(given.secretary, 'session.create', nowhere)).toMatch(/Where: Venue to be announced \(on site/);
    expect(wordsOf(await ask(sachiko, 'session.show', { session: newSession.code }))).toContain(
      '会場: 会場未定(会場とオンラインの併用)',
    );
  });

  it('names the kind of an item once', async () => {
    const agenda = '講評: 講評 / Comment\nグループワーク: グループワーク1 / Group work 1\n講演: 要点 / Key points';
    await done(given.secretary, 'session.create', { ...newSession, agenda });
    const about = { session: newSession.code };
    const lines = wordsOf(await ask(sachiko, 'session.show', about)).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['講評', 'グループワーク1', '講演: 要点']));
    expect(wordsOf(await ask(given.secretary, 'session.show', about)).split('\n')).toContain('Group work 1');
  });

  it('online has no use for a check-in code', async () => {
    const card = await ask(given.secretary, 'session.create', { ...newSession, method: 'online' }, { submitted: true });
    expect(buttonsOf(card)).not.toContain('session.check-in-code');
    const { id } = await given.database.session.findFirstOrThrow({
      where: { programmeId: given.programme.id, code: 'WLT-1' },
    });
    const words = wordsOf(await ask(sachiko, 'session.check-in-code', { session: id }));
    expect(words).toContain('オンライン開催のため掲示は不要です');
    expect(words).not.toContain('掲示してください');
  });

  it('refuses what would begin in the past', async () => {
    const past = { ...newSession, date: '2024-09-30', deadlineDate: '2024-09-29' };
    expect(await refused(given.secretary, 'session.create', past)).toBe('This is in the past.');
    expect(await refused(sachiko, 'session.create', past)).toBe('過去の日時は指定できません。');
  });

  it('refuses a code that is taken, whatever its case, and of two at once one', async () => {
    const lower = { ...newSession, code: given.session.code.toLowerCase() };
    expect(await refused(given.secretary, 'session.create', lower)).toContain('has this code already');
    const both = [given.secretary, sachiko].map((person) =>
      ask(person, 'session.create', newSession, { submitted: true }),
    );
    expect((await Promise.all(both)).map(outcomeOf).sort()).toEqual(['done', 'form']);
    await done(
      await buildPerson(given.services, { programme: await buildProgramme(given.services), role: 'secretariat' }),
      'session.create',
      newSession,
    );
  });

  it('is asked for in a form even when words said it all', async () => {
    const performed = await ask(given.secretary, 'session.create', newSession, { origin: 'words' });
    expect(outcomeOf(performed)).toBe('form');
  });
});
