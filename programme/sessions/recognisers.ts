/** How people ask for a session to be made or called off, and who changed what about one. */
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
/** What is cancelled is the session itself, and nobody's place in it. */
const wholeSession =
  /\b(?:cancel|scrap) (?:the |this |that )?(?:whole |entire )?(?:session|seminar|workshop|meeting)\b/;
const somebodysPlace = /\b(?:registrations?|seats?|places?|attendance|my|our|his|her|their|for)\b/;

export const callOffRecogniser: Recogniser = {
  insteadOf: ({ action }, { said }, mayTake) =>
    mayTake && action === 'session.cancel' && wholeSession.test(said) && !somebodysPlace.test(said),
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

const kind = '(?:セッション|セミナー|ワークショップ|研修会?|会合)';

export const createRecogniser: Recogniser = {
  sayings: [
    new RegExp(`${kind}を(?:新しく |新しく|新規に|もう ?(?:1|一)つ)?(?:作成|作り|作って|作る|新設|追加し)`),
    new RegExp(`(?:新しい|新規の?) ?${kind}(?:を|の)(?:作|追加|登録|設定)`),
    /\b(?:create|add|set up|make|schedule|plan) (?:(?:a|an|another|one more) )?(?:new )?(?:session|seminar|workshop|meeting)\b(?!.*\bcalendar\b)/,
  ],
  absorbs: ['session.list', 'session.show', 'session.register'],
  examples: [
    { say: '新しいセッションを作りたい' },
    { say: 'セミナーを追加したいのですが' },
    { say: 'ワークショップを作成してください' },
    { say: '新規セッションの登録' },
    { say: 'create a session' },
    { say: 'please set up another seminar' },
    { say: 'I would like to add a new workshop' },
  ],
  counterExamples: [
    '新しいセミナーに参加したい',
    'セッション一覧',
    'add the session to my calendar',
    'add a session to my calendar',
    'セッションを作らないでください',
    'do not create a session',
  ],
};
