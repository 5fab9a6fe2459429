/** What people send who ask what can be done here, or only say that they have read something: one short line answers that. */
import type { Recogniser } from '../requests/recogniser.js';
import { regards } from './greetings.js';

const thumb = String.raw`(?:👍|👌|🙏|🙇|😊|🙂|✅|🆗|🙆|💪|🎉|❤️?|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|♂|♀|:(?:\+1|thumbsup|ok_hand|pray|bow|white_check_mark|tada|heart|slightly_smiling_face|smile)(?:::skin-tone-\d:?)?:?|\((?:y|like)\))`;
const japanese =
  '(?:了解|りょうかい|リョウカイ|りょ|承知|かしこまり|わかり|分かり|畏まり|拝承)(?:ました|いたしました|致しました|しました|です|っす)?';
const english =
  "(?:got it|noted|understood|all right|alright|great|perfect|cool|nice|good|will do|sounds good|i see|roger|thumbs up|fine|that's fine)";

const whole = new RegExp(`^(?:(?:${thumb}|${japanese}|${regards}|${english}) ?)+(?:よ|ね)?$`, 'u');

/** A question that the help answers. */
const whatCanBeDone =
  /^(?:(?:ここ|こちら|これ|このチャット|この ?ボット|あなた)(?:で|に|では|には|は)? ?)?(?:何|なに|なん|どんな事|どんなこと|どういうこと)(?:が|を|ができる|をして)? ?(?:でき|出来|してくれ|頼め|お願いでき)(?:ますか|る|るの|るんですか|ますでしょうか)?$|^what (?:can|could|do) (?:i|you|we) (?:do|ask|ask you)(?: here| with (?:this|you)| for me)?$|^(?:how does this work|how do i use (?:this|it)|使い方(?:は|を教えて(?:ください)?)?)$/;

export const helpRecogniser: Recogniser = {
  alone: ({ said, text }) =>
    whatCanBeDone.test(said)
      ? {}
      : whole.test(said) || (said === '' && /\p{Extended_Pictographic}/u.test(text))
        ? { acknowledged: true }
        : null,
  examples: [
    ...[
      '何ができますか',
      'ここでは何ができますか?',
      'このチャットで何ができるの',
      'What can I do here?',
      'what can you do for me?',
      'How does this work?',
    ].map((say) => ({ say })),
    ...[
      '👍',
      '👍🏻',
      ':+1:',
      '了解です',
      'よろしくお願いします。',
      '承知しました。よろしくお願いいたします。',
      '了解しました',
      'りょうかい',
      '承知いたしました。',
      'わかりました',
      'Got it',
      'noted',
      'great!',
    ].map((say) => ({ say, input: { acknowledged: true } })),
  ],
  counterExamples: ['MSM-1で何ができますか', 'what can I do about MSM-1', '何をすればいいですか'],
};
