/** How people ask for a session to be called off, and who changed what about one. */
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

/** 「中止になりました」 tells what happened, perhaps to one session, perhaps to another: it is answered with the session as it stands. */
export const callOffRecogniser: Recogniser = {
  told: /^(?:[にと](?:な[らりるっ]|決ま)|(?:だ|です|でした|の(?:よう|はず|連絡|知らせ|案内)|らしい|みたい|と(?:聞|伺|いう|の|か)|だと)(?![^ ]*(?:して|お願い)))/,
  examples: [
    { say: 'MSM-1を中止します', input: { session: 'MSM-1' } },
    { say: 'MSM-1を中止してください', input: { session: 'MSM-1' } },
    { say: '台風のためMSM-1は中止とします', input: { session: 'MSM-1' } },
    { say: 'MSM-1 中止', input: { session: 'MSM-1' } },
    { say: 'MSM-1を中止にしてください', input: { session: 'MSM-1' } },
    { say: 'please call off MSM-1', input: { session: 'MSM-1' } },
  ],
  counterExamples: [
    'MSM-1は中止になりました',
    'MSM-1は中止となります',
    'MSM-1は中止です',
    'MSM-1は中止だそうです',
    'MSM-1が中止らしい',
    'MSM-1は中止だと聞きました',
    'MSM-1は中止ですか',
    'MSM-1 was called off',
    'I heard that MSM-1 has been called off',
  ],
};
