/** The concepts of a sentence: found in either language, in their order, and not within other words. */
import { expect, test } from 'vitest';
import { conceptReader, readLexicon } from '../../../../bot/interpret/rank/concepts.js';

const conceptsOf = conceptReader({
  session: { ja: ['ワークショップ', '回'], en: ['workshop-'] },
  cancel: { ja: ['キャンセル', '取り消'], en: ['cancel-', 'call off'] },
  waitlist: { ja: ['キャンセル待ち'], en: ['waiting list'] },
  enable: { ja: ['オン'], en: ['on'] },
  online: { ja: ['オンライン'], en: ['online'] },
  stop: { ja: ['とめ'], en: ['stop'] },
});

test('finds the words of either language, in the order of the sentence', () => {
  expect(conceptsOf('ワークショップをキャンセルしたい')).toEqual(['session', 'cancel']);
  expect(conceptsOf('Cancelling both workshops')).toEqual(['cancel', 'session']);
  expect(conceptsOf('CALL OFF the workshop')).toEqual(['cancel', 'session']);
});

test('finds katakana written in hiragana, in half width or without its long vowels', () => {
  expect(conceptsOf('わーくしょっぷをきゃんせる')).toEqual(['session', 'cancel']);
  expect(conceptsOf('ﾜｰｸｼｮｯﾌﾟ')).toEqual(['session']);
  expect(conceptsOf('ワクショップ')).toEqual(['session']);
});

test('finds nothing within another word', () => {
  expect(conceptsOf('オンラインで')).toEqual(['online']);
  expect(conceptsOf('おんらいんで')).toEqual(['online']);
  expect(conceptsOf('まおん')).toEqual([]);
  expect(conceptsOf('cone')).toEqual([]);
  expect(conceptsOf('キャンセル待ち')).toEqual(['waitlist']);
});

test('finds a word of Latin letters as a whole, with or without a plural', () => {
  expect(conceptsOf('stops')).toEqual(['stop']);
  expect(conceptsOf('stopper')).toEqual([]);
  expect(conceptsOf('workshopping')).toEqual(['session']);
});

test('finds what is no word: a date, an hour, a code, a question', () => {
  expect(conceptsOf('12/18 14:00')).toEqual(['#date', '#hour']);
  expect(conceptsOf('ＭＳＭ－１？')).toEqual(['#code', '#question']);
});

test('finds nothing in an empty sentence, and reads a very long one in bounded time', () => {
  expect(conceptsOf('')).toEqual([]);
  const started = performance.now();
  expect(conceptsOf('ワークショップ'.repeat(15_000)).length).toBeLessThan(1000);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('the lexicon of the programme names what people ask for in both languages', () => {
  const read = conceptReader(readLexicon());
  expect(read('個別相談を予約したい')).toContain('consultation');
  expect(read('I would like to book a consultation')).toEqual(expect.arrayContaining(['consultation', 'book']));
});
