/** The form that a list leads to says first what will be recorded, and asks about every doubtful name, however many there are. */
import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_ANSWERS, unpackAnswers } from '../../../../programme/attendance/online-list/list-answers.js';
import { attendanceTexts } from '../../../../programme/attendance/texts.js';
import type { Form, Values } from '../../../../programme/messages/message.js';
import { type BuiltPerson, buildSession, fieldOf, outcomeOf, wordsOf } from '../../../support/factories.js';
import { storeOnlineList } from '../../../support/online-lists.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { dropping, formIn, pressed } from './dropping.js';
import { zoomLine } from './lists.js';

const given = programmeFixture();
const { agree, decide, drop, records, send, show } = dropping(given);
const name = 'session.online-list';
const words = attendanceTexts.en.onlineList;
const none = { record: 0, below: 0, doubtful: 0, unknown: 0, conflicts: 0 };

let taro: BuiltPerson;
beforeEach(async () => {
  given.services.clock.set('2024-11-07T18:00:00+09:00');
  taro = await given.member({ company: given.company, nameJa: '山田 太郎', nameEn: 'Taro Yamada' });
});

const recorded = async () => await given.database.attendance.count({ where: { recordedById: given.secretary.id } });

const namesOf = ({ fields }: Form) => fields.map((field) => field.name);

describe('where it has to be asked which session a list is of', () => {
  const twin = async () =>
    await buildSession(given.services, given.programme, {
      ...{ code: 'TWIN-1', titleEn: 'Twin' },
      ...{ startsAt: new Date('2024-11-07T15:30:00+09:00'), endsAt: new Date('2024-11-07T17:00:00+09:00') },
    });
  const withTimes = async () =>
    await drop([zoomLine('山田太郎', '15:30', '17:00'), zoomLine('誰か', '15:30', '17:00')]);
  const withoutTimes = async () =>
    await storeOnlineList(given.services, given.secretary.id, [
      { name: '山田太郎', minutes: 90 },
      { name: '誰か', minutes: 90 },
    ]);

  it.each([
    ['two sessions meet the list', withTimes],
    ['the list tells no times', withoutTimes],
  ])('the answer leads to what will be recorded, and only that to the record: %s', async (_why, stored) => {
    const session = await twin();
    const asking = formIn(await show([await stored()]));
    expect(namesOf(asking)).toEqual(['session']);
    const shown = await send(asking, { session: session.id });
    const form = formIn(shown);
    expect(await recorded()).toBe(0);
    expect(wordsOf(shown)).toContain(words.does('Twin (TWIN-1)', { ...none, record: 1, unknown: 1 }));
    for (const said of ['Taro Yamada', '90 minutes', '誰か']) expect(wordsOf(shown)).toContain(said);
    // Only who is sure is left, so that there is nothing to fill in.
    expect(namesOf(form)).toEqual([]);
    const sent = await send(form);
    expect(outcomeOf(sent), wordsOf(sent)).toBe('done');
    expect(await records(taro, session.id)).toEqual([['online', 'online_list', true]]);
    expect(await recorded()).toBe(1);
  });

  it('the times of Greenwich are said in it', async () => {
    await twin();
    const line = ['山田太郎', '', '2024/11/07 06:30:00', '2024/11/07 08:00:00', '90', '', '', ''];
    const asking = formIn(await show([await drop([line])]));
    expect(wordsOf(await send(asking, { session: given.session.id }))).toContain(words.utc);
  });

  it('it refuses what is recorded already, and names that match nobody with what to do', async () => {
    await twin();
    const files = [await withTimes()];
    const { id: session } = given.session;
    await agree(await show(files, { session }));
    const again = await send(formIn(await show(files)), { session });
    expect([outcomeOf(again), wordsOf(again)]).toEqual(['refused', expect.stringContaining('adds nobody (1 recorded')]);
    const strangers = [await drop([zoomLine('見知らぬ', '15:30', '17:00')])];
    const refused = await send(formIn(await show(strangers)), { session });
    expect([outcomeOf(refused), wordsOf(refused)]).toEqual(['refused', expect.stringContaining(words.nobodyKnown(1))]);
    expect(pressed(refused, 'session.walk-in')).toEqual({ session });
  });
});

