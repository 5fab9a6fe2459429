/** How people ask for the actions about handing over without naming them. */

import type { Values } from '../../messages/message.js';
import type { Recogniser } from '../../requests/recogniser.js';
import { spokenDayIn } from '../spoken-day.js';

export const answerRecogniser: Recogniser = {
  sayings: [
    /(?:引き継ぎの|日時の)?(?:お願い|依頼)(?:を|に|への?)(?:返事|返答|回答|断|引き?受け|お受け)[^ ]*/,
    /\b(?:accept|decline|answer|refuse) (?:the |a |this |my )?(?:takeover |handover )?request\b|\b(?:open|pending) requests\b/,
  ],
  absorbs: ['session.decline', 'consultation.hand-over'],
  insteadOf: ({ action }, { said }) =>
    action === 'session.decline' && /\b(?:takeover |handover )?request\b/.test(said) && !/[a-z0-9]-\d/.test(said),
  uses: /\brequests?\b/gi,
  examples: [{ say: '引き継ぎのお願いに返事をしたい' }, { say: 'お願いを断りたい' }, { say: 'decline the request' }],
};

export const handOverRecogniser: Recogniser = {
  possible: true,
  sayings: [
    /(?:相談|予約|担当)を(?:ほかの|他の|別の)?(?:人|方|先生|アドバイザー)?[へに]?(?:引き?継|代わって|交代)[^ ]*/,
    /\bhand (?:over )?(?:a|my|the|this) (?:consultation|booking)\b.*/,
    /\b(?:give|pass) (?:a|my|the|this) (?:consultation|booking)\b.* to\b.*|\btake over (?:my|the|this) (?:consultation|booking)\b.*/,
    /(?:代わり|代理|交代)の(?:先生|アドバイザー|方)を?(?:探|見つけ|お願い)[^ ]*/,
  ],
  examples: [
    { say: '相談を引き継いでほしい' },
    { say: 'I want to hand over my consultation' },
    { say: 'hand my consultation to a colleague' },
    { say: 'Give my consultation to Saeki' },
    { say: 'Can somebody take over my consultation?' },
    { say: '代わりの先生を探してほしい' },
  ],
};

/** Of oneself: a colleague who is ill is another matter. */
const ofOneself = '(?<!(?:先生|さん|氏|様)(?:が|は|も).*)';
const ill =
  '(?:体調不良|体調(?:が|を)(?:悪|崩|すぐれ)|(?:高?熱|咳)(?:が|を)(?:出|あ|ひど)|発熱|病気|風邪|インフル|具合が悪)';
const held = '(?:consultations?|appointments?|bookings?|hours)';

/** An adviser is called 先生; what is over is a complaint and no plan. */
const ofAdviser = '([^ 、。のにはがも]{1,20})(?:先生|アドバイザー)(?:が|は|も|、)';
const away =
  '(?:お?休み|休む|休暇|休業|不在|体調|病気|発熱|熱|風邪|インフル|欠席|来られ|来れ|行けま|対応でき|相談[^ ]{0,4}でき)';
const adviserAway = new RegExp(`(?!.*(?:でした|なかった|休みました|欠席しました))${ofAdviser}.*${away}[^ ]*`);

/** A name by itself may be an adviser's: whether it is one is seen when it is looked up. */
const nobody =
  '(?:i|he|she|it|we|you|they|who|what|which|that|this|there|everyone|everybody|someone|somebody|nobody|anyone|company|adviser|advisor|session|meeting|one|hour|slot|booking|consultation)';
const somebodyAway = new RegExp(
  `^(?:please note |note that |sorry |hello |hi )*(?:the adviser |advisor |adviser )?(?:dr |mr |mrs |ms |prof(?:essor)? )?(?!${nobody}\\b)([a-z][a-z'-]*(?: (?!${nobody}\\b|will\\b|is\\b|has\\b|called\\b|cannot\\b)[a-z][a-z'-]*)?) (?:(?:is|will be|has to be|needs to be) (?:ill|sick|unwell|away|off|out|absent|(?:out|off) (?:sick|ill)|on (?:leave|holiday|vacation))|has called in sick|(?:cannot|can't|is unable to|won't) (?:hold|take|give|do|keep) .*\\bconsultations?)\\b`,
);

/** Which adviser is away, where it is not the one who writes. */
function awayOf(said: string): Values {
  const sought = (adviserAway.exec(said)?.[1] ?? somebodyAway.exec(said)?.[1] ?? '').trim();
  return sought === '' ? {} : { sought };
}

