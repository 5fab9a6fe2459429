/** People and companies are found as they are shown and as they are typed, also after their names change. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, type Programme } from '../../../prisma/client.js';
import { findCompanies } from '../../../programme/members/queries.js';
import { searchChoices } from '../../../programme/requests/search.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let secretary: BuiltPerson;
let yoshida: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  const company = await buildCompany(services, programme, {
    nameJa: '株式会社ガーデンテック',
    nameEn: 'Garden Tech',
    kana: 'ガーデンテック',
  });
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  const names = { nameJa: '𠮷田 洋子', nameEn: 'Yoko Yoshida' };
  yoshida = await buildPerson(services, { programme, company, ...names });
  await test.database.person.update({ where: { id: yoshida.id }, data: { furigana: 'ヨシダ ヨウコ' } });
  await buildPerson(services, { programme, nameJa: '鈴木 健', nameEn: 'Ken Suzuki' });
});
afterAll(async () => await test.close());

const find = async (typed: string) =>
  (
    await searchChoices(services, {
      ...{ account: secretary.account, action: 'member.invite', field: 'person', typed, given: {} },
    })
  ).map(({ value }) => value);

it.each([
  '𠮷田 洋子',
  '吉田洋子',
  'よしだ',
  'ﾖｳｺ',
  'yoko',
  'Youko',
  'YOSIDA',
  '吉田さん',
  '㈱ガーデンテック',
  'がーでん',
  '𠮷田 洋子(株式会社ガーデンテック)',
])('a person is found by %s, and nobody else', async (typed) => {
  expect(await find(typed)).toEqual([yoshida.id]);
});

it('a name that changes is found at once, by any writer, and the old one no more', async () => {
  await test.database.person.update({
    where: { id: yoshida.id },
    data: { nameJa: '渡邉 洋子', nameEn: 'Yoko Watanabe', furigana: 'ワタナベ ヨウコ' },
  });
  expect([await find('渡辺'), await find('吉田')]).toEqual([[yoshida.id], []]);
  // The control: with a form that a trigger did not void, the new name is not found.
  await test.database.$executeRaw`ALTER TABLE person DISABLE TRIGGER person_search_form`;
  await test.database.person.update({ where: { id: yoshida.id }, data: { nameJa: '山田 洋子' } });
  await test.database.$executeRaw`ALTER TABLE person ENABLE TRIGGER person_search_form`;
  expect(await find('山田')).toEqual([]);
});

it('a company is found by its reading and its signs', async () => {
  const names = async (typed: string) =>
    (
      await inTransaction(services.database, (transaction) =>
        findCompanies(transaction, programme.id, { typed, most: 10 }),
      )
    ).map(({ name }) => name.en);
  for (const typed of ['がーでん', 'ガーデンテック(株)', 'garden']) expect(await names(typed)).toContain('Garden Tech');
});
