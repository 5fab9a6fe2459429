/** Puts what a real Teams client says in English into the page's language. */
import type { Done } from '../../command.js';
import type { Language } from '../../protocol.js';

/** The stand-in's sentences: those of the client that we know, each with its Japanese. */
const sentences: Readonly<Record<string, string>> = {
  'Something went wrong. Please try again.': '問題が発生しました。もう一度お試しください。',
  'Unable to reach app. Please try again.': 'アプリに接続できません。もう一度お試しください。',
  'This field is not filled in correctly.': '入力内容が正しくありません。',
};

const notSent = 'Not sent. ';

/** What to show of `Done.error`; a sentence that is not known stays as it is. */
export function sayError(error: NonNullable<Done['error']>, language: Language): string {
  if (typeof error !== 'string') return error[language];
  if (language === 'en') return error;
  if (!error.startsWith(notSent)) return sentences[error] ?? error;
  const lines = error
    .slice(notSent.length)
    .split('; ')
    .map((line) => {
      const known = Object.entries(sentences).find(([sentence]) => line.endsWith(sentence));
      return known ? `${line.slice(0, -known[0].length)}${known[1]}` : line;
    });
  return `送信していません。${lines.join('、')}`;
}