export const awayRecogniser: Recogniser = {
  sayings: [
    adviserAway,
    somebodyAway,
    new RegExp(`${ofOneself}${ill}[^ ]*(?:相談|休|です|ので|のため|ました|まし|た$|無理)[^ ]*`),
    /相談を(?:全部|すべて|まとめて)?(?:休み|休む|休ませ)[^ ]*/,
    new RegExp(`\\b(?:i am|i'm|im|i feel|feeling) (?:[a-z]+ )?(?:ill|sick|unwell)\\b(?:.*\\b${held}\\b)?`),
    /\b(?:move|clear|rearrange) all (?:of )?(?:my )?consultations\b/,
    /^(?:(?:sorry|hi|hello|i am|i'm|im|i will be|i'll be|calling in) )*(?:(?:out|off) (?:sick|ill)|sick|ill) (?:today|tomorrow|on)\b/,
    /\b(?:i am|i'm|im|i will be|i'll be|i have to be) (?:away|off|out|absent)(?: sick)? (?:today|tomorrow|on|next|the day after)\b/,
    /\b(?:take|taking|need) (?:[a-z]+day|today|tomorrow|the day) off\b/,
    /\bi(?: have|'ve got|'ve) (?:a fever|the flu|covid|a cold)\b|\b(?:i am|i'm|i will be|i'll be) on (?:holiday|leave|vacation)\b/,
    new RegExp(`${ofOneself}(?:終日)?不在(?:です|にし|になり|にな|し|の予定|と)[^ ]*`),
  ],
  refusals: [
    adviserAway,
    somebodyAway,
    new RegExp(
      `${ofOneself}(?:相談[^ ]*)?(?:対応|お?受け(?:すること(?:が|は))?)(?:が|は)?(?:でき|出来|いたしかね|致しかね|しかね)`,
    ),
    new RegExp(
      `\\b(?:not|cannot|cant|can't|unable to|won't)(?: be able to| able to)? (?:hold|take|give|do|keep)\\b.*\\b${held}\\b`,
    ),
  ],
  // To advisers, who register for no session and cancel nothing by themselves, a day on which they cannot come is a day off.
  insteadOf: ({ action, mayTake }, { said, text }) =>
    (action === 'session.decline' && adviserAway.test(said) && !ofSession.test(said)) ||
    (ownDay.has(action) &&
      !mayTake &&
      !ofSession.test(said) &&
      !ofAnother.test(said) &&
      Object.keys(spokenDayIn(text)).length > 0),
  possible: true,
  read: ({ text, said }) => ({ ...spokenDayIn(text), ...awayOf(said) }),
  readsDates: true,
  examples: [
    { say: '体調不良のため相談を休みます' },
    { say: 'Please move all my consultations' },
    { say: 'I am ill tomorrow', input: { spokenDay: '+1' } },
    { say: '3月4日は体調不良で対応できません', input: { spokenDay: '3-4' } },
    { say: 'out sick today', input: { spokenDay: '+0' } },
    { say: 'インフルエンザになりました' },
    { say: '熱が出ました' },
    { say: 'I have a fever' },
    { say: 'away 2025-02-04', input: { spokenDay: '2025-02-04' } },
    { say: 'away 十一月七日', input: { spokenDay: '11-7' } },
    { say: 'away from Tuesday the 18th onwards', input: { severalDays: true } },
    { say: 'I cannot hold my consultations on Tuesday', input: { spokenDay: 'w2' } },
    { say: 'I am sick from tomorrow until Friday', input: { severalDays: true } },
    { say: '佐伯先生が明日休みます', input: { spokenDay: '+1', sought: '佐伯' } },
    { say: '佐伯先生は3月4日お休みです', input: { spokenDay: '3-4', sought: '佐伯' } },
    { say: '佐伯先生が病気で明日の相談ができません', input: { spokenDay: '+1', sought: '佐伯' } },
    { say: 'Saeki is out sick today', input: { spokenDay: '+0', sought: 'saeki' } },
    { say: 'Ms Saeki will be away on 4 March', input: { spokenDay: '3-4', sought: 'saeki' } },
    { say: 'Saeki cannot hold her consultations tomorrow', input: { spokenDay: '+1', sought: 'saeki' } },
  ],
  counterExamples: ['佐伯先生は体調不良ですか', '佐伯先生が来ませんでした', 'Who is ill today?', '明日休みます'],
};

const ownDay: ReadonlySet<string> = new Set([
  ...['session.decline', 'session.cancel', 'consultation.cancel', 'consultation.move'],
]);

/** Somebody else is the subject: by title in Japanese, in English by there being no I. */
const ofAnother =
  /(?:先生|さん|氏|様|企業|会社)(?:が|は|も)|^(?!.*(?:[ぁ-んァ-ヶ一-龠]|\b(?:i|i'm|im|i'll|we|my)\b|^(?:can't|cannot|not|cancel|please)\b))/;

const ofSession = /セミナー|ワークショップ|会合|\b(?:seminar|workshop|session|meeting)s?\b|[a-z0-9]-\d+(?![\d-])/;
