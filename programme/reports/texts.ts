/** All words with which the report is made, written, looked into, corrected and frozen in chat, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';

interface Changed {
  readonly figure: string;
  readonly old: number;
  readonly value: number;
}

interface Made {
  readonly day: string;
  readonly files: number;
  readonly frozen: string | null;
}

interface LastWritten {
  readonly part: string;
  /** Null: the import. */
  readonly by: string | null;
  readonly at: string;
}

interface TextChanged {
  readonly parts: readonly Bilingual[];
  /** Who was the last to change one of them. Null: the import. */
  readonly by: Bilingual | null;
  readonly at: Bilingual;
}

const ja = {
  made: ({ day, files, frozen }: Made) =>
    `実施報告書ができました(${day}現在、ファイル${files}件)。${frozen === null ? 'まだ確定していません。' : `${frozen}に確定した内容です。`}リンクは1日有効です。`,
  checksHold: (count: number) => `検算${count}件はすべて一致しました。`,
  checksFail: (count: number) => `一致しない検算が${count}件あります。配布の前にご確認ください。`,
  checkFails: ({ name, subject, left, right }: FailedCheck) => `${name} — ${subject}: ${left} と ${right}`,
  missing: (count: number) => `未入力の項目が${count}件あります。報告書には「(未入力)」と表示されます。`,
  nothingMissing: '未入力の項目はありません。',
  missingItem: (subject: string, part: string, language: string) => `${subject} ${part}(${language})`,
  factsMissing: '開催回の情報に未入力の項目があります。',
  lacks: (part: string, languages: readonly string[]) => `${part}(${languages.join('、')})`,
  enter: (subject: string) => `${subject}を入力`,
  enterFacts: (code: string) => `${code}の開催情報を入力`,
  more: (count: number) => `ほか${count}件`,
  open: 'ファイルを開く',
  again: '作り直す',
  showMore: '続きを見る',
  back: '数値の一覧に戻る',
  rows: '内訳を見る',
  showSession: 'この回の数値',
  rowsOf: (figure: string, count: number) => `${figure}の内訳: ${count}件`,
  figure: (title: string, value: number, unit: string) => `${title}: ${value}${unit}`,
  ofSubject: (subject: string, title: string) => (subject === '' ? title : `${subject} ${title}`),
  asOf: (day: string) => `${day}現在の数値です。`,
  frozenNow: (day: string) => `${day}に確定した数値です。`,
  computed: (how: string) => `数え方: ${how}`,
  corrected: (words: string) => `訂正: ${words}`,
  modes: { onsite: '会場', online: 'オンライン' },
  minutes: (count: number) => `${count}分`,
  counted: (count: number) => `${count}件`,
  correct: '訂正する',
  correctDoes: ({ figure, old, value }: Changed, frozen: boolean) =>
    `${figure}を${old}から${value}に訂正します。${frozen ? '報告書は確定済みのため、正誤表に載ります。' : '報告書には、訂正した方のお名前と理由も載ります。'}`,
  correctedNow: ({ figure, old, value }: Changed) => `${figure}を${old}から${value}に訂正しました。`,
  correctIntro: '元の記録は変わりません。報告書に印刷する数値だけを訂正し、お名前と理由を残します。',
  errataIntro: '報告書は確定済みです。訂正は正誤表に載ります。',
  freeze: '確定する',
  freezeDoes: (checks: number, missing: number) =>
    `報告書を現在の内容で確定します。以後、数値も文章も変わらず、数値の訂正は正誤表に載ります。取り消しはできません。${checks === 0 ? '' : `一致しない検算が${checks}件あります。`}${missing === 0 ? '' : `未入力の項目が${missing}件あります。`}`,
  frozen: (day: string) => `報告書を${day}の内容で確定しました。`,
  writeIntro: '空欄の項目は、報告書に「(未入力)」と表示されます。',
  lastWritten: ({ part, by, at }: LastWritten) =>
    `最終更新: 「${part}」、${at}${by === null ? '(ファイルの取り込み)' : `、${by}`}`,
  /** Of a part that somebody else has changed since the form was opened. */
  thereNow: (part: string, text: string) => `「${part}」の現在の内容: ${text}`,
  leftOut: (parts: readonly string[]) =>
    `長いため、この画面に入らない項目があります: ${parts.join('、')}。今の内容はそのまま残ります。「報告書の文章」から1項目ずつお書きください。`,
  sessionFactsElsewhere:
    '日時、開催方法、会場、プログラムと講師は、開催回そのものの情報から載ります。「セッションを変更」でご入力ください。',
  savedParts: (subject: string, parts: readonly string[]) =>
    `${subject === '' ? '' : `${subject}の`}${parts.map((part) => `「${part}」`).join('')}の文章を保存しました。`,
  nothingNew: '変更はありませんでした。文章は今のままです。',
  history: (count: number) => `報告書の文章の履歴です(全${count}件、新しい順)。`,
  older: '以前の履歴',
  wholeText: '全文を表示',
  noHistory: '報告書の文章はまだ書かれていません。',
  versionOf: (what: string, version: number) => `${what} 第${version}版`,
  writtenBy: (by: string | null, at: string) => (by === null ? `${at}、ファイルの取り込み` : `${at}、${by}`),
  saved: (what: string) => `「${what}」の文章を保存しました。`,
  nextPart: (what: string) => `次: ${what}`,
  saveDoes: (what: string) => `「${what}」の文章を、報告書に載せる文章として保存します。`,
  save: '保存する',
  next: '次へ',
  write: '文章を書く',
  inLanguage: (title: string, language: string) => `${title}(${language})`,
  labels: {
    section: '項目',
    sessionOfPart: '開催回(要約、発言、発表の場合)',
    figure: '数値',
    deliverableType: '成果物',
    value: '正しい数',
    why: '理由',
    said: '発言の言語',
    sessionOf: '開催回(開催回の数値の場合)',
    session: '開催回',
  },
  hints: {
    sections: {
      members: '1行に1社',
      voices: '1行に1件。「言葉 | 発言者」のように書けます。日本語と英語は同じ順に',
      presentations: '発表の順に1行に1件。「企業 | 題名 | 資料のファイル名」',
    },
    said: 'もう一方の言語は、事務局の訳として載ります',
  },
  languages: { ja: '日本語', en: '英語', both: '日本語と英語' },
  refusals: {
    report_frozen: ({ day }: { day: string }) =>
      `報告書は${day}に確定しています。文章は変えられません。数値の誤りは「報告書の数値を訂正」から正誤表に載せられます。`,
    frozen_already: ({ day }: { day: string }) => `報告書は${day}に確定しています。「実施報告書」でお渡しできます。`,
    same_value: ({ value }: { value: number }) => `この数値はすでに${value}です。正しい数をご入力ください。`,
    not_whole: (_facts: Readonly<Record<string, never>>) => 'この数値は整数です。0以上の整数をご入力ください。',
    text_changed: ({ parts, by, at }: TextChanged) =>
      `${parts.map(({ ja: part }) => `「${part}」`).join('')}は、この画面を開かれたあとに変更されています(最終更新: ${at.ja}、${by === null ? 'ファイルの取り込み' : `${by.ja}様`})。画面に示した今の内容をご確認のうえ、合わせた文章で保存し直してください。`,
    needs_session: (_facts: Readonly<Record<string, never>>) =>
      '開催回ごとの数値です。どの回のものかをお選びください。',
  },
  actions: {
    'report.make': action(
      '実施報告書',
      '実施報告書を日本語と英語で、Word、Excelなどのファイルにします',
      '実施報告書を作成',
      '報告書を作成',
    ),
    'report.figures': action('報告書の数値', '報告書の数値と定義、その内訳を表示します'),
    'report.narrative': action('報告書の文章', '報告書に載せる目的、要約、発言、今後の計画などを書きます'),
    'report.programme': action('報告書の全体の文章', '報告書に載せる目的、体制、成果、今後の計画をまとめて書きます'),
    'report.session': action('報告書の開催回の文章', '報告書に載せる開催回の要約、発言、発表をまとめて書きます'),
    'report.history': action('報告書の文章の履歴', '報告書の文章を、いつ、どなたが書いたかを表示します'),
    'report.correct': action('報告書の数値を訂正', '報告書に印刷する数値を、理由を付けて訂正します'),
    'report.freeze': action('報告書を確定', '報告書の内容を確定し、以後の訂正を正誤表に載せます'),
  },
};

