/** Examples of how people ask for what concerns their registration, and of what only sounds like it. */
import type { Example } from '../requests/recogniser.js';

const online = { session: 'MSM-1', mode: 'online' } as const;
const onsite = { session: 'MSM-1', mode: 'onsite' } as const;
const about = { session: 'MSM-1' } as const;

export const register: readonly Example[] = [
  { say: 'MSM-1のキャンセル待ちをお願いします', input: about },
  { say: 'MSM-1のキャンセル待ちに入れてください', input: about },
  { say: 'MSM-1にオンラインで参加します', input: online },
  { say: 'MSM-1の登録をお願いできますか？', input: about },
  {
    say: 'お忙しいところ恐れ入りますが、MSM-1に会場で参加させていただきたく、お手続きをお願いいたします。',
    input: onsite,
  },
  { say: 'MSM-1のキャンセル待ちに登録したい', input: about },
  { say: 'MSM-1の欠席を取り消したい', input: about },
  { say: 'MSM-1、会場で出席いたします。', input: onsite },
  { say: 'ほなMSM-1行きますわ、会場で', input: onsite },
  { say: 'MSMー1にオンラインで参加希望', input: online },
  { say: 'MSM−1 オンラインで参加', input: online },
  { say: 'MSM‐1 会場で参加登録', input: onsite },
  { say: 'register MSM–1 online', input: online },
  { say: 'Could you sign me up for MSM-1?', input: about },
  { say: 'please register me for MSM-1 online', input: online },
  { say: 'I want to go to MSM-1', input: about },
  { say: "I'd like to attend MSM-1 in person.", input: onsite },
  { say: 'Count me in for MSM-1, online', input: online },
  { say: 'I can come to MSM-1 after all', input: about },
  { say: 'register Hana Sato for MSM-1 online', input: { ...online, named: 'Hana Sato', colleague: true } },
  { say: 'register MSM-1 online @hana', input: { ...online, named: '@hana', colleague: true } },
  { say: '佐藤さんをMSM-1に会場で登録してください', input: { ...onsite, named: '佐藤', colleague: true } },
];

export const noRegistration: readonly string[] = [
  'MSM-1は中止ですか',
  'MSM-1に登録できていますか',
  'MSM-1に登録されているか確認したい',
  'MSM-1の登録方法を教えてください',
  'MSM-1に参加できますか',
  'MSM-1の参加費はいくらですか',
  'MSM-1に登録しました',
  'MSM-1に登録しないでください',
  'MSM-1の登録を取り消してください',
  'Do not register me for CLS-1',
  'unregister me from MSM-1',
  'Am I registered for MSM-1?',
  'How do I register for MSM-1?',
  'Did you register me for MSM-1?',
  'I registered for MSM-1 yesterday',
];

export const changeMode: readonly Example[] = [
  { say: 'MSM-1 会場には行けないのでオンラインに変更してください', input: online },
  { say: "I can't come to MSM-1 in person, please switch me to online", input: online },
  { say: 'MSM-1を会場からオンラインに切り替えてもらえますか', input: online },
  { say: 'MSM-1、オンライン参加へ変更をお願いいたします', input: online },
  {
    say: '大変恐縮ですが、MSM-1の当日は別件の予定が入ってしまいましたため、オンラインでの参加に変更させていただくことは可能でしょうか。',
    input: online,
  },
  { say: 'Would it be possible to change MSM-1 to online?', input: online },
  { say: 'MSM-1 会場参加→オンライン参加へ', input: online },
  { say: 'MSM-1: on site -> online', input: online },
];

export const noChangeOfMode: readonly string[] = [
  'MSM-1はオンラインですか',
  'Is MSM-1 online?',
  '誰が時間を変更した？',
];

export const cancel: readonly Example[] = [
  { say: 'MSM-1の参加を取り消したいです', input: about },
  { say: 'MSM-1 行けないのでキャンセルします', input: about },
  { say: 'MSM-1のキャンセル待ちを取り消してください', input: about },
  { say: 'unregister me from MSM-1', input: about },
  { say: 'please take me off MSM-1', input: about },
  { say: "I can't make it, please cancel my registration for MSM-1", input: about },
];

export const noCancelling: readonly string[] = [
  'MSM-1のキャンセル待ちに登録したい',
  'MSM-1のキャンセル料はかかりますか',
  'MSM-1はキャンセルしないでください',
  'Is MSM-1 cancelled?',
  "Don't cancel my registration for MSM-1",
];

