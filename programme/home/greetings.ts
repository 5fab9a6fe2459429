/** How people begin who have not said yet what they want: the menu answers them. */
import type { Recogniser } from '../requests/recogniser.js';

const japanese = [
  'おはよう(?:ございます)?',
  'こんにち[はわ]',
  'こんばん[はわ]',
  '(?:はじめ|初め)まして',
  '(?:いつも ?)?(?:大変 ?)?お世話に(?:なっ(?:ております|ています|てます)|なります)',
  'お疲れ(?:様|さま)(?:です|でございます)?',
  'もしもし',
  'テスト(?:です)?',
].join('|');
/** After a greeting; by itself it ends what was said before. */
export const regards =
  '(?:(?:どうぞ|何卒|今後とも|では|それでは) ?)*(?:よろしく|宜しく)(?: ?お(?:願い|ねがい)(?:します|いたします|致します|申し上げます))?';
const english = [
  '(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|team))?',
  '(?:nice|pleased|glad) to meet you',
  'how are you',
  'test(?:ing)?|ping',
].join('|');

const whole = new RegExp(
  `^(?:(?:${japanese}|${english})[ー~〜]* ?)+(?:[^ ]{1,12}と(?:申|もう)します ?)?(?:${regards})?$`,
  'u',
);

export const greetingRecogniser: Recogniser = {
  alone: ({ said, text }) =>
    whole.test(said) || (said === '' && !/\p{Extended_Pictographic}/u.test(text)) ? {} : null,
  examples: [
    'おはようございます',
    'お世話になっております。',
    'いつもお世話になっております。よろしくお願いいたします。',
    'はじめまして、秋山と申します。どうぞよろしくお願いいたします。',
    'お疲れ様です',
    'Good morning!',
    'Hey there',
    'Hello, nice to meet you.',
    'test',
  ].map((say) => ({ say })),
  counterExamples: [
    'よろしくお願いします',
    'お世話になっております。MSM-1は欠席します',
    'おはようございます。締切はいつですか',
    'こんにちは、MSM-1は欠席です',
    'Good morning, please register me for MSM-1 online',
    'よろしくお願いします。オンラインに変更してください',
  ],
};
