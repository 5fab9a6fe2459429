/** How people ask for their consultations, to see, to move or to cancel one. The tests hold to the examples. */
import type { Values } from '../../messages/message.js';
import type { Recogniser } from '../../requests/recogniser.js';
import { spokenDayIn } from '../spoken-day.js';

/** A consultation in English: with an adviser an appointment is one, too. */
const meeting = '(?:consultation|booking|appointment(?: with (?:the |our |my )?advis[eo]r)?)';
const whose = '(?:my |our |the |a |an |this )?';
const which = `(?:next |booked |coming |today's |tomorrow's |[a-z]+day's )?`;

/** What is used of a command: "cancel tomorrow's consultation". */
const uses = /\b(?:our|my|consultations?|bookings?|appointments?|advis[eo]rs?)\b|相談|予約/gi;

/** What is asked about one: when, where, with whom. */
export const aboutOwn: readonly RegExp[] = [
  /(?:次回?|今度|明日|今日|本日|今週|来週)?の?(?:個別)?相談(?![員者])[^。]{0,12}?(?:いつ|何時|何日|日時|どこ|場所|会場|どなた|誰(?!も)|リンク|url|接続先|zoom|入って)/,
  new RegExp(
    `\\b(?:when|what time|where|which day|who|how (?:do|can) (?:i|we) (?:join|connect)|link|url|zoom)\\b.*\\b(?:my|our|the|next) ${which}${meeting}`,
  ),
  new RegExp(`\\b(?:my|our) ${which}${meeting}s?\\b`),
];

/** How many are left, which is no question for an hour. */
const remaining =
  /(?:個別)?相談(?:は|が|を|の)?(?:あと|残り)|残り(?:の)?(?:相談)?回数|(?:相談|予約)(?:の|できる)?回数|(?:あと)?何(?:回|時間)(?:まで)?(?:の)?(?:相談|予約)[^ ]*/;

export const mineRecogniser: Recogniser = {
  sayings: [
    remaining,
    /^(?:私|自分|うち|弊社|当社)?の?予約(?:を|の|は)?(?:確認|見せて|見たい|一覧|教えて|$| )/,
    // What was said in one stands in its details.
    /相談(?:の)?記録(?:を|は|が)?(?:見|読|確認|どこ|教え)|(?:前回|先日|最後)の(?:個別)?(?:相談(?:の)?)?(?:記録|アドバイス|助言|内容)/,
    /\b(?:record|minutes|notes) (?:of|from) (?:the |our |my )?(?:last |previous )?(?:consultation|booking)s?\b|\b(?:show|see|read) (?:me |us )?(?:the |our )?minutes\b|\bwhat (?:did|has) (?:the |our |my )?advis[eo]r (?:say|said|advise|recommend)\b.*/,
    /^(?:how many )?(?:hours|consultations) (?:are |do we have )?left\b/,
    /予約(?:した|している|済みの)(?:個別)?相談|(?:個別)?相談の予約(?:を|は)?(?:確認|見せて|一覧|教えて)/,
    /\b(?:my|our) (?:booked |coming |next )?(?:consultation|booking)s?\b|\bhow many (?:consultations|hours)\b(?! (?:does|has) ).*/,
  ],
  asked: [...aboutOwn, remaining, /\bhow many (?:consultations|hours)\b(?! (?:does|has) ).* left\b/],
  absorbs: ['consultation.find'],
  possible: true,
  examples: [
    { say: '予約した相談を見せて' },
    { say: '相談の予約を確認したい' },
    { say: '相談の場所はどこですか' },
    { say: 'our consultations' },
    { say: 'How many consultations are left?' },
    { say: '相談できる回数はあと何回?' },
    { say: 'あと何回相談できますか' },
    { say: '何回まで相談できますか' },
    { say: '予約を見せて' },
    { say: '前回の相談の記録を見せて' },
    { say: 'my bookings' },
    { say: 'What did the adviser say last time?' },
    { say: 'show the record of the last consultation' },
  ],
};

const change = '(?:変更|変え|移|ずら|動か|リスケ|延期|遅らせ|早め|前倒し|後ろ倒し|繰り[上下]げ)';

/** Only consultations are booked here; for sessions people register. */
const booking = '(?<!(?:セミナー|ワークショップ|会合|セッション|\\d) ?の ?)予約';

/** To give one up for another one is to move it. */
const rebooks =
  /(?:別|ほか|他)の(?:日|時間|枠)|(?:予約し|取り|とり)(?:直|なお)|\b(?:book|have|get) another\b|\brebook\b|\binstead\b/;

/** The day of the consultation that is meant, where another is named to which it is to be moved. */
function movedFrom(text: string): Values {
  const typed = text.normalize('NFKC').toLowerCase();
  const found =
    /([^ 、。]{1,12})の(?:個別)?相談/.exec(typed)?.[1] ??
    new RegExp(`((?:[a-z]+)'s) ${meeting}`).exec(typed)?.[1] ??
    new RegExp(`${meeting} ((?:on|of|from) [a-z0-9 ]+?|tomorrow|today)(?: to\\b|$|[.,?!])`).exec(typed)?.[1];
  return found === undefined ? {} : spokenDayIn(found);
}

