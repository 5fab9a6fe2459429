/** Sentences are ranked by what they have in common with known ones. */
import { expect, it } from 'vitest';
import { featuresOf } from '../../../../bot/interpret/rank/features.js';
import { learn } from '../../../../bot/interpret/rank/ranker.js';

const ranker = learn([
  { say: '11月7日のセミナーに会場で参加します', meaning: 'register' },
  { say: 'ワークショップに出席させていただきます', meaning: 'register' },
  { say: 'I would like to come to the workshop', meaning: 'register' },
  { say: '個別相談を予約したいのですが', meaning: 'consult' },
  { say: '先生に相談できる時間はありますか', meaning: 'consult' },
  { say: 'Could I talk to my adviser next week?', meaning: 'consult' },
  { say: '方針の原稿を送ります', meaning: 'submit' },
  { say: 'Here is the draft of our policy', meaning: 'submit' },
]);

it.each([
  ['セミナー、会場で出ます', 'register'],
  ['相談の時間をとってください', 'consult'],
  ['方針の原稿です。ご確認ください', 'submit'],
  ['i want to talk with our advisor', 'consult'],
  ['heres our policy draft', 'submit'],
])('%s', (text, meaning) => {
  expect(ranker.rank(text)[0]?.meaning).toBe(meaning);
});

it('gives a sentence that it knows as that sentence, and what has nothing in common nothing', () => {
  const [first] = learn([{ say: '個別相談を予約したい', meaning: 'consult' }]).rank('個別相談を予約したい!');
  expect(first?.nearest).toBe('個別相談を予約したい');
  expect(first?.likeness).toBeGreaterThan(0.7);
  expect(ranker.rank('ξξξ')).toEqual([]);
  expect(ranker.rank('')).toEqual([]);
  expect(learn([]).rank('個別相談')).toEqual([]);
});

it('ranks only what can be meant', () => {
  const ranked = ranker.rank('方針の原稿を送ります', (meaning) => meaning !== 'submit');
  expect(ranked.map(({ meaning }) => meaning)).not.toContain('submit');
  expect(ranked.map(({ likeness }) => likeness)).toEqual(
    ranked.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
  );
});

it('does not compare by courtesy, width, case or which number it is', () => {
  expect(featuresOf('お世話になっております。ＭＳＭ－１の会場を教えてください。よろしくお願いいたします。')).toEqual(
    featuresOf('msm-2の会場を教えて'),
  );
  expect(featuresOf('Please send 3 copies')).toEqual(featuresOf('send 12 copies'));
});

it('reads a text of the greatest length', () => {
  expect(ranker.rank('あ'.repeat(100_000))).toEqual([]);
  expect(ranker.rank('a'.repeat(100_000))).toEqual([]);
});
