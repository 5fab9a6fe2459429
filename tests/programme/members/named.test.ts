/** Which companies and people a text may name depends on who writes: the walls between companies hold for names as well. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readNamesIn } from '../../../programme/members/named/read-names.js';
import type { Role } from '../../../programme/requests/context.js';
import { type BuiltPerson, buildAssignment, buildCompany } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
let adviser: BuiltPerson;
let stranger: BuiltPerson;
let own: string;
let other: string;

beforeEach(async () => {
  const { services, programme, database } = fixture;
  const shiosai = await buildCompany(services, programme, {
    ...{ nameJa: '株式会社潮騒電子', nameEn: 'Shiosai Denshi Co., Ltd.', kana: 'シオサイデンシ' },
  });
  const tsubame = await buildCompany(services, programme, {
    ...{ nameJa: 'つばめ精密株式会社', nameEn: 'Tsubame Precision Inc.', kana: 'ツバメセイミツ' },
  });
  [own, other] = [shiosai.id, tsubame.id];
  adviser = await fixture.member({ role: 'adviser', nameJa: '梶 悠', nameEn: 'Yu Kaji' });
  stranger = await fixture.member({ company: tsubame, nameJa: '橘 涼子', nameEn: 'Ryoko Tachibana' });
  await database.person.update({ where: { id: stranger.id }, data: { furigana: 'タチバナ リョウコ' } });
  await buildAssignment(services, { company: shiosai, adviserId: adviser.id });
});

async function found(by: BuiltPerson, role: Role, text: string, companyId: string | null = null) {
  const member = { personId: by.id, programmeId: fixture.programme.id, role, level: null, companyId };
  const { companies, members } = await readNamesIn(fixture.database, member, text);
  return { companies: companies.map(({ id }) => id), people: members.map(({ id }) => id) };
}

const both = '潮騒さんとつばめさんの件、橘さんと梶先生に';

describe('by role', () => {
  it('the secretariat may name all', async () => {
    const { companies, people } = await found(fixture.secretary, 'secretariat', both);
    expect([...companies].sort()).toEqual([own, other].sort());
    expect([...people].sort()).toEqual([stranger.id, adviser.id].sort());
  });

  it('an adviser may name the companies that they look after, and the other advisers', async () => {
    expect(await found(adviser, 'adviser', both)).toEqual({ companies: [own], people: [] });
    const second = await fixture.member({ role: 'adviser', nameJa: '蔵元 昇', nameEn: 'Noboru Kuramoto' });
    expect((await found(second, 'adviser', both)).people).toEqual([adviser.id]);
  });

  it('a participant may name colleagues and advisers, and no other company', async () => {
    const { person, company, colleague } = fixture;
    const text = `${both} ${colleague.nameEn}`;
    const { companies, people } = await found(person, 'participant', text, company.id);
    expect(companies).toEqual([]);
    expect([...people].sort()).toEqual([adviser.id, colleague.id].sort());
  });
});

it.each(['潮騒の件', 'しおさいさん', 'ｼｵｻｲさん', "Shiosai's draft", 'SHIOSAI DENSHI', '(株)潮騒電子'])(
  'however it is written: %s',
  async (text) => {
    expect((await found(fixture.secretary, 'secretariat', text)).companies).toEqual([own]);
  },
);

it('who has left is not named', async () => {
  await fixture.database.membership.updateMany({ where: { personId: stranger.id }, data: { endedAt: new Date() } });
  expect((await found(fixture.secretary, 'secretariat', '橘さん')).people).toEqual([]);
});

it('what stands for any sign in a search stands for itself', async () => {
  expect(await found(fixture.secretary, 'secretariat', "%_' OR true --")).toEqual({ companies: [], people: [] });
});