export const decline: readonly Example[] = [
  { say: 'MSM-1は欠席します', input: about },
  { say: 'MSM-1に参加できません', input: about },
  { say: '風邪ひいたんでMSM-1は行けへんわ', input: about },
  { say: '誠に申し訳ございませんが、MSM-1は都合により欠席とさせていただきます。', input: about },
  { say: 'I will not attend MSM-1', input: about },
  { say: "Sorry, I can't make it to MSM-1", input: about },
  { say: 'I will be absent from MSM-1', input: about },
  { say: 'MSM-1には会場でもオンラインでも参加できません', input: about },
];

export const noAbsence: readonly string[] = [
  'MSM-2にオンラインで参加できません。接続先が開きません',
  'MSM-1の会場には行けません',
  'MSM-1の欠席を取り消したい',
  'MSM-1は欠席できますか',
  'MSM-1の欠席者は何名ですか',
  'MSM-1は欠席しません',
  'MSM-1、欠席ではなく参加です',
  '欠席届の書き方',
  'MSM-1に参加できないかもしれません',
  'What happens if I cannot attend MSM-1?',
  "I can't attend MSM-1 in person",
  'I cannot wait to attend MSM-1',
];

export const substitute: readonly Example[] = [
  { say: 'MSM-1に参加できないので、代わりに田中が出席します', input: { ...about, deputy: '田中' } },
  { say: 'MSM-1は代理で田中が参加します', input: { ...about, deputy: '田中' } },
  { say: 'MSM-1ですが、部下の高階に代わりに行かせます', input: { ...about, deputy: '高階' } },
  { say: 'MSM-1は営業部の高階さんに代わりに出てもらいます', input: { ...about, deputy: '高階' } },
  { say: 'MSM-1は田中さんの代わりに高階が出席します', input: { ...about, named: '田中', deputy: '高階' } },
  { say: '田中に代わって高階がMSM-1に出ます', input: { ...about, named: '田中', deputy: '高階' } },
  { say: 'MSM-1は都合により代わりに別の者が参加します', input: about },
  { say: "I can't attend MSM-1, a colleague will come in my place", input: about },
  { say: "I can't make it to MSM-1, so I'm sending Hana instead of me", input: { ...about, deputy: 'Hana' } },
  { say: 'Hana Sato will come to MSM-1 in my place', input: { ...about, deputy: 'Hana Sato' } },
  { say: 'For MSM-1, Hana will attend instead of Ken', input: { ...about, named: 'Ken', deputy: 'Hana' } },
  { say: 'substitute MSM-1 Hana Sato', input: { ...about, deputy: 'Hana Sato' } },
  { say: 'substitute MSM-1 hana', input: { ...about, deputy: 'hana' } },
  { say: 'substitute in MSM-1 with hana sato please', input: { ...about, deputy: 'hana sato' } },
  { say: 'substitute MSM-1 please', input: about },
  { say: 'substitute for MSM-1', input: about },
];

export const noSubstitute: readonly string[] = [
  'MSM-1は会場の代わりにオンラインで参加します',
  'I will attend MSM-1 online instead of in person',
  'register me for MSM-1 instead of MSM-2',
];

const silentIn = (session: string) => ({ session, show: 'unanswered' });

export const attendees: readonly Example[] = [
  { say: 'MSM-1まだ回答してない会社は', input: silentIn('MSM-1') },
  { say: 'まだ回答がない会社はどこですか', input: { show: 'unanswered' } },
  { say: 'MSM-1 未回答の方は？', input: silentIn('MSM-1') },
  { say: '未回答者', input: { show: 'unanswered' } },
  { say: '回答していない会社', input: { show: 'unanswered' } },
  { say: 'MSM-1に回答していないのは誰ですか', input: silentIn('MSM-1') },
  { say: 'who has not answered CLS-1?', input: silentIn('CLS-1') },
  { say: "Which companies haven't replied to CLS-1?", input: silentIn('CLS-1') },
  { say: 'MSM-1のキャンセル待ちの方は誰ですか', input: { session: 'MSM-1', show: 'waiting' } },
  { say: 'who is registered for MSM-1?', input: { session: 'MSM-1', show: 'registered' } },
];

export const noAttendees: readonly string[] = [
  'MSM-1の回答を変更したい',
  'I have not answered yet, please register me for MSM-1',
];

export const attendeesFile: readonly Example[] = [
  { say: 'MSM-1の参加者一覧をCSVで', input: { session: 'MSM-1' } },
  { say: 'MSM-1の未回答者のエクセル', input: silentIn('MSM-1') },
  { say: 'list of attendees of MSM-1 as a csv', input: { session: 'MSM-1' } },
];
