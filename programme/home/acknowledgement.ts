/** What people send who only say that they have read something: one short line answers it. */
import type { Recogniser } from '../requests/recogniser.js';

const thumb = String.raw`(?:👍|👌|🙏|🙇|😊|🙂|✅|🆗|🙆|💪|🎉|❤️?|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|♂|♀|:(?:\+1|thumbsup|ok_hand|pray|bow|white_check_mark|tada|heart|slightly_smiling_face|smile)(?:::skin-tone-\d:?)?:?|\((?:y|like)\))`;
const japanese =
  '(?:了解|りょうかい|リョウカイ|りょ|承知|かしこまり|わかり|分かり|畏まり|拝承)(?:ました|いたしました|致しました|しました|です|っす)?';
const english =
  "(?:got it|noted|understood|all right|alright|great|perfect|cool|nice|good|will do|sounds good|i see|roger|thumbs up|fine|that's fine)";

const whole = new RegExp(`^(?:(?:${thumb}|${japanese}|${english}) ?)+(?:よ|ね)?$`, 'u');

export const acknowledgementRecogniser: Recogniser = {
  alone: ({ said, text }) =>
    whole.test(said) || (said === '' && /\p{Extended_Pictographic}/u.test(text)) ? { acknowledged: true } : null,
  examples: [
    '👍',
    '👍🏻',
    ':+1:',
    '了解です',
    '了解しました',
    'りょうかい',
    '承知いたしました。',
    'わかりました',
    'Got it',
    'noted',
    'great!',
  ].map((say) => ({ say, input: { acknowledged: true } })),
};
