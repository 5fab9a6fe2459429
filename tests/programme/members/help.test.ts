/** The help tells members whom to turn to, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberTexts } from '../../../programme/members/texts.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildAccount,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  buttonsOf,
  done,
  wordsOf,
} from '../../support/factories.js';
import { understand } from '../../support/understand.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

it('names the contact of the programme, in both languages', async () => {
  const services = buildServices(test.database);
  const programme = await buildProgramme(services, { contact: 'office@office.example' });
  const [english, japanese] = [
    await buildPerson(services, { programme }),
    await buildPerson(services, { programme, language: 'ja' }),
  ];
  expect(wordsOf(await ask(services, english, 'help.show'))).toContain('Contact: office@office.example');
  expect(wordsOf(await ask(services, japanese, 'help.show'))).toContain('お問い合わせ: office@office.example');
});

it('names the contact in the language of the reader, where the programme gives both', async () => {
  const services = buildServices(test.database);
  const contacts = { contact: 'SPP事務局: office@office.example', contactEn: 'SPP secretariat: office@office.example' };
  const programme = await buildProgramme(services, contacts);
  const [english, japanese] = [
    await buildPerson(services, { programme }),
    await buildPerson(services, { programme, language: 'ja' }),
  ];
  for (const [action, input] of [
    ['help.show', {}],
    ['question.answer', { about: 'contact' }],
    ['session.join-help', {}],
    ['adviser.list', {}],
  ] as const) {
    const said = [
      wordsOf(await ask(services, english, action, input)),
      wordsOf(await ask(services, japanese, action, input)),
    ];
    expect(said[0], action).toContain(contacts.contactEn);
    expect(said[0], action).not.toContain('事務局');
    expect(said[1], action).toContain(contacts.contact);
    expect(said[1], action).not.toContain('secretariat');
  }
});

describe('a wish for no more messages, or for one’s data to be deleted', () => {
  const said = async (language: 'en' | 'ja', words: string) => {
    const services = buildServices(test.database);
    const programme = await buildProgramme(services, { contact: 'office@office.example' });
    const person = await buildPerson(services, { programme, language });
    const meaning = understand(words);
    const result = await ask(services, person, meaning.action ?? '', meaning.input, { origin: 'words' });
    return { words: wordsOf(result), buttons: buttonsOf(result) };
  };

  it.each([
    ['en', 'stop'],
    ['en', 'Stop!'],
    ['en', 'please stop'],
    ['en', 'unsubscribe'],
    ['ja', '停止'],
    ['ja', '配信停止'],
    ['ja', '退会したい'],
  ] as const)('%s: “%s” gets what can be changed here and whom to ask', async (language, words) => {
    const answer = await said(language, words);
    expect(answer.words).toContain(memberTexts[language].cannotStop);
    expect(answer.words).toContain('office@office.example');
    expect(answer.buttons).toEqual(['member.settings']);
  });

  it.each([
    ['en', 'delete my data', 'delete the data held about you'],
    ['ja', '個人情報を削除して', '登録情報の開示・訂正・削除は、このチャットではできません。'],
  ] as const)('%s: “%s” gets what can be changed here and whom to ask', async (language, words, expected) => {
    const answer = await said(language, words);
    expect(answer.words).toContain(expected);
    expect(answer.words).toContain('office@office.example');
    expect(answer.buttons).toEqual(['member.settings']);
  });
});

it('answers thanks shortly, in both languages', async () => {
  const services = buildServices(test.database);
  const programme = await buildProgramme(services);
  for (const [language, words] of [
    ['en', 'You are welcome.'],
    ['ja', 'お役に立てて何よりです。'],
  ] as const) {
    const said = wordsOf(
      await ask(services, await buildPerson(services, { programme, language }), 'help.show', { thanked: true }),
    );
    expect(said).toContain(words);
    expect(said).not.toContain('[');
  }
});

it('names no contact to someone unknown', async () => {
  const services = buildServices(test.database);
  await buildProgramme(services, { contact: 'hidden@office.example' });
  const account = await buildAccount(services, null);
  expect(wordsOf(await ask(services, { account }, 'help.show'))).not.toContain('hidden@office.example');
});

it('and the menu give an example of registering only for a session that the person can register for', async () => {
  const services = buildServices(test.database);
  const programme = await buildProgramme(services);
  await buildSession(services, programme, { code: 'BOSS-1', audience: 'management' });
  const [english, japanese, secretary] = [
    await buildPerson(services, { programme }),
    await buildPerson(services, { programme, language: 'ja' }),
    await buildPerson(services, { programme, role: 'secretariat' }),
  ];
  const said = async (person: BuiltPerson) => {
    const [menu, help] = [await ask(services, person, 'home.show'), await ask(services, person, 'help.show')];
    const note = (words: string) => words.split('\n').find((line) => /^(?:例|For example)/.test(line)) ?? '';
    expect(note(wordsOf(menu))).toBe(note(wordsOf(help)));
    return note(wordsOf(menu));
  };
  expect(await said(english)).toBe('For example: “sessions”, “日本語”');
  const next = await buildSession(services, programme, { code: 'WORK-1', audience: 'working', method: 'in_person' });
  expect(await said(english)).toBe('For example: “sessions”, “日本語”, “register WORK-1 on site”');
  expect(await said(japanese)).toBe('例:「セッション一覧」「English」「WORK-1 会場で参加」');
  expect(await said(secretary)).toBe('For example: “sessions”, “日本語”');
  await done(services, english, 'session.register', { session: next.id, mode: 'onsite' });
  expect(await said(english)).not.toContain('register');
  services.clock.set(next.deadline);
  expect(await said(japanese)).not.toContain('WORK-1');
});
