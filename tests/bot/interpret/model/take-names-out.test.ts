/** Names of people and companies go out of a sentence however they are written, words that only look like them stay, and all come back. */
import { describe, expect, it } from 'vitest';
import { namesOut, withNames } from '../../../../bot/interpret/model/take-names-out.js';
import type { PerhapsNamed } from '../../../../programme/model-use/names.sql.js';

const person = (nameJa: string, nameEn: string, reading: string): PerhapsNamed => ({
  ...{ kind: 'person', nameJa, nameEn, reading },
});
const named: readonly PerhapsNamed[] = [
  person('小鳥遊 あずさ', 'Azusa Takanashi', 'たかなし あずさ'),
  person('森 一', 'Hajime Mori', 'もり はじめ'),
  person('髙橋 實', 'Minoru Takahashi', 'たかはし みのる'),
  person('Anna Lee', 'Anna Lee', ''),
  { kind: 'company', nameJa: '株式会社青霧製作所', nameEn: 'Aogiri Works Co., Ltd.', reading: 'あおぎりせいさくしょ' },
];

describe('a sentence without names', () => {
  it.each([
    ['小鳥遊さんと森さんの二人', 'PERSON_1さんとPERSON_2さんの二人'],
    ['小鳥遊あずさ、小鳥遊 あずさ、たかなしさん', 'PERSON_2、PERSON_1、PERSON_3さん'],
    ['ﾀｶﾅｼさんと高橋部長', 'PERSON_1さんとPERSON_2部長'],
    ['髙橋実も', 'PERSON_1も'],
    ['Please add azusa takanashi and Ms. Takahashi', 'Please add PERSON_1 and Ms. PERSON_2'],
    ['Lee, Anna', 'PERSON_2, PERSON_1'],
    ['株式会社青霧製作所の者が(株)青霧製作所から', 'COMPANY_1の者が(株)COMPANY_2から'],
    ['ＡＯＧＩＲＩ  ＷＯＲＫＳ', 'COMPANY_1'],
    ['azusa@aogiri.example か 03-1234-5678 へ', 'EMAIL_1 か PHONE_2 へ'],
  ])('%s', (words, sent) => {
    const { takeOut } = namesOut(named);
    expect(takeOut(words)).toBe(sent);
  });

  it.each([
    '森林の研修は11月7日 15:30-17:00 です',
    '2024-11-07 の MSM-1 に 2 名',
    'a slee-py morning at the works canteen, hajimemashite',
    '一度だけ、はじまりの時刻を',
  ])('leaves %j as it is', (words) => {
    expect(namesOut(named).takeOut(words)).toBe(words);
  });

  it('gets them back in what it led to, in lists too, and nothing in what only looks like a stand-in', () => {
    const { takeOut, putBack } = namesOut(named);
    expect(takeOut('小鳥遊さんとazusa@aogiri.exampleへ')).toBe('PERSON_2さんとEMAIL_1へ');
    const input = { named: 'PERSON_2さん', notes: ['EMAIL_1', 'PERSON_9'], count: 2, sure: true };
    expect(putBack(input)).toEqual({
      ...{ named: '小鳥遊さん', notes: ['azusa@aogiri.example', 'PERSON_9'], count: 2, sure: true },
    });
    expect(takeOut('また小鳥遊さん'), 'the same stand-in for the same name').toBe('またPERSON_2さん');
  });

  it('has a name within no other’s stand-in, whatever people are called', () => {
    const odd = [person('PERSON', 'Person', ''), person('1', '1 Company', ''), ...named];
    const { takeOut, putBack } = namesOut(odd);
    const words = 'person と 小鳥遊さん と Company';
    expect(putBack({ words: takeOut(words) })).toEqual({ words });
  });

  it('is the sentence itself where names may go', () => {
    expect(withNames.takeOut('小鳥遊さん')).toBe('小鳥遊さん');
    expect(withNames.putBack({ named: 'PERSON_1' })).toEqual({ named: 'PERSON_1' });
  });
});
