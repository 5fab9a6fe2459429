/** All words about looking at what changed between two versions, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Versions {
  readonly company: string;
  readonly title: string;
  readonly older: number;
  readonly newer: number;
}

const ja = {
  title: ({ company, title, older, newer }: Versions) => `「${company}」の「${title}」 第${older}版 → 第${newer}版`,
  version: (number: number, day: string) => `第${number}版(${day})`,
  choice: ({ company, title, version }: { company: string; title: string; version: string }) =>
    `${company} ${title} ${version}`,
  labels: { older: '前の版', newer: '新しい版' },
  comments: 'コメントへの対応',
  inFiles: 'すべての変更点は、次のファイルでご覧ください(リンクは15分有効です)。',
  asFiles: 'ファイルで見る',
  docx: 'Wordで開く',
  html: 'ブラウザーで開く',
  show: '比較する',
  actions: {
    'draft.difference': action('版の変更点', '2つの版の違いを、条文ごとに表示します', '変更点', '版の比較'),
  },
  refusals: {
    one_version: () => '比べられる版がまだありません。次の版が提出されると、違いをご覧いただけます。',
    same_version: () => '同じ版が選ばれています。異なる2つの版をお選びください。',
    other_deliverable: () => '別の提出物の版とは比べられません。同じ提出物の版を2つお選びください。',
    version_gone: () => '選ばれた版は取り下げられたため、本文がありません。ほかの版をお選びください。',
  },
};

const en: typeof ja = {
  title: ({ company, title, older, newer }) => `“${title}” of ${company}: version ${older} → version ${newer}`,
  version: (number, day) => `version ${number} (${day})`,
  choice: ({ company, title, version }) => `${company}, ${title}, ${version}`,
  labels: { older: 'Earlier version', newer: 'Later version' },
  comments: 'What became of the comments',
  inFiles: 'Everything that changed is in these files (the links work for 15 minutes).',
  asFiles: 'As a file',
  docx: 'Open in Word',
  html: 'Open in the browser',
  show: 'Compare',
  actions: {
    'draft.difference': action(
      'What changed',
      'Shows clause by clause what changed between two versions',
      'compare versions',
    ),
  },
  refusals: {
    one_version: () => 'There is no other version to compare with yet. You will see the difference once there is.',
    same_version: () => 'These are the same version. Please choose two different ones.',
    other_deliverable: () => 'These are versions of two deliverables. Please choose two versions of the same one.',
    version_gone: () => 'One of these versions was withdrawn, so that its text is gone. Please choose another.',
  },
};

export const changeTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
