/** All words with which the files of companies' presentations are kept for the report, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Presented {
  readonly company: string;
  readonly where: string;
  readonly number: number;
}

const ja = {
  keepDoes: ({ company, where, number }: Presented, replaces: string | null) =>
    `「${where}」の${number}番目の発表として、${company}の資料を報告書に載せます。${replaces === null ? '' : `今の資料「${replaces}」は削除します。`}`,
  kept: ({ company, where, number }: Presented) => `${company}の発表を「${where}」の${number}番目に載せました。`,
  fileOf: (name: string) => `資料: ${name}`,
  titleIn: (language: string, title: string) => `題名(${language}): ${title}`,
  listOf: (count: number) => `企業の発表は${count}件です(発表の順)。`,
  none: '発表資料はまだありません。PowerPoint(.pptx)またはPDFを、このチャットにそのままお送りください。',
  entry: ({ company, where, number }: Presented) => `${where} ${number}番目: ${company}`,
  change: '題名と順番',
  takeOut: '外す',
  open: '資料を開く',
  showMore: '続きを見る',
  showAll: '発表資料の一覧',
  add: '発表資料を載せる',
  details: '題名と順番を入力',
  removeDoes: ({ company, where }: Presented, frozen: boolean) =>
    `「${where}」の${company}の発表資料を外し、ファイルを削除します。元には戻せません。${frozen ? '報告書は確定済みのため、報告書の一覧には資料の名前が残ります。' : ''}`,
  removed: ({ company, where }: Presented) => `「${where}」の${company}の発表資料を外し、削除しました。`,
  intro: '発表の一覧に、企業、題名、資料のファイル名が、発表の順に載ります。',
  next: '次へ',
  save: '保存する',
  labels: {
    sent: 'お送りいただいたファイル',
    here: '資料のファイル',
    session: '開催回',
    company: '企業',
    position: '何番目の発表か',
    titleJa: '題名(日本語)',
    titleEn: '題名(英語)',
    presentation: '発表',
  },
  hints: {
    here: 'ここで選べない場合は、このチャットにファイルをそのままお送りください',
    position: '空欄なら最後(変更のときは今の順番)',
  },
  refusals: {
    one_presentation: (_facts: Readonly<Record<string, never>>) =>
      '1つの発表の資料は1件です。企業ごとに1件ずつお送りください。',
    presentation_refused: ({ file }: { readonly file: string }) =>
      `「${file}」は発表資料として受け取れません。PowerPoint(.pptx)またはPDFで保存し直してお送りください。`,
    no_presentations: (_facts: Readonly<Record<string, never>>): string => ja.none,
  },
  actions: {
    'report.keep-presentation': action(
      '発表資料を載せる',
      '企業が発表した資料を、題名と順番を付けて報告書に載せます',
      '発表資料を保存',
    ),
    'report.presentations': action('報告書の発表資料', '企業の発表の順番と資料を表示します', '発表資料の一覧'),
    'report.remove-presentation': action('発表資料を外す', '企業の発表資料を報告書から外し、ファイルを削除します'),
  },
};

const en: typeof ja = {
  keepDoes: ({ company, where, number }, replaces) =>
    `Keep what ${company} presented as number ${number} of “${where}”, for the report.${replaces === null ? '' : ` What is there now, “${replaces}”, is deleted.`}`,
  kept: ({ company, where, number }) => `The presentation of ${company} is number ${number} of “${where}” now.`,
  fileOf: (name) => `File: ${name}`,
  titleIn: (language, title) => `Title (${language}): ${title}`,
  listOf: (count) =>
    count === 1
      ? 'There is the file of one presentation.'
      : `There are the files of ${count} presentations, in their order.`,
  none: 'There are no files of presentations yet. Please drop a PowerPoint (.pptx) or PDF file here, just as it is.',
  entry: ({ company, where, number }) => `${where}, number ${number}: ${company}`,
  change: 'Title and order',
  takeOut: 'Take it out',
  open: 'Open the file',
  showMore: 'Show more',
  showAll: 'All presentations',
  add: 'Add a presentation',
  details: 'Enter title and order',
  removeDoes: ({ company, where }, frozen) =>
    `The presentation of ${company} at “${where}” is taken out, and its file is deleted. This cannot be undone.${frozen ? ' The report is final, so the name of the file stays in its list.' : ''}`,
  removed: ({ company, where }) => `The presentation of ${company} at “${where}” is taken out and deleted.`,
  intro: 'The report lists companies, titles and names of files in the order of the presentations.',
  next: 'Next',
  save: 'Save',
  labels: {
    sent: 'Files that you have sent',
    here: 'The file',
    session: 'Session',
    company: 'Company',
    position: 'Number among the presentations',
    titleJa: 'Title in Japanese',
    titleEn: 'Title in English',
    presentation: 'Presentation',
  },
  hints: {
    here: 'Where none can be chosen here, drop the file into this chat',
    position: 'Left empty, it comes last, or stays where it is',
  },
  refusals: {
    one_presentation: () => 'A presentation has one file. Please send those of the companies one by one.',
    presentation_refused: ({ file }) =>
      `“${file}” cannot be kept as a presentation. Please save it as PowerPoint (.pptx) or PDF and send it again.`,
    no_presentations: () => en.none,
  },
  actions: {
    'report.keep-presentation': action(
      'Report: a presentation',
      'Keeps the file of what a company presented, with title and order',
      'keep a presentation',
    ),
    'report.presentations': action('Report: presentations', 'Shows the presentations of companies with their files'),
    'report.remove-presentation': action(
      'Report: take out a talk',
      'Takes the file of a presentation out and deletes it',
    ),
  },
};

export const presentationTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