export const moveRecogniser: Recogniser = {
  sayings: [
    new RegExp(
      `相談(?:の)?(?:予約|日時|時間|日程)?(?:を|の)?(?:別の(?:日|時間)に)?${change}(?:し|え|せ)?(?:たい|ます|て|られ|もらえ)?`,
    ),
    new RegExp(`相談を[^ 、]{1,20}(?:[にへ]|時間|日|分|週間?)${change}`),
    /相談を[^ 、]{1,8}に(?:したい|してほしい|して(?:ください|もら)|でき)/,
    /(?:別|ほか|他)の(?:時間|日時)を(?:提案|相談)し(?:たい|ます|て)/,
    /希望(?:の|する)?日時を(?:提案|相談|伝え)(?:し)?(?:たい|ます|て)/,
    /\b(?:propose|suggest) (?:another|a different) (?:time|hour)\b/,
    new RegExp(`${booking}(?:の)?(?:日時|時間|日程)?(?:を|の)?${change}(?:し|え|せ)?(?:たい|ます|て|られ|もらえ)?`),
    new RegExp(`\\b(?:move|reschedule|postpone|shift|change) ${whose}${which}${meeting}\\b`),
  ],
  insteadOf: ({ action }, { said }) => action === 'consultation.cancel' && rebooks.test(said),
  absorbs: ['consultation.find', 'consultation.mine', 'session.change', 'session.change-mode'],
  possible: true,
  read: ({ text }) => movedFrom(text),
  uses,
  readsDates: true,
  examples: [
    { say: '相談の日時を変更したい' },
    { say: '相談を変更したいです' },
    { say: '予約を変えたい' },
    { say: '来週の相談を再来週にしたい' },
    { say: '3月4日の相談を3月11日に変更したい', input: { spokenDay: '3-4' } },
    { say: '相談を1時間遅らせたい' },
    { say: '相談を延期したい' },
    { say: '別の時間を提案したい' },
    { say: '希望の日時を相談したい' },
    { say: 'can we propose another time' },
    { say: '明日の相談をずらしたい', input: { spokenDay: '+1' } },
    { say: '相談の予約を取り消して、別の日に予約したい' },
    { say: 'reschedule our consultation' },
    { say: "Can I reschedule tomorrow's appointment with the adviser?", input: { spokenDay: '+1' } },
    { say: 'please move our consultation on Tuesday to Friday', input: { spokenDay: 'w2' } },
  ],
  counterExamples: ['セミナーの予約を変えたい'],
};

export const addFilesRecogniser: Recogniser = {
  sayings: [
    /相談(?:の|に)?(?:資料|ファイル)を(?:追加|送|添付|渡)[^ ]*/,
    /(?:資料|ファイル)を(?:追加し|添付し)(?:たい|ます|て)[^ ]*/,
    /\b(?:add|attach|send) (?:some |the |a |our |my |more )?(?:files?|documents?|materials?) (?:to|for) (?:the |our |my |a )?consultation\b/,
  ],
  absorbs: ['consultation.find', 'consultation.mine', 'file.about'],
  possible: true,
  examples: [
    { say: '相談の資料を追加したい' },
    { say: '個別相談に資料を送りたいです' },
    { say: 'I want to add a file to our consultation' },
  ],
  counterExamples: ['資料はどこですか'],
};

const undo = '(?:取り?消|取りやめ|キャンセル|やめ)';

/** Not to come to a consultation is to cancel it. */
const ofConsultation = new RegExp(`相談|\\b${meeting}`);

export const cancelBookingRecogniser: Recogniser = {
  sayings: [
    new RegExp(`相談(?:の)?(?:予約)?(?:を|の|は)?${undo}(?:し)?`),
    new RegExp(`${booking}(?:を|の|は)?${undo}(?:し)?`),
    new RegExp(`\\bcancel ${whose}${which}${meeting}\\b`),
  ],
  // An adviser who cannot come moves, hands over or cancels: a day off asks which.
  insteadOf: ({ action, mayTake }, { said }) =>
    (action === 'session.cancel' || (action === 'session.decline' && mayTake)) &&
    ofConsultation.test(said) &&
    !/[a-z0-9]-\d|セミナー|ワークショップ|\b(?:seminar|workshop|session)\b/.test(said),
  absorbs: ['consultation.find', 'consultation.mine', 'session.cancel', 'session.register'],
  refusals: [
    /相談(?:の予約)?を(?:やめ(?:たい|ます|る)|見送り)/,
    new RegExp(`\\b(?:do not|don't|no longer) (?:need|want) (?:our|my|the|this) ${which}${meeting}\\b`),
  ],
  possible: true,
  read: ({ text }) => spokenDayIn(text),
  uses,
  readsDates: true,
  examples: [
    { say: '相談をやめたい' },
    { say: 'cancel our booking' },
    { say: "We don't need our consultation any more" },
    { say: '相談の予約を取り消したい' },
    { say: '相談をキャンセルしたい' },
    { say: '相談はキャンセルできますか' },
    { say: '明日の相談は行けなくなりました', input: { spokenDay: '+1' } },
    { say: '3月4日の相談は欠席します', input: { spokenDay: '3-4' } },
    { say: 'cancel our consultation' },
    { say: "cancel tomorrow's consultation", input: { spokenDay: '+1' } },
    { say: "I can't make it to the consultation tomorrow", input: { spokenDay: '+1' } },
  ],
  counterExamples: ['相談は取り消さないでください', 'did you cancel our consultation?'],
};
