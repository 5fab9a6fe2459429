/** Where a sentence speaks of what was shown before is found; what only looks like it is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../bot/interpret/examples/read-examples.js';
import { referencesIn } from '../../../bot/interpret/refer.js';
import { enWish, jaQuestion, jaRefusedRegistration, jaWish } from './generated-sentences.js';

/** As the words that refer, what they count to, and what stands with them. */
const found = (text: string) =>
  referencesIn(text.normalize('NFKC')).map(({ start, end, position, kind }) => [
    text.normalize('NFKC').slice(start, end),
    position,
    kind,
  ]);

describe('an order', () => {
  it.each([
    ['2番目のに参加します', '2番目の', 2, null],
    ['２番目のセミナーに申し込みたい', '2番目のセミナー', 2, 'session'],
    ['二つ目でお願いします', '二つ目', 2, null],
    ['3件目を見せて', '3件目', 3, null],
    ['1番でお願いします', '1番', 1, null],
    ['最初の枠を取ってください', '最初の枠', 1, 'slot'],
    ['最後のをお願いします', '最後の', 'last', null],
    ['the second one, online please', 'the second one', 2, null],
    ['yes, the second', 'the second', 2, null],
    ['book the first one', 'the first one', 1, null],
    ['I will take the 3rd option', 'the 3rd option', 3, null],
    ['the last of these', 'the last of these', 'last', null],
    ['#2 please', '#2', 2, null],
    ['cancel the second consultation', 'the second consultation', 2, 'booking'],
  ])('%s', (text, words, position, kind) => {
    expect(found(text)).toEqual([[words, position, kind]]);
  });
});

describe('a pronoun', () => {
  it.each([
    ['それをキャンセルして', 'それ', null],
    ['それ、オンラインで参加します', 'それ', null],
    ['その件、取り消してください', 'その件', null],
    ['この相談を取り消したい', 'この相談', 'booking'],
    ['さっきの個別相談', 'さっきの個別相談', 'booking'],
    ['先ほどのセミナーに参加します', '先ほどのセミナー', 'session'],
    ['これを取り下げます', 'これ', null],
    ['そちらを欠席にしてください', 'そちら', null],
    ['cancel it', 'it', null],
    ['move that one to 3 pm', 'that one', null],
    ['please cancel that', 'that', null],
    ['put this in my calendar', 'this', null],
    ['could that be moved to Friday?', 'that', null],
    ['I will attend the same session', 'the same session', 'session'],
    ['withdraw this draft', 'this draft', 'draft'],
  ])('%s', (text, words, kind) => {
    expect(found(text)).toEqual([[words, null, kind]]);
  });
});

describe('none', () => {
  it.each([
    'それでは、よろしくお願いします',
    'それから、資料もください',
    'それぞれの会社に送ってください',
    'その他の質問',
    'その後いかがでしょうか',
    'この度はありがとうございます',
    'この機会に参加します',
    'これからよろしくお願いします',
    'これまでの記録',
    'どこの会社が止まっていますか',
    '第2回に参加します',
    '最初に何をすればいいですか',
    '議題の2番目を直したい',
    '同じ会社の方が参加します',
    '同じ時間にお願いします',
    'is it raining',
    'it is fine',
    'I can’t make it',
    'move it is easier',
    'ask our IT department',
    'not that one!',
    'We met this week',
    'that is all',
    'on the second of March',
    'postpone the seminar to the second',
    'the first day of the programme',
    'answer: we will look into it',
    '「その件は来週」と返信してください',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('stands in few of the sentences that were said without anything shown before', () => {
  const alone = readExamples().filter(({ before }) => before === undefined);
  const referring = alone.filter(({ say }) => found(say).length > 0);
  expect(referring.length / alone.length).toBeLessThan(0.025);
});

it('stands in most of those that depend on what was shown', () => {
  const told = readExamples().filter(({ before }) => before !== undefined);
  expect(told.filter(({ say }) => found(say).length > 0).length / told.length).toBeGreaterThan(0.6);
});

describe('is none in a sentence that names its session', () => {
  it.each([
    ['a Japanese wish', jaWish],
    ['an English wish', enWish],
    ['a Japanese question', jaQuestion],
    ['a Japanese refusal', jaRefusedRegistration],
  ])('%s', (_, sentences) => {
    fc.assert(
      fc.property(sentences, (said) => {
        expect(found(said), said).toEqual([]);
      }),
    );
  });
});
