/** Proves that what the client says of trouble can be read on either page. */
import { describe, expect, it } from 'vitest';
import { sayError } from '../../../../page/browser/teams/client-sentences.js';

describe('an error', () => {
  it.each([
    ['Something went wrong. Please try again.', '問題が発生しました。もう一度お試しください。'],
    ['Unable to reach app. Please try again.', 'アプリに接続できません。もう一度お試しください。'],
    [
      'Not sent. 氏名: 必須項目です。; 日付: This field is not filled in correctly.',
      '送信していません。氏名: 必須項目です。、日付: 入力内容が正しくありません。',
    ],
    ['this client does not know Action.Http', 'this client does not know Action.Http'],
  ])('%s', (sentence, japanese) => {
    expect(sayError(sentence, 'ja')).toBe(japanese);
    expect(sayError(sentence, 'en')).toBe(sentence);
  });

  it('has words of the playground itself in both languages', () => {
    expect(sayError({ ja: 'ありません', en: 'gone' }, 'ja')).toBe('ありません');
    expect(sayError({ ja: 'ありません', en: 'gone' }, 'en')).toBe('gone');
  });
});
