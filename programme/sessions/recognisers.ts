/** How people ask who changed what about a session. */
import type { Example, Recogniser } from '../requests/recogniser.js';

const examples: readonly Example[] = [
  { say: '誰が時間を変更しましたか' },
  { say: 'MSM-1の時間を誰が変えたのですか', input: { session: 'MSM-1' } },
  { say: '変更履歴' },
  { say: 'MSM-1 誰が登録を取り消しましたか', input: { session: 'MSM-1' } },
  { say: 'who changed the time?' },
  { say: 'Who cancelled the registration for MSM-1?', input: { session: 'MSM-1' } },
  { say: 'change history of MSM-1', input: { session: 'MSM-1' } },
];

const counterExamples: readonly string[] = ['MSM-1の時間を変更', 'change MSM-1', 'who is registered for MSM-1?'];

export const changesRecogniser: Recogniser = {
  sayings: [
    /(?:誰|だれ|どなた)が?[^ ]{0,12}(?:変更|変え|変わ|動か|登録した|登録しまし|取り?消|キャンセルし|中止)[^ ]*/,
    /(?:変更|登録|取り?消し?)(?:の)?(?:履歴|記録)/,
    /\bwho (?:has |had )?(?:changed|moved|edited|updated|registered (?!for)|cancell?ed|called)\b.*/,
    /\bhistory of (?:the )?(?:changes|registrations)\b|\bchange (?:history|log)\b/,
  ],
  absorbs: ['session.history', 'session.change', 'session.cancel', 'session.call-off', 'session.register'],
  examples,
  counterExamples,
};
