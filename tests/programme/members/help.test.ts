/** The help tells members whom to turn to, and nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { ask, buildAccount, buildHouse, buildPerson, buildProgramme, wordsOf } from '../../support/factories.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

it('names the contact of the programme, in both languages', async () => {
  const house = buildHouse(test.database);
  const programme = await buildProgramme(house, { contact: 'office@office.example' });
  const [english, japanese] = [
    await buildPerson(house, { programme }),
    await buildPerson(house, { programme, language: 'ja' }),
  ];
  expect(wordsOf(await ask(house, english, 'help.show'))).toContain('Contact: office@office.example');
  expect(wordsOf(await ask(house, japanese, 'help.show'))).toContain('お問い合わせ: office@office.example');
});

it('answers thanks shortly, in both languages', async () => {
  const house = buildHouse(test.database);
  const programme = await buildProgramme(house);
  for (const [language, words] of [
    ['en', 'You are welcome.'],
    ['ja', 'お役に立てて何よりです。'],
  ] as const) {
    const said = wordsOf(
      await ask(house, await buildPerson(house, { programme, language }), 'help.show', { thanked: true }),
    );
    expect(said).toContain(words);
    expect(said).not.toContain('[');
  }
});

it('names no contact to someone unknown', async () => {
  const house = buildHouse(test.database);
  await buildProgramme(house, { contact: 'hidden@office.example' });
  const account = await buildAccount(house, null);
  expect(wordsOf(await ask(house, { account }, 'help.show'))).not.toContain('hidden@office.example');
});
