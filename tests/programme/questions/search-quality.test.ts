/** How well the FAQ is found by words that its entries do not hold: right among the first three in 95 of 100. */
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../programme/questions/faq/search-faq.js';
import { tokensOf } from '../../../programme/questions/faq/tokens.js';
import { faqEntries } from './faq-entries.js';
import { faqQueries, furtherQueries } from './faq-queries.js';

const index = indexOf(faqEntries);

it('finds the right entry among the first three in at least 95 % of the labelled queries', () => {
  expect(faqQueries).toHaveLength(30);
  const missed = faqQueries.flatMap(([language, query, entry]) => {
    const found = index.search(query, { language }).map(({ id }) => id);
    return found.slice(0, 3).includes(entry) ? [] : [{ query, entry, found: found.slice(0, 3) }];
  });
  expect(1 - missed.length / faqQueries.length, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.95);
});

it('finds the right entry among the first three in at least 90 % of further ones, to which nothing was fitted', () => {
  const right = furtherQueries.filter(([language, query, entry]) =>
    index
      .search(query, { language })
      .slice(0, 3)
      .some(({ id }) => id === entry),
  );
  expect(right.length / furtherQueries.length).toBeGreaterThanOrEqual(0.9);
});

it('needs what it does: by plain words alone fewer are found (the control)', () => {
  const plain = (text: string) => new Set(text.toLowerCase().split(/[\s?、。？]+/));
  const right = faqQueries.filter(([, query, entry]) => {
    const asked = plain(query);
    const scored = faqEntries
      .map(({ id, ...texts }) => ({
        id,
        score: [...plain(Object.values(texts).join(' '))].filter((word) => asked.has(word)).length,
      }))
      .toSorted((one, other) => other.score - one.score);
    return scored.slice(0, 3).some(({ id, score }) => id === entry && score > 0);
  });
  expect(right.length / faqQueries.length).toBeLessThan(0.8);
});

it('finds in a list what shares a tenth of what is sought, and asks for three tenths before it answers for a question', () => {
  const sought = '取締役会の承認について、昨日の会議で同僚から聞いた話の詳細を至急確認したい';
  const ids = (share?: number) =>
    index.search(sought, { language: 'ja', ...(share !== undefined && { share }) }).map(({ id }) => id);
  expect(ids()).toContain('approval');
  expect(ids().length).toBeGreaterThan(ids(0.3).length);
  expect(ids(0).length).toBeGreaterThan(ids().length);
});

describe('what has nothing to do with it', () => {
  it.each(['こんにちは', 'ですか', 'hello', 'the of and', '', '   ', '🙂', '今日の天気', 'pizza toppings'])(
    'finds nothing for “%s”',
    (words) => {
      expect(index.search(words, { language: 'ja', share: 0.3 })).toEqual([]);
    },
  );
});

it('compares in one form: full width, case, and compatibility letters', () => {
  expect(tokensOf('ＰＤＦ ㈱ ﾃﾝﾌﾟﾚｰﾄ')).toEqual(tokensOf('pdf (株) テンプレート'));
  expect(tokensOf('青葉電子')).toEqual(expect.arrayContaining(['青葉', '葉電', '電子']));
  expect(index.search('ＰＤＦ', { language: 'ja' }).map(({ id }) => id)).toContain('format');
});

it('takes the longest text that anybody can send, and a thousand entries', () => {
  const many = Array.from({ length: 32 }, (_, round) =>
    faqEntries.map((entry) => ({ ...entry, id: `${entry.id}-${round}` })),
  );
  const found = indexOf(many.flat()).search('取締役会の承認'.repeat(300), { language: 'ja' });
  expect(found[0]?.id).toMatch(/^approval-/);
});