describe('twelve doubtful names', () => {
  const families = [
    ...['青木', '石田', '上野', '江口', '大野', '加藤'],
    ...['木村', '久保', '小林', '坂本', '清水', '杉山'],
  ];
  /** There too shortly. */
  const SHORT = 6;
  let people: BuiltPerson[];
  let files: readonly string[];

  beforeEach(async () => {
    people = [];
    for (const [index, family] of families.entries()) {
      const names = { nameJa: `${family} 進`, nameEn: `Number${'abcdefghijkl'[index]}` };
      people.push(await given.member({ company: given.company, ...names }));
    }
    files = [
      await drop(families.map((family, index) => zoomLine(family, '15:30', index === SHORT ? '15:40' : '17:00'))),
    ];
  });

  /** Everyone who is asked about is the one who is meant, but for the fifth name. */
  const answersTo = ({ fields }: Form): Values =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const index = families.findIndex((family) => field.label === words.who(family));
        return index === -1 ? [] : [[field.name, index === 4 ? 'nobody' : people[index]?.id]];
      }),
    );

  it('are each asked about once, five at a time, and what was decided is kept', async () => {
    const shown = await show(files);
    expect(wordsOf(shown)).toContain(words.nothingYet);
    const asked: string[][] = [];
    let last = shown;
    for (const _form of [1, 2, 3]) {
      const form = await decide(last);
      asked.push(form.fields.filter((field) => field.name.startsWith('who')).map((field) => field.label));
      last = await send(form, answersTo(form));
      expect(outcomeOf(last), wordsOf(last)).toBe('done');
    }
    expect(asked).toEqual(
      [families.slice(0, 5), families.slice(5, 10), families.slice(10)].map((few) => few.map(words.who)),
    );
    for (const [index, person] of people.entries()) {
      const isLeft = index === 4 || index === SHORT;
      expect(await records(person), families[index]).toEqual(isLeft ? [] : [['online', 'online_list', true]]);
    }
  });

  it('tell how many follow, and who was named and not there long enough can still be chosen', async () => {
    const first = await decide(await show(files));
    expect(JSON.stringify(first.introduction)).toContain(words.later(7));
    const second = await decide(await send(first, answersTo(first)));
    expect(JSON.stringify(second.introduction)).toContain(words.later(2));
    const third = await decide(await send(second, answersTo(second)));
    expect(namesOf(third)).toEqual(['who1', 'who2', 'people']);
    const chosen = people[SHORT];
    await send(third, { ...answersTo(third), people: [chosen?.id ?? ''] });
    expect(await records({ id: chosen?.id ?? '' })).toEqual([['online', 'online_list', true]]);
  });

  it('that are left open are asked about again', async () => {
    const form = await decide(await show(files));
    const sent = await send(form, { ...answersTo(form), who2: undefined });
    const next = await decide(sent);
    expect(fieldOf(next, 'who1').label).toBe(words.who('石田'));
    expect(fieldOf(next, 'who2').label).toBe(words.who('加藤'));
  });

  it('beyond what a button can carry are left to be recorded by hand', async () => {
    const sure = await drop([
      ...families.map((family) => zoomLine(family, '15:30', '17:00')),
      zoomLine('山田太郎', '15:30', '17:00'),
    ]);
    const places = Array.from({ length: MOST_ANSWERS }, (_, index) => `${index + 1_000}:`);
    const carried = { files: [sure], session: given.session.id, decide: true };
    const form = await given.opened(given.secretary, name, { ...carried, answers: places.join(' ') });
    expect([namesOf(form), JSON.stringify(form.introduction)]).toEqual([[], expect.stringContaining(words.byHand(12))]);
    const sent = await send(form);
    expect(await records(taro)).toEqual([['online', 'online_list', true]]);
    expect(() => pressed(sent, name)).toThrow();
  });

  it('carry no name of the list, and what comes back is held against those who are offered', async () => {
    const form = await decide(await show(files));
    const carried = pressed(await send(form, answersTo(form)), name);
    expect(JSON.stringify(carried)).not.toContain('青木');
    const forged = `1: 2:${taro.id.slice(-8)} 3:${taro.id} no answer`;
    const { reply } = await given.ask(given.secretary, name, { ...carried, answers: forged });
    if (reply.kind !== 'form') throw new Error('no form');
    const next = ['石田', '上野', '江口', '大野', '加藤'].map((family) => words.who(family));
    expect(reply.form.fields.map(({ label }) => label)).toEqual(next);
    await send(reply.form, {});
    expect(await records(taro)).toEqual([]);
  });
});

