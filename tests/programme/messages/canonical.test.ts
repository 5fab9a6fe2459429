/** Comparing text as people write and type it: what is the same to a reader is the same to the app. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalText,
  composed,
  identifierText,
  katakana,
  type Sought,
  sameText,
  searchForm,
  soughtIn,
  withoutInvisible,
} from '../../../programme/messages/canonical.js';

const person = ['𠮷田 花子', 'Yoshida Hanako', 'ヨシダ ハナコ', 'hana@one.example'];
const company = ['株式会社ガーデンテック', 'Garden Tech Co., Ltd.', 'ガーデンテック'];

function found(stored: string, sought: Sought): boolean {
  return sought.every((choices) => choices.some((word) => stored.includes(word)));
}

function finds(texts: readonly string[], typed: string): boolean {
  const stored = searchForm(texts);
  const { exact, loose } = soughtIn(typed);
  return found(stored, exact) || found(stored, loose);
}

describe('one text written in two ways', () => {
  it.each([
    ['株式会社青葉', '㈱青葉'],
    ['青葉(株)', '青葉株式会社'],
    ['青葉(有)', '青葉 有限会社'],
    ['\uFA1B田', '福田'],
    ['葛\u{E0100}城', '葛城'],
    ['髙橋 \uFA11', '高橋\u3000崎'],
    ['𠮷田', '吉田'],
    ['渡邉', '渡辺'],
    ['ガーデン', 'カ\u3099ーテ\u3099ン'],
    ['ガーデン', 'カ゛ーテ゛ン'],
    ['ｶﾞｰﾃﾞﾝ', 'がーでん'],
    ['みすゞ', 'ミスズ'],
    ['いすゞ', 'イスヾ'],
    ['佐々木', '佐佐木'],
    ['MSM\u22121', 'msm-1'],
    ['Jean\u2010Luc Müller\u2013Sato', 'Jean-Luc Muller-Sato'],
    ['エヌ\u2010テック', 'エヌ-テック'],
    ['José', 'Jose'],
    ['見本\u200B 一郎\u200E', '見本一郎'],
    ['Momotaro Electronics Co., Ltd.', 'ＭＯＭＯＴＡＲＯ electronics co.,ltd'],
  ])('%s and %s are the same', (one, other) => {
    expect(sameText(one, other)).toBe(true);
  });

  it.each([
    ['斎藤', '斉藤'],
    ['青葉電子', '青葉工業'],
    ['サトウ', 'サトミ'],
    ['株式会社青葉', '有限会社青葉'],
    ['★', '☆'],
    ['カ', 'ガ'],
  ])('%s and %s are not', (one, other) => {
    expect(sameText(one, other)).toBe(false);
  });

  it('has one form that does not change any more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
    );
  });
});

describe('what is stored', () => {
  it('loses what nobody sees, and keeps the form of a letter', () => {
    expect(withoutInvisible('\u200E見\u200B本\u202C 葛\u{E0100}\u00AD')).toBe('見本 葛\u{E0100}');
  });

  it('has its letters in one piece, compatibility ideographs as they were typed', () => {
    expect(composed('カ\u3099ーテ\u3099ン Jose\u0301 \uFA1B')).toBe('ガーデン José \uFA1B');
  });

  it('has readings in katakana, with the marks that repeat a letter', () => {
    expect(katakana('かねこ みすゞ')).toBe('カネコ ミスヾ');
    expect(katakana('ﾊﾟﾊﾟゝ')).toBe('パパヽ');
  });

  it.each([
    'MSM\u30FC1',
    'MSM\u22121',
    'MSM\u20101',
    'MSM\u20111',
    'MSM\u20131',
    'MSM\u20141',
    'ＭＳＭ－１',
    '\u200BMSM-1 ',
  ])('has %s as MSM-1', (typed) => {
    expect(identifierText(typed)).toBe('MSM-1');
  });
});

describe('a person who is searched', () => {
  it.each([
    '𠮷田 花子',
    '𠮷田花子',
    '吉田\u3000花子',
    '吉田',
    'よしだ',
    'ﾖｼﾀﾞ',
    'ヨシタ\u3099 ハナコ',
    'yoshida',
    'Hanako Yoshida',
    'YOSIDA',
    'Yōshida',
    'hana@one.example',
    '吉田さん',
    '花子様',
    '𠮷田 花子(株式会社ガーデンテック)',
    'Yoshida Hanako (Garden Tech Co., Ltd.)',
    'ガーデンテック(株)',
    '㈱ガーデンテック',
    'ガーデンテック株式会社',
    'がーでんてっく',
    'ガデンテック',
    'gadentekku',
  ])('is found by %s', (typed) => {
    expect(finds([...person, ...company], typed)).toBe(true);
  });

  it.each(['サトウ', 'サトー', 'さとう', 'satou', 'satoh', 'Satō', 'sato'])('is found by the reading %s', (typed) => {
    expect(finds(['佐藤', 'サトウ'], typed)).toBe(true);
  });

  it.each([
    ['シンバシ', 'Shimbashi'],
    ['ジュンイチ', "Jun'ichi"],
    ['チバ', 'Tiba'],
    ['フジ', 'Huzi'],
    ['イッチ', 'Itchi'],
    ['ヴァイオリン', 'ばいおりん'],
    ['オニガシマ 鬼ヶ島', '鬼ケ島'],
    ['斎藤', '斉藤'],
  ])('with %s is found by %s', (stored, typed) => {
    expect(finds([stored], typed)).toBe(true);
  });

  it.each(['鈴木', '𠮷田 太郎', 'yoshino', 'すずき', '青葉'])('is not found by %s', (typed) => {
    expect(finds([...person, ...company], typed)).toBe(false);
  });

  it('is found by each text exactly as it is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme' }), (name, other) => {
        expect(found(searchForm([other, name]), soughtIn(name).exact)).toBe(true);
      }),
    );
  });
});
