/** All words about marks on the element check, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  kinds: { missed: '記載があるのに見つかっていない', false_hit: '見つかったが、この項目の記載ではない' },
  labels: { element: 'チェック項目', kind: '内容', sentence: '該当する文' },
  hints: { sentence: '原稿の文をそのまま貼り付けてください。' },
  on: (about: string) => `${about}の自動確認の誤りを記録します。自動確認の改善に使われ、企業には表示されません。`,
  mark: '記録する',
  marked: '自動確認の誤りを記録しました。',
  known: 'この誤りは、すでに記録されています。',
  counts: ({ missed, false_hit }: { missed: number; false_hit: number }) =>
    `自動確認の誤りの記録: 見落とし${missed}件、誤検出${false_hit}件`,
  actions: {
    'draft.mark': action('自動確認の誤り', '自動確認の見落としや誤検出を記録します', '自動確認の誤りを記録'),
  },
  refusals: {
    mark_element: () => '誤りを記録する項目を、一覧からお選びください。',
    mark_no_text: () => 'この版には本文がないため、記録できません。最新の版をお選びください。',
    mark_unknown: ({ nearest }: { readonly nearest: string }) =>
      nearest === ''
        ? 'その文は、この版には見つかりません。原稿の文をそのまま貼り付けてください。'
        : `その文は、この版には見つかりません。近い文: 「${nearest}」。この文を貼り付けてください。`,
  },
};

const en: typeof ja = {
  kinds: { missed: 'It is there, and the check missed it', false_hit: 'The check found it, and it is not about this' },
  labels: { element: 'Element', kind: 'What is wrong', sentence: 'Which sentence' },
  hints: { sentence: 'Paste it as it stands in the draft.' },
  on: (about) =>
    `Notes what the check got wrong about ${about}. It is used to improve the check; the company does not see it.`,
  mark: 'Note it',
  marked: 'It is noted that the check was wrong here.',
  known: 'This was noted before.',
  counts: ({ missed, false_hit }) => `Noted on the check: missed ${missed}, found wrongly ${false_hit}`,
  actions: {
    'draft.mark': action('The check is wrong', 'Notes what the check missed or found wrongly', 'the check is wrong'),
  },
  refusals: {
    mark_element: () => 'Please choose from the list on which element the check is wrong.',
    mark_no_text: () => 'This version has no text. Please choose the latest one.',
    mark_unknown: ({ nearest }) =>
      nearest === ''
        ? 'This version has no such sentence. Please paste it as it stands in the draft.'
        : `This version has no such sentence. The nearest is “${nearest}”. Please paste that.`,
  },
};

export const markTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
