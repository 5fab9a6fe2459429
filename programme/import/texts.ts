/** The words of the import in the chat; those of the files themselves stand in texts-ja.ts and texts-en.ts. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  preview: (changes: number) =>
    changes === 0 ? '変更はありません。' : `次の${changes}件の変更を行います。まだ書き込んでいません。`,
  done: (changes: number) => `取り込みました(${changes}件の変更)。`,
  warnings: 'ご確認ください',
  questions: '同じ方かどうかをお答えください',
  /** A dry run that has questions. */
  asks: (questions: number, changes: number) =>
    `${questions}名について、登録済みの方と同じ方かどうかをお答えください。${changes === 0 ? '' : `ほかに${changes}件の変更があります。`}まだ書き込んでいません。`,
  changes: '変更の内容',
  isSame: (name: string) => `${name}と同じ方`,
  isOther: '別の方',
  allSame: (count: number) => `${count}名とも同じ方`,
  questionsLeft: (count: number) => `ほか${count}名についても、順にお尋ねします。`,
  more: (count: number) => `ほか${count}件`,
  exported: ({ sessions, lines }: { readonly sessions: number; readonly lines: number }) =>
    `プログラム(セッション${sessions}件)と名簿(${lines}行)のファイルをお渡しします。このまま取り込むと、何も変わりません。`,
  /** What an export leaves out. */
  leftOut:
    '出欠の回答・参加の記録・個別相談・原稿・アンケート・質問・よくある質問・お知らせ、報告書の写真と発表資料は、取り込みの対象ではないため含まれません。名簿はCSVとExcelの2通りで、内容は同じです。',
  forYouAlone: 'ファイルはご自身だけにお渡しし、1日で削除します。',
  unnamed: (count: number) =>
    `次の${count}名は、メールアドレスまたは会社の登録がないか、当日参加のみのため、名簿に含まれません。`,
  refusedAsItIs: '次の点は、このままでは取り込めません。チャットまたはファイルで直してください。',
  exportAgain: 'もう一度書き出す',
  open: '開く',
  actions: {
    'programme.import': action(
      '取り込み',
      'このチャットに送られたプログラムのファイルや名簿を取り込みます',
      '取り込み',
      '名簿の取り込み',
    ),
    'programme.export': action(
      '書き出し',
      'プログラムと名簿を、そのまま取り込めるファイルにしてお渡しします',
      '名簿の書き出し',
      'プログラムの書き出し',
    ),
  },
  refusals: {
    no_files: () =>
      'プログラムのファイル(JSON)や名簿(Excel・CSV)を、このチャットにそのままお送りください。書き込む前に、変更の内容をお見せします。両方のときは、1つのメッセージに添付してください。',
    too_many_files: () => 'プログラムのファイル(JSON)と名簿は、それぞれ1つだけお送りください。',
    too_many_questions: ({ questions }: { readonly questions: number }) =>
      `${questions}名の方のメールアドレスが名簿と異なり、1人ずつお答えいただくには多すぎます。名簿に「個人コード」の列を加えてお送りいただくか、運用の担当者にコマンドでの取り込みをご依頼ください。`,
    faults: ({ faults }: { readonly faults: string }) =>
      `次の点のため、取り込めません。\n${faults}\n何も書き込んでいません。直して、もう一度お送りください。`,
    unanswered: () =>
      '同じ方かどうか、まだお答えのない方がいます。質問のボタンでお答えいただくと、続けて取り込めます。',
  },
};

const en: typeof ja = {
  preview: (changes) =>
    changes === 0
      ? 'Nothing changes.'
      : `${changes === 1 ? 'This change' : `These ${changes} changes`} will be made. Nothing is written yet.`,
  done: (changes) => `Imported (${changes === 1 ? '1 change' : `${changes} changes`}).`,
  warnings: 'Please look at this',
  questions: 'Please say whether these are the same people',
  asks: (questions, changes) =>
    `Please say of ${questions === 1 ? '1 person' : `${questions} people`} whether they are registered already. ${changes === 0 ? '' : `${changes === 1 ? '1 other change' : `${changes} other changes`} will be made. `}Nothing is written yet.`,
  changes: 'What changes',
  isSame: (name) => `Same as ${name}`,
  isOther: 'Somebody else',
  allSame: (count) => `All ${count} are the same people`,
  questionsLeft: (count) => `You will be asked about ${count} more.`,
  more: (count) => `and ${count} more`,
  exported: ({ sessions, lines }) =>
    `Here are the files of the programme (${sessions === 1 ? '1 session' : `${sessions} sessions`}) and the roster (${lines === 1 ? '1 line' : `${lines} lines`}). Imported as they are, they change nothing.`,
  leftOut:
    'Answers, attendance, consultations, drafts, feedback, questions, the FAQ, announcements, and the report’s photographs and presentations are not in them, since no import takes them. The roster comes as CSV and as Excel, with the same content.',
  forYouAlone: 'The files are for you alone, and deleted after a day.',
  unnamed: (count) =>
    `${count === 1 ? 'This person is' : `These ${count} people are`} not on the roster: no e-mail address or company is known, or they only walked in.`,
  refusedAsItIs: 'An import would not take this as it is. Please correct it in the chat or in the file.',
  exportAgain: 'Export again',
  open: 'Open',
  actions: {
    'programme.import': action(
      'Import',
      'Imports the file of the programme or the roster that you send to this chat',
      'import',
      'import roster',
    ),
    'programme.export': action(
      'Export',
      'Gives you the programme and the roster as files that can be imported again as they are',
      'export roster',
    ),
  },
  refusals: {
    no_files: () =>
      'Send the file of the programme (JSON) or the roster (Excel or CSV) to this chat, just as it is. You are shown what would change before anything is written. Attach both to one message where both are new.',
    too_many_files: () => 'Please send one file of the programme (JSON) and one roster at most.',
    too_many_questions: ({ questions }) =>
      `${questions} people have another e-mail address in this roster, too many to be asked about one by one. Add a column with person codes and send it again, or ask the operator to import it on the command line.`,
    faults: ({ faults }) =>
      `This cannot be imported:\n${faults}\nNothing was written. Please correct it and send it again.`,
    unanswered: () =>
      'It is still open whether some people are the same. Answer with the buttons under the questions, and it goes on.',
  },
};

export const importTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
