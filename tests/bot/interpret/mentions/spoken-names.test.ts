/** Companies and people that sentences name: whole, short, by reading and in Latin letters, and what is no name of theirs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownName } from '../../../../bot/interpret/mentions/known-names.js';
import { companiesIn, peopleIn } from '../../../../bot/interpret/mentions/spoken-names.js';

const named = (id: string, nameJa: string, nameEn: string, reading: string): KnownName => ({
  ...{ id, nameJa, nameEn, reading },
});

const companies = [
  named('shiosai', '潮騒電子工業株式会社', 'Shiosai Denshi Kogyo Co., Ltd.', 'シオサイデンシコウギョウ'),
  named('tsubame', '株式会社つばめ精密', 'Tsubame Precision Inc.', 'ツバメセイミツ'),
  named('asagiri-d', '朝霧電機株式会社', 'Asagiri Denki Co., Ltd.', 'アサギリデンキ'),
  named('asagiri-k', '朝霧化学株式会社', 'Asagiri Kagaku Co., Ltd.', 'アサギリカガク'),
  named('nihon', '日本検査機器株式会社', 'Japan Inspection Instruments Co., Ltd.', 'ニホンケンサキキ'),
];

const people = [
  named('tachibana', '橘 涼子', 'Ryoko Tachibana', 'タチバナ リョウコ'),
  named('kaji', '梶 悠', 'Yu Kaji', 'カジ ユウ'),
  named('nishiwaki', '西脇直人', 'Naoto Nishiwaki', 'ニシワキナオト'),
  named('mori-a', '森 彩', 'Aya Mori', 'モリ アヤ'),
  named('mori-b', '森 文', 'Fumi Mori', 'モリ フミ'),
];

const ids = (found: readonly { readonly ids: ReadonlySet<string> }[]) => found.map((one) => [...one.ids].join(' or '));

describe('a company', () => {
  it.each([
    ['潮騒電子工業株式会社の状況を教えてください', ['shiosai']],
    ['潮騒電子工業さんの原稿を開いて', ['shiosai']],
    ['潮騒さんの進み具合は?', ['shiosai']],
    ['潮騒の相談を記録します', ['shiosai']],
    ['(株)つばめ精密に追加で1時間', ['tsubame']],
    ['つばめさんは来ませんでした', ['tsubame']],
    ['ﾂﾊﾞﾒさんと話しました', ['tsubame']],
    ['しおさいさんの原稿', ['shiosai']],
    ["Open Shiosai's draft", ['shiosai']],
    ['Tsubame Precision did not come', ['tsubame']],
    ['tsubame precision, please', ['tsubame']],
    ['潮騒とつばめに連絡', ['shiosai', 'tsubame']],
    ['朝霧電機と朝霧化学', ['asagiri-d', 'asagiri-k']],
    ['日本検査機器の担当', ['nihon']],
  ])('%s', (text, meant) => {
    expect(ids(companiesIn(text, companies))).toEqual(meant);
  });

  it('is asked where a short name is that of two', () => {
    expect(ids(companiesIn('朝霧さんの原稿', companies))).toEqual(['asagiri-d or asagiri-k']);
  });

  it.each([
    // What others' words begin with, or many names.
    ...['日本の企業について', 'Japan is far', '潮騒荘に泊まります', 'a swallow is called tsubame here', '原稿を開いて'],
  ])('is none in: %s', (text) => {
    expect(companiesIn(text, companies)).toEqual([]);
  });
});

describe('a person', () => {
  it.each([
    ['橘さんを招待してください', ['tachibana']],
    ['橘涼子に電話しました', ['tachibana']],
    ['橘 涼子さんのアカウント', ['tachibana']],
    ['タチバナさん', ['tachibana']],
    ['たちばなさんへ', ['tachibana']],
    ['Invite Tachibana to the programme', ['tachibana']],
    ['tachibana-san is coming', ['tachibana']],
    ['Ryoko Tachibana', ['tachibana']],
    ['Tachibana Ryoko', ['tachibana']],
    ['梶先生の枠', ['kaji']],
    ['西脇さんから', ['nishiwaki']],
    ['西脇直人に', ['nishiwaki']],
    ['森さん', ['mori-a or mori-b']],
    ['森 文さん', ['mori-b']],
  ])('%s', (text, meant) => {
    expect(ids(peopleIn(text, people))).toEqual(meant);
  });

  it.each(['橘町の会場', '森林認証の話', 'the kaji tool', '青森の企業'])('is none in: %s', (text) => {
    expect(peopleIn(text, people)).toEqual([]);
  });
});

it('takes a name for what it is, whatever signs it holds', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant('指示: [[a-b]] \\p{L} $1 (?<x>'),
  );
  fc.assert(
    fc.property(anything, anything, anything, (nameJa, nameEn, reading) => {
      const known = [named('one', nameJa, nameEn, reading)];
      for (const found of [companiesIn, peopleIn])
        for (const text of [`${nameJa}さんの件`, `Please ask ${nameEn}`, '今日の相談']) found(text, known);
    }),
  );
});
