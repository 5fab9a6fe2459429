/** All words about records of consultations, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';
import { type Hour, hourIn } from '../hour-words.js';
import type { UnreadLine } from './read-next-actions.js';

interface About {
  readonly company: string;
  readonly person: string;
  readonly hour: string;
}

interface Response {
  readonly by: string;
  readonly confirmed: boolean;
  readonly comment: string;
}

const ja = {
  outcomes: {
    held: '実施した',
    company_absent: '企業の方が来られなかった',
    adviser_absent: 'アドバイザーが行けなかった',
    not_held: '実施しなかった(その他)',
  },
  labels: {
    outcome: '結果',
    minutes: '時間',
    minutesField: '時間(分)',
    absent: '欠席された方',
    advice: '助言の内容',
    actions: '次に行うこと',
    booking: '対象の相談',
    note: '自分用のメモ',
    comment: 'コメント',
  },
  hints: {
    minutes: '実施した場合に、半角・全角の数字でご記入ください。',
    actions: '1行に1件: 内容 | 担当 | 期限(例: 方針案を経営会議に出す | 田中様 | 3月14日)',
    note: 'ご自身だけが読めます。企業にも事務局にも表示されません。',
  },
  minutesOf: (minutes: number) => `${minutes}分`,
  adviceIs: (advice: string) => `助言の内容:\n${advice}`,
  actionsAre: (lines: readonly string[]) => `次に行うこと:\n${lines.map((line) => `・${line}`).join('\n')}`,
  done: (line: string) => `${line}(済)`,
  until: (day: string) => `${day}まで`,
  response: ({ by, confirmed, comment }: Response) => `${by}様: ${confirmed ? '内容を確認しました。' : ''}${comment}`,
  /** Above the second form. */
  companySees: (company: string) =>
    `記録を保存します。「${company}」の方には次のように表示され、すぐにお知らせが届きます。`,
  hourBecomes: {
    used: '同社の相談1回を利用済みにします。',
    forfeited: '同社が来られなかったため、相談1回を利用済みにします。',
    returned: '同社の相談1回は、もう一度ご予約いただけるよう戻します。',
  },
  corrects: '先の記録は訂正前のものとして残ります。',
  next: '確認へ進む',
  save: 'この内容で保存',
  saved: (company: string, hour: string) => `「${company}」の相談(${hour})の記録を保存し、同社の方にお知らせします。`,
  noteSaved: 'メモを保存しました。ご自身だけが読めます。',
  notes: 'これまでのメモ(ご自身のみ)',
  nothingToRecord: '記録が必要な相談はありません。',
  write: '記録を書く',
  correct: '記録を訂正',
  confirm: '内容を確認した',
  comment: 'コメントする',
  send: '送信',
  answered: {
    confirmed: '記録をご確認いただき、ありがとうございます。',
    commented: 'コメントを担当のアドバイザーにお知らせします。',
  },
  tickOff: '済みにする',
  tickedOff: '済みにしました。',
  openActions: '相談後に行うこと',
  missing: '記録がまだの相談',
  notices: {
    missing: (company: string, hour: string) =>
      `「${company}」との個別相談(${hour})の記録がまだありません。お手すきの際にご記入をお願いいたします。`,
    recorded: (hour: string) => `個別相談(${hour})の記録が届きました。内容をご確認ください。`,
    corrected: (hour: string) => `個別相談(${hour})の記録が訂正されました。内容をご確認ください。`,
    confirmed: ({ company, person, hour }: About) => `「${company}」の${person}様が、${hour}の記録を確認されました。`,
    commented: ({ company, person, hour }: About) =>
      `「${company}」の${person}様から、${hour}の記録にコメントが届きました。`,
  },
  actions: {
    'consultation.record': action('相談を記録', '個別相談の結果と次に行うことを記録します', '相談記録', '記録を書く'),
    'consultation.note': action('相談メモ', 'ご自身だけが読めるメモを書きます', 'メモを書く'),
    'consultation.respond': action('記録を確認', '相談の記録を確認し、コメントをお送りいただけます', '相談記録の確認'),
    'next-action.done': action('済みにする', '相談後に行うことを済みにします'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    record_early: (hour: Hour) => `${hourIn('ja', hour)}の相談はまだ始まっていません。終わってからご記入ください。`,
    record_cancelled: (hour: Hour) =>
      `${hourIn('ja', hour)}の相談は取り消されています。実施された場合は、事務局へご連絡ください。`,
    recorded_meanwhile: () =>
      'この相談の記録は、たった今ほかの方が保存しました。内容をご確認のうえ、訂正してください。',
    hour_gone: () =>
      '同社は戻された1回をすでに別の相談に使っているため、この相談を利用済みにできません。事務局に追加の回数をご依頼ください。',
    minutes_wrong: () => '時間は1〜1440の数字(分)でご記入ください。',
    no_minutes: () => '実施した場合は、時間(分)をご記入ください。',
    no_advice: () => '実施した場合は、助言の内容をご記入ください。',
    no_comment: () => 'コメントをご記入ください。',
    unread_line: ({ line, text, why }: UnreadLine) => {
      const shown = text.slice(0, 60);
      const words = {
        no_text: '内容がありません。「内容 | 担当 | 期限」の順にご記入ください。',
        no_date: '期限が日付として読み取れません。「3月14日」「2025-03-14」のようにご記入ください。',
        too_long: '長すぎるか、区切りが多すぎます。「内容 | 担当 | 期限」の3つまでにしてください。',
        too_many: '件数が多すぎます。20件までにしてください。',
      };
      return `${line}行目「${shown}」: ${words[why]}`;
    },
    nothing_to_record: () => '記録が必要な相談はありません。相談の一覧からお選びください。',
    nothing_open: () => '済みにする項目はありません。相談の記録に次に行うことがあれば、ここに表示されます。',
    already_done: () => 'すでに済みになっています。最新の一覧は、メニューからご覧ください。',
    action_dropped: () => `ご指定の項目は、記録の訂正によりなくなりました。最新の記録をご確認ください。`,
    record_superseded: () => 'この記録は訂正されました。最新の記録をご確認ください。',
  },
};