interface FailedCheck {
  readonly name: string;
  readonly subject: string;
  readonly left: number;
  readonly right: number;
}

const en: typeof ja = {
  made: ({ day, files, frozen }) =>
    `The implementation report is ready (as of ${day}, ${files} files). ${frozen === null ? 'It is not final yet.' : `It is what was declared final on ${frozen}.`} The links work for a day.`,
  checksHold: (count) => (count === 1 ? 'Its one check holds.' : `All ${count} checks hold.`),
  checksFail: (count) =>
    `${count === 1 ? '1 check fails' : `${count} checks fail`}. Please look into it before you hand the report out.`,
  checkFails: ({ name, subject, left, right }) => `${name} — ${subject}: ${left} against ${right}`,
  missing: (count) =>
    `${count === 1 ? '1 part is' : `${count} parts are`} not entered. The report prints “(not entered)” there.`,
  nothingMissing: 'Everything is entered.',
  missingItem: (subject, part, language) => `${subject}: ${part} (${language})`,
  factsMissing: 'Some sessions lack their programme or venue.',
  lacks: (part, languages) => `${part} (${languages.join(', ')})`,
  enter: (subject) => `Enter ${subject}`,
  enterFacts: (code) => `Enter the facts of ${code}`,
  more: (count) => `and ${count} more`,
  open: 'Open the file',
  again: 'Make it anew',
  showMore: 'Show more',
  back: 'Back to all figures',
  rows: 'What it counts',
  showSession: 'Figures of this session',
  rowsOf: (figure, count) => `What ${figure} counts: ${count}`,
  figure: (title, value, unit) => `${title}: ${value} ${unit}`,
  ofSubject: (subject, title) => (subject === '' ? title : `${subject} ${title}`),
  asOf: (day) => `These are the figures as of ${day}.`,
  frozenNow: (day) => `These are the figures that were declared final on ${day}.`,
  computed: (how) => `How: ${how}`,
  corrected: (words) => `Corrected: ${words}`,
  modes: { onsite: 'on site', online: 'online' },
  minutes: (count) => `${count} minutes`,
  counted: (count) => String(count),
  correct: 'Correct it',
  correctDoes: ({ figure, old, value }, frozen) =>
    `${figure} will be printed as ${value} instead of ${old}. ${frozen ? 'The report is final, so this becomes an erratum.' : 'The report will also say who corrected it and why.'}`,
  correctedNow: ({ figure, old, value }) => `${figure} is now printed as ${value} instead of ${old}.`,
  correctIntro:
    'The records stay as they are. Only what the report prints is corrected, with your name and the reason.',
  errataIntro: 'The report is final. The correction becomes an erratum.',
  freeze: 'Declare it final',
  freezeDoes: (checks, missing) =>
    `The report will be final as it is now: no figure and no text of it changes any more, and a corrected figure becomes an erratum. This cannot be undone.${checks === 0 ? '' : ` Checks that fail: ${checks}.`}${missing === 0 ? '' : ` Parts that are not entered: ${missing}.`}`,
  frozen: (day) => `The report is final as of ${day}.`,
  writeIntro: 'Where a part stays empty, the report prints “(not entered)”.',
  lastWritten: ({ part, by, at }) => `Last change: “${part}”, ${at}, ${by === null ? 'from a file' : `by ${by}`}`,
  thereNow: (part, text) => `“${part}” as it is now: ${text}`,
  leftOut: (parts) =>
    `Too long for this form: ${parts.join(', ')}. What is there stays. Please write these one by one in “Text of the report”.`,
  sessionFactsElsewhere:
    'Date, method, venue, programme and speakers are printed as the session itself has them. “Change session” is where to enter them.',
  savedParts: (subject, parts) =>
    `Saved${subject === '' ? '' : ` for ${subject}`}: ${parts.map((part) => `“${part}”`).join(', ')}.`,
  nothingNew: 'Nothing has changed, so the text stays as it is.',
  history: (count) =>
    count === 1
      ? 'The one change of the report’s text.'
      : `The ${count} changes of the report’s text, the latest first.`,
  older: 'Earlier changes',
  wholeText: 'Show it whole',
  noHistory: 'Nothing of the report’s text is written yet.',
  versionOf: (what, version) => `${what}, version ${version}`,
  writtenBy: (by, at) => (by === null ? `${at}, from a file` : `${at}, by ${by}`),
  saved: (what) => `The text of “${what}” is saved.`,
  nextPart: (what) => `Next: ${what}`,
  saveDoes: (what) => `The text of “${what}” will be saved for the report.`,
  save: 'Save',
  next: 'Next',
  write: 'Write its text',
  inLanguage: (title, language) => `${title} (${language})`,
  labels: {
    section: 'Part',
    sessionOfPart: 'Session (for its summary, quotations or presentations)',
    figure: 'Figure',
    deliverableType: 'Deliverable',
    value: 'The right number',
    why: 'Why',
    said: 'Language in which it was said',
    sessionOf: 'Session (for a figure of a session)',
    session: 'Session',
  },
  hints: {
    sections: {
      members: 'One company a line',
      voices: 'One a line, as “words | speaker”, in the same order in both languages',
      presentations: 'One a line in their order, as “company | title | name of the file”',
    },
    said: 'The other one is printed as the secretariat’s translation',
  },
  languages: { ja: 'Japanese', en: 'English', both: 'Japanese and English' },
  refusals: {
    report_frozen: ({ day }) =>
      `The report is final since ${day}, and its text stays as it is. A wrong figure can become an erratum: “Correct a report figure”.`,
    frozen_already: ({ day }) => `The report is final since ${day}. “Implementation report” hands it out.`,
    same_value: ({ value }) => `It is ${value} already. Please enter the right number.`,
    not_whole: () => 'This figure is a whole number. Please enter 0 or more, without a fraction.',
    text_changed: ({ parts, by, at }) =>
      `${by === null ? 'A file' : by.en} has changed ${parts.map(({ en: part }) => `“${part}”`).join(', ')} since (${at.en}). What is there now stands in this form: please bring both together and save again.`,
    needs_session: () => 'This figure belongs to a session. Please choose which one.',
  },
  actions: {
    'report.make': action(
      'Implementation report',
      'Makes the implementation report in Japanese and English, for Word, Excel and more',
      'make the implementation report',
    ),
    'report.figures': action(
      'Figures of the report',
      'Shows the report’s figures, what they count and the rows behind',
    ),
    'report.narrative': action('Text of the report', 'Takes the report’s purpose, summaries, quotations and plans'),
    'report.programme': action('Report: the programme', 'Takes the report’s purpose, organisation, results and plans'),
    'report.session': action('Report: a session', 'Takes a session’s summary, quotations and presentations'),
    'report.history': action('History of the report’s text', 'Shows who wrote which text of the report, and when'),
    'report.correct': action('Correct a report figure', 'Corrects a figure that the report prints, with a reason'),
    'report.freeze': action('Finalise the report', 'Makes the report final; later corrections become errata'),
  },
};

export const reportTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
