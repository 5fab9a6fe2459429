/** What is dictated, a place and a new person's name are read where a sentence marks them, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { dictatedIn, newPersonIn, placeIn } from '../../../../bot/interpret/mentions/spoken-texts.js';

describe('what is dictated', () => {
  it.each([
    ['みなとさんの案に「連絡先を具体的に書きましょう」と入れてください', '連絡先を具体的に書きましょう'],
    ['北斗さんへのコメントです:ILOへの言及がありません', 'ILOへの言及がありません'],
    ['Leave this comment for Minato: Nicely structured, only a bit long.', 'Nicely structured, only a bit long.'],
    ['Write "please name a person" on it', 'please name a person'],
  ])('is read from %s', (text, words) => expect(dictatedIn(text)).toBe(words));

  it.each(['原稿にコメントしたい', '10:30 からの相談', '「甲」か「乙」と書いて', '「第一章」と「第二章」に書いて'])(
    'is none in %s',
    (text) => expect(dictatedIn(text)).toBeNull(),
  );
});

describe('a place', () => {
  it.each([
    ['14時開始、会場は大手町ファーストスクエアです。', { ja: '大手町ファーストスクエア' }],
    ['サロン第2回の会場は8階ホールにかわりました', { ja: '8階ホール' }],
    ['会場を会議室Aから会議室Bに変更', { ja: '会議室B' }],
    ['in person, venue is AP Tokyo Marunouchi.', { en: 'AP Tokyo Marunouchi' }],
    ['salon day 1 is now in Room G, update it pls', { en: 'Room G' }],
  ])('is read from %s', (text, place) => expect(placeIn(text)).toEqual(place));

  it.each([
    '会場を変更したい',
    '会場参加で開催したい',
    '会場はどこですか',
    'change the venue',
    'The venue is not known',
  ])('is none in %s', (text) => expect(placeIn(text)).toBeNull());
});

describe('the name of a new person', () => {
  it.each([
    ['みなと精密さんに、実務担当として岡本さんを登録してください', { ja: '岡本' }],
    ['Add Tamura to Hokuto, he is management level.', { en: 'Tamura' }],
    ['Please add Ms. Hanako Sato from Aoba', { en: 'Hanako Sato' }],
  ])('is read from %s', (text, name) => expect(newPersonIn(text)).toEqual(name));

  it.each(['新しい参加者を登録したい', 'add a person', 'Add somebody to Aoba'])('is none in %s', (text) =>
    expect(newPersonIn(text)).toBeNull(),
  );
});