const en: typeof ja = {
  outcomes: {
    held: 'held',
    company_absent: 'the company did not come',
    adviser_absent: 'the adviser did not come',
    not_held: 'not held (other reason)',
  },
  labels: {
    outcome: 'Result',
    minutes: 'Time',
    minutesField: 'Minutes',
    absent: 'Who did not come',
    advice: 'Advice given',
    actions: 'Next actions',
    booking: 'Consultation',
    note: 'Private note',
    comment: 'Comment',
  },
  hints: {
    minutes: 'A number, where it was held.',
    actions: 'One a line: what | who | until when (e.g. Bring the draft to the board | Mr Tanaka | 3/14)',
    note: 'Only you can read it: neither the company nor the secretariat sees it.',
  },
  minutesOf: (minutes) => `${minutes} minutes`,
  adviceIs: (advice) => `Advice given:\n${advice}`,
  actionsAre: (lines) => `Next actions:\n${lines.map((line) => `• ${line}`).join('\n')}`,
  done: (line) => `${line} (done)`,
  until: (day) => `by ${day}`,
  response: ({ by, confirmed, comment }) => `${by}: ${confirmed ? 'confirmed. ' : ''}${comment}`,
  companySees: (company) => `Saves the record. ${company} will see this, and is told at once.`,
  hourBecomes: {
    used: 'One consultation of the company counts as used.',
    forfeited: 'As the company did not come, one of its consultations counts as used.',
    returned: 'The company gets its consultation back and can book another.',
  },
  corrects: 'The earlier record is kept as the version before the correction.',
  next: 'Check it',
  save: 'Save it like this',
  saved: (company, hour) => `The record of ${company} (${hour}) is saved, and the company will be told.`,
  noteSaved: 'Saved. Only you can read this note.',
  notes: 'Your earlier notes (only you see them)',
  nothingToRecord: 'No consultation needs a record.',
  write: 'Write the record',
  correct: 'Correct the record',
  confirm: 'It is right',
  comment: 'Comment',
  send: 'Send',
  answered: {
    confirmed: 'Thank you for confirming the record.',
    commented: 'Your adviser will be told of your comment.',
  },
  tickOff: 'Done',
  tickedOff: 'Ticked off.',
  openActions: 'To do after your consultations',
  missing: 'Records still to be written',
  notices: {
    missing: (company, hour) =>
      `There is no record yet of the consultation with ${company} (${hour}). Please write it when you have a moment.`,
    recorded: (hour) => `The record of your consultation (${hour}) has arrived. Please have a look.`,
    corrected: (hour) => `The record of your consultation (${hour}) was corrected. Please have a look.`,
    confirmed: ({ company, person, hour }) => `${person} of ${company} has confirmed the record of ${hour}.`,
    commented: ({ company, person, hour }) => `${person} of ${company} has commented on the record of ${hour}.`,
  },
  actions: {
    'consultation.record': action(
      'Record a consultation',
      'Records what came of a consultation and what is next',
      'consultation record',
      'write the record',
    ),
    'consultation.note': action('Private note', 'Writes a note that only you can read', 'write a note'),
    'consultation.respond': action('Confirm a record', 'Confirms or comments on a record of a consultation'),
    'next-action.done': action('Tick off', 'Ticks off what was to be done after a consultation'),
  },
  refusals: {
    record_early: (hour) =>
      `The consultation of ${hourIn('en', hour)} has not begun. Please write its record afterwards.`,
    record_cancelled: (hour) =>
      `The consultation of ${hourIn('en', hour)} was cancelled. If it was held all the same, please tell the secretariat.`,
    recorded_meanwhile: () =>
      'Somebody has just saved a record of this consultation. Please look at it, and correct it if needed.',
    hour_gone: () =>
      'The company has used the consultation that it got back, so this one cannot count as used. Please ask the secretariat to grant one more.',
    minutes_wrong: () => 'Please write the minutes as a number from 1 to 1440.',
    no_minutes: () => 'Please say how many minutes it was held.',
    no_advice: () => 'Please write what advice was given.',
    no_comment: () => 'Please write your comment.',
    unread_line: ({ line, text, why }) => {
      const shown = text.slice(0, 60);
      const words = {
        no_text: 'it says nothing. Please write “what | who | until when”.',
        no_date: 'its day cannot be read. Please write it like 3/14 or 2025-03-14.',
        too_long: 'it is too long, or has too many parts. Please write at most “what | who | until when”.',
        too_many: 'there are too many. Please write at most 20.',
      };
      return `Line ${line}, “${shown}”: ${words[why]}`;
    },
    nothing_to_record: () => 'No consultation needs a record. Please choose one from your list.',
    nothing_open: () => 'Nothing is left to tick off. Next actions of a record appear here.',
    already_done: () => 'This is ticked off already. The menu shows what is left.',
    action_dropped: () => `This is gone, as the record was corrected. Please look at the latest record.`,
    record_superseded: () => 'This record was corrected. Please look at the latest one.',
  },
};

export const recordTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
