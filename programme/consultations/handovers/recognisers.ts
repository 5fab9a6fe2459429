/** How people ask for the actions about handing over without naming them. */
import type { Recogniser } from '../../requests/recogniser.js';
import { dayWords, spokenDayIn } from '../spoken-day.js';

export const handOverRecogniser: Recogniser = {
  sayings: [
    /(?:相談|予約|担当)を(?:ほかの|他の|別の)?(?:人|方|先生|アドバイザー)?[へに]?(?:引き?継|代わって|交代)[^ ]*/,
    /\bhand (?:over )?(?:a|my|the|this) (?:consultation|booking)\b.*/,
  ],
  examples: [
    { say: '相談を引き継いでほしい' },
    { say: 'I want to hand over my consultation' },
    { say: 'hand my consultation to a colleague' },
  ],
};

/** Of oneself: a colleague who is ill is another matter. */
const ofOneself = '(?<!(?:先生|さん|氏|様)(?:が|は|も).*)';
const ill = '(?:体調不良|体調(?:が|を)(?:悪|崩|すぐれ)|(?:高?熱|咳)が|発熱|病気|風邪|インフル|具合が悪)';
const held = '(?:consultations?|appointments?|bookings?|hours)';

export const awayRecogniser: Recogniser = {
  sayings: [
    new RegExp(`${ofOneself}${ill}[^ ]*(?:相談|休|です|ので|のため)[^ ]*`),
    /相談を(?:全部|すべて|まとめて)?(?:休み|休む|休ませ)[^ ]*/,
    new RegExp(`\\b(?:i am|i'm|im|i feel|feeling) (?:[a-z]+ )?(?:ill|sick|unwell)\\b(?:.*\\b${held}\\b)?`),
    /\b(?:move|clear|rearrange) all (?:of )?(?:my )?consultations\b/,
    /^(?:(?:sorry|hi|hello|i am|i'm|im|i will be|i'll be|calling in) )*(?:(?:out|off) (?:sick|ill)|sick|ill) (?:today|tomorrow|on)\b/,
    /\b(?:i am|i'm|im|i will be|i'll be|i have to be) (?:away|off|out|absent)(?: sick)? (?:today|tomorrow|on|next|the day after)\b/,
    /\b(?:take|taking|need) (?:[a-z]+day|today|tomorrow|the day) off\b/,
    new RegExp(`${ofOneself}(?:終日)?不在(?:です|にし|になり|にな|し|の予定|と)[^ ]*`),
  ],
  refusals: [
    new RegExp(
      `${ofOneself}(?:相談[^ ]*)?(?:対応|お?受け(?:すること(?:が|は))?)(?:が|は)?(?:でき|出来|いたしかね|致しかね|しかね)`,
    ),
    new RegExp(
      `\\b(?:not|cannot|cant|can't|unable to|won't)(?: be able to| able to)? (?:hold|take|give|do|keep)\\b.*\\b${held}\\b`,
    ),
  ],
  // To advisers, who register for no session and cancel nothing by themselves, a day on which they cannot come is a day off.
  insteadOf: ({ action, mayTake }, { said, text }) =>
    ownDay.has(action) &&
    !mayTake &&
    !ofSession.test(said) &&
    !ofAnother.test(said) &&
    Object.keys(spokenDayIn(text)).length > 0,
  possible: true,
  read: ({ text }) => spokenDayIn(text),
  uses: dayWords,
  examples: [
    { say: '体調不良のため相談を休みます' },
    { say: 'Please move all my consultations' },
    { say: 'I am ill tomorrow', input: { spokenDay: '+1' } },
    { say: '3月4日は体調不良で対応できません', input: { spokenDay: '3-4' } },
    { say: 'out sick today', input: { spokenDay: '+0' } },
    { say: 'away 2025-02-04', input: { spokenDay: '2025-02-04' } },
    { say: 'I cannot hold my consultations on Tuesday', input: { spokenDay: 'w2' } },
    { say: 'I am sick from tomorrow until Friday', input: { severalDays: true } },
  ],
  counterExamples: ['佐伯先生は体調不良ですか', 'Saeki is out sick today', '明日休みます'],
};

const ownDay: ReadonlySet<string> = new Set([
  ...['session.decline', 'session.cancel', 'consultation.cancel', 'consultation.move'],
]);

/** Somebody else is the subject: by title in Japanese, in English by there being no I. */
const ofAnother =
  /(?:先生|さん|氏|様|企業|会社)(?:が|は|も)|^(?!.*(?:[ぁ-んァ-ヶ一-龠]|\b(?:i|i'm|im|i'll|we|my)\b|^(?:can't|cannot|not|cancel|please)\b))/;

const ofSession = /セミナー|ワークショップ|会合|\b(?:seminar|workshop|session|meeting)s?\b|[a-z0-9]-\d+(?![\d-])/;
