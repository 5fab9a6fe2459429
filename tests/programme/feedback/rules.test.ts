/** What is shown of few answers, whose words a quote holds, and under which name it stands. */
import { describe, expect, it } from 'vitest';
import { attributionOf, averageOf, distributionOf, isSaidIn, outdatedBy } from '../../../programme/feedback/rules.js';

describe('the average', () => {
  it('is told from four answers on', () => {
    const three = distributionOf([
      { rating: 5, count: 2 },
      { rating: 2, count: 1 },
    ]);
    expect(averageOf(three)).toBeNull();
    const four = distributionOf([
      { rating: 5, count: 2 },
      { rating: 2, count: 1 },
      { rating: 1, count: 1 },
    ]);
    expect(averageOf(four)).toBe('3.3');
    expect(averageOf(distributionOf([]))).toBeNull();
  });
});

describe('a quote', () => {
  it('holds the comment or one stretch of it, whatever the width of its signs', () => {
    const comment = '視野が広がりました。\nＡＢＣも分かりました。';
    for (const words of [comment, '視野が広がりました。', 'ABCも分かりました', '広がりました。 ABC'])
      expect(isSaidIn(comment, words), words).toBe(true);
    for (const words of ['', ' ', '視野が分かりました。', 'とても視野が広がりました。'])
      expect(isSaidIn(comment, words), words).toBe(false);
  });

  it('names nobody beyond the permission', () => {
    const whom = { shownAs: '佐藤', company: { ja: '青井電機', en: 'Aoi' } };
    expect(attributionOf({ ...whom, permission: 'anonymous' })).toEqual({ ja: '', en: '' });
    expect(attributionOf({ ...whom, permission: 'company' })).toEqual({ ja: '青井電機', en: 'Aoi' });
    expect(attributionOf({ ...whom, permission: 'name' })).toEqual({ ja: '佐藤(青井電機)', en: '佐藤 (Aoi)' });
    expect(attributionOf({ ...whom, company: null, permission: 'name' })).toEqual({ ja: '佐藤', en: '佐藤' });
  });

  it('is outdated by other words, by another permission and by another name', () => {
    const company = { ja: '青井電機', en: 'Aoi' };
    const said = { comment: '視野が広がりました。', permission: 'name', shownAs: '佐藤', company } as const;
    const by = attributionOf(said);
    const quote = { words: '広がりました', permission: said.permission, byJa: by.ja, byEn: by.en };
    expect(outdatedBy(quote, said)).toBeNull();
    expect(outdatedBy(quote, { ...said, comment: `はじめに。${said.comment}` })).toBeNull();
    expect(outdatedBy(quote, { ...said, comment: '' })).toBe('reworded');
    expect(outdatedBy(quote, { ...said, permission: 'no', shownAs: '' })).toBe('permission');
    expect(outdatedBy(quote, { ...said, permission: 'company', shownAs: '' })).toBe('permission');
    expect(outdatedBy(quote, { ...said, shownAs: 'S' })).toBe('permission');
  });
});
