/** The list of people is in the programme's order, everyone can be found in it, and a newcomer is shown one of each kind. */
import { describe, expect, test } from 'vitest';
import { findPeople, groupPeople, initialsOf, suggestCast } from '../../../../page/browser/shell/people.js';
import type { PagePerson } from '../../../../page/protocol.js';

const blank: PagePerson = {
  personId: '',
  name: '',
  nameEn: '',
  role: 'participant',
  level: null,
  company: null,
  companyEn: null,
  companyCode: null,
  language: 'ja',
  clientSessions: [],
};
const momotaro = { company: '桃太郎電子株式会社', companyEn: 'Momotaro Electronics Co., Ltd.', companyCode: 'P01' };
const warashibe = {
  company: 'わらしべ電源株式会社',
  companyEn: 'Warashibe Power Supply Co., Ltd.',
  companyCode: 'P08',
};
const kasajizo = { company: '有限会社かさじぞう計測', companyEn: null, companyCode: 'P10' };

const asakura: PagePerson = {
  ...blank,
  ...momotaro,
  personId: 'asakura',
  name: '朝倉 健一',
  nameEn: 'Kenichi Asakura',
  email: 'kenichi.asakura@momotaro-denshi.example',
  level: 'working',
  clientSessions: ['slack:U1'],
};
const aoba: PagePerson = {
  ...blank,
  ...momotaro,
  personId: 'aoba',
  name: '青葉 誠',
  nameEn: 'Makoto Aoba',
  level: 'management',
  clientSessions: ['slack:U2'],
};
const koizumi: PagePerson = {
  ...blank,
  ...warashibe,
  personId: 'koizumi',
  name: '小泉 英樹',
  nameEn: 'Hideki Koizumi',
  level: 'management',
  clientSessions: ['slack:U3', 'teams:T3'],
};
const shiraishi: PagePerson = {
  ...blank,
  ...kasajizo,
  personId: 'shiraishi',
  name: '白石 由紀',
  nameEn: 'Yuki Shiraishi',
  level: 'management',
  clientSessions: ['teams:T4'],
};
const santos: PagePerson = {
  ...blank,
  ...kasajizo,
  personId: 'santos',
  name: 'マリア・サントス',
  nameEn: 'Maria Santos',
  level: 'working',
  language: 'en',
  clientSessions: ['teams:T5'],
};
const makino: PagePerson = {
  ...blank,
  personId: 'makino',
  name: '牧野 恵子',
  nameEn: 'Keiko Makino',
  role: 'adviser',
  clientSessions: ['slack:U6'],
};
const mizutani: PagePerson = {
  ...blank,
  personId: 'mizutani',
  name: '水谷 浩之',
  nameEn: 'Hiroyuki Mizutani',
  role: 'secretariat',
  clientSessions: ['slack:U7', 'teams:T7'],
};
const everyone = [asakura, aoba, koizumi, shiraishi, santos, makino, mizutani];
const idsOf = (groups: ReturnType<typeof groupPeople>) =>
  groups.map(({ key, people }) => [key, ...people.map(({ personId }) => personId)]);

describe('the groups', () => {
  test('staff first, then each company with its management first', () => {
    expect(idsOf(groupPeople(everyone))).toEqual([
      ['secretariat', 'mizutani'],
      ['advisers', 'makino'],
      ['company P01', 'aoba', 'asakura'],
      ['company P08', 'koizumi'],
      ['company P10', 'shiraishi', 'santos'],
    ]);
  });

  test('nobody is left out, whatever their role', () => {
    const speaker = { ...blank, personId: 'speaker', role: 'speaker' };
    const delegate = { ...blank, ...momotaro, personId: 'delegate', role: 'delegate', level: 'board' };
    const placed = groupPeople([...everyone, speaker, delegate]).flatMap(({ people }) => people);
    expect(placed).toHaveLength(everyone.length + 2);
  });

  test('a company without an English name keeps its own', () => {
    expect(groupPeople([shiraishi])[0]?.name).toEqual({ ja: kasajizo.company, en: kasajizo.company });
  });
});

describe('the search', () => {
  const found = (query: string) =>
    findPeople(groupPeople(everyone), query).flatMap(({ people }) => people.map(({ personId }) => personId));

  test.each([
    ['青葉誠', ['aoba']],
    ['makoto', ['aoba']],
    ['桃太郎', ['aoba', 'asakura']],
    ['momotaro kenichi', ['asakura']],
    ['asakura@', ['asakura']],
    ['Ｐ０８', ['koizumi']],
    ['事務局', ['mizutani']],
    ['adviser', ['makino']],
    ['nobody of this name', []],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('nothing typed leaves everyone', () => {
    const groups = groupPeople(everyone);
    expect(findPeople(groups, '  ')).toBe(groups);
  });
});

describe('whom to try first', () => {
  const cast = (people: readonly PagePerson[], language: 'ja' | 'en') =>
    suggestCast(people, language).map(({ kind, clientSession }) => [kind, clientSession]);

  test('one of each kind, in Japanese the management', () => {
    expect(cast(everyone, 'ja')).toEqual([
      ['participant on Slack', 'slack:U2'],
      ['participant on Teams', 'teams:T4'],
      ['on both', 'slack:U3'],
      ['adviser', 'slack:U6'],
      ['secretariat', 'slack:U7'],
    ]);
  });

  test('in English somebody to whom the bot speaks English', () => {
    expect(cast(everyone, 'en')).toContainEqual(['participant on Teams', 'teams:T5']);
  });

  test('kinds that nobody is of are left out', () => {
    expect(cast([makino, { ...aoba, clientSessions: [] }], 'ja')).toEqual([['adviser', 'slack:U6']]);
  });
});

test('initials stand for a person in either language', () => {
  expect([initialsOf(aoba, 'ja'), initialsOf(aoba, 'en')]).toEqual(['青', 'MA']);
  expect(initialsOf({ ...blank, nameEn: 'Plato' }, 'en')).toBe('P');
});