describe('what the form says and what is so once it is sent', () => {
  const jiro = async () => await given.member({ company: given.company, nameJa: '鈴木 次郎', nameEn: 'Jiro Suzuki' });

  it('are held against each other: who became known meanwhile is seen before they are recorded', async () => {
    const early = await given.member({ company: given.company, nameJa: '早川 退', nameEn: 'Early Hayakawa' });
    const lines = ['山田太郎', '鈴木次郎'].map((listed) => zoomLine(listed, '15:30', '17:00'));
    const files = [await drop([...lines, zoomLine('早川退', '15:30', '15:40'), zoomLine('早川', '15:30', '15:42')])];
    const form = await decide(await show(files));
    expect(JSON.stringify(form.introduction)).not.toContain('Jiro Suzuki');
    const newcomer = await jiro();
    const shown = await send(form, { who1: early.id, people: [early.id] });
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['form', expect.stringContaining('Jiro Suzuki')]);
    expect(await recorded()).toBe(0);
    if (shown.reply.kind !== 'form') throw new Error('no form');
    const anew = shown.reply.form;
    expect(shown.reply.problem).not.toBeNull();
    // What was chosen in it stands.
    expect(fieldOf(anew, 'who1')).toMatchObject({ initial: early.id });
    expect(fieldOf(anew, 'people')).toMatchObject({ initial: [early.id] });
    expect(outcomeOf(await send(anew, { who1: early.id, people: [early.id] }))).toBe('done');
    for (const one of [taro, newcomer, early]) expect(await records(one)).toEqual([['online', 'online_list', true]]);
  });

  it('agree where nothing has changed: it is not asked twice', async () => {
    const form = await decide(await show([await drop([zoomLine('山田', '15:30', '17:00')])]));
    expect(outcomeOf(await send(form, { who1: taro.id }))).toBe('done');
  });
});

it('of the text that comes back only answers are taken', () => {
  expect(unpackAnswers('3:9f31c2ab 7: x:y 8 9:a:b')).toEqual(
    new Map([
      ['3', '9f31c2ab'],
      ['7', null],
    ]),
  );
});

describe('a list of which nobody can be recorded', () => {
  it('of names that match nobody says what to do, with buttons that lead there', async () => {
    const shown = await show([
      await drop([zoomLine('誰か', '15:30', '17:00'), zoomLine('見知らぬ', '15:30', '17:00')]),
    ]);
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain(words.nobodyKnown(2));
    expect(wordsOf(shown)).not.toContain(words.nothingYet);
    expect(() => pressed(shown, 'preview.confirm')).toThrow();
    const session = given.session.id;
    expect(pressed(shown, 'session.walk-in')).toEqual({ session });
    for (const action of ['session.walk-in', 'member.add'])
      expect((await given.opened(given.secretary, action, pressed(shown, action))).action).toBe(action);
  });

  it('of no participant at all asks for the right one', async () => {
    const shown = await show([await drop([zoomLine('Otter.ai', '15:30', '17:00')])]);
    expect(wordsOf(shown)).toContain(words.nobodyKnown(0));
    expect(() => pressed(shown, 'member.add')).toThrow();
  });

  it('who can be decided about has the button that leads to it', async () => {
    const shown = await show([await drop([zoomLine('山田', '15:30', '17:00')])]);
    expect(wordsOf(shown)).toContain(words.nothingYet);
    expect(namesOf(await decide(shown))).toEqual(['who1']);
  });
});

it('who does not fit into the list of choices is counted, with what to do', async () => {
  const lines: (readonly string[])[] = [];
  for (let number = 1; number <= 103; number += 1) {
    const email = `early${number}@list.example`;
    await given.member({ company: given.company, email });
    lines.push(zoomLine(`e${number}`, '15:30', '15:40', { email }));
  }
  const form = await decide(await show([await drop(lines)]));
  const people = fieldOf(form, 'people');
  expect('choices' in people && people.choices.length).toBe(100);
  expect(JSON.stringify(form.introduction)).toContain(words.byHand(3));
});
