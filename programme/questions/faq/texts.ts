/** All words of the FAQ, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

const ja = {
  labels: {
    questionJa: '質問(日本語)',
    answerJa: '回答(日本語)',
    questionEn: '質問(英語)',
    answerEn: '回答(英語)',
    keepNames: '名前の掲載',
    entry: 'よくある質問',
  },
  hints: {
    both: '日本語か英語のどちらか、できれば両方をご入力ください。質問と回答は組でお願いします。',
    noNames: 'プログラムの全員が見ます。企業や個人の名前は書かないでください。',
  },
  keep: '名前を残す',
  takeOut: '名前を消す',
  add: '加える',
  save: '保存する',
  retire: '掲載を終える',
  change: '変更する',
  next: '次へ',
  onlyOther: 'この項目は英語だけです。',
  lacks: { ja: '日本語がまだありません。', en: '英語がまだありません。' },
  lacking: { ja: '英語のみ', en: '日本語のみ' },
  newest: ({ shown, of }: { readonly shown: number; readonly of: number }) =>
    `新しいものから${shown}件を表示しています(全${of}件)。ほかの項目は「よくある質問」で探し、そのボタンからお選びください。`,
  cut: '長いため、上限の文字数で切りました。内容をご確認ください。',
  found: (count: number, words: string) =>
    count === 0 ? `「${words}」に近いよくある質問はありません。` : `「${words}」に近いよくある質問: ${count}件`,
  all: (count: number) => (count === 0 ? 'よくある質問はまだありません。' : `よくある質問: ${count}件`),
  askAnyway: '見つからないときは、事務局または担当のアドバイザーに質問できます。',
  ask: '質問する',
  more: '続きを見る',
  added: 'よくある質問に加えました。',
  changed: 'よくある質問を変更しました。',
  retires: (question: string) => `掲載を終えます: 「${question}」`,
  retiresTold: '検索にも一覧にも表示されなくなります。',
  retired: 'よくある質問の掲載を終えました。',
  refusals: {
    entry_empty: () => '質問と回答を、日本語か英語のどちらかでご入力ください。',
    half_in_japanese: () => '日本語は質問と回答の両方をご入力ください。どちらも空にすると英語だけになります。',
    half_in_english: () => '英語は質問と回答の両方をご入力ください。どちらも空にすると日本語だけになります。',
    entry_calls_everybody: ({ mention }: { readonly mention: string }) =>
      `「${mention}」は、よくある質問では誰も呼び出しません。この部分を消してから保存してください。`,
    names_somebody: ({ names }: { readonly names: readonly string[] }) =>
      `プログラムの企業または個人の名前があります: ${names.join('、')}。消してから保存するか、残す場合は「名前を残す」をお選びください。`,
    faq_full: ({ most }: { readonly most: number }) =>
      `よくある質問は${most}件までです。使われていないものの掲載を終えてから加えてください。`,
    entry_gone: () => 'この項目は掲載を終えています。一覧は「よくある質問」でご覧いただけます。',
    entry_changed: () =>
      '開かれたあとに、ほかの方が変更しました。いまの内容を「よくある質問」でご確認のうえ、もう一度変更してください。',
    no_entries: () => 'よくある質問はまだありません。「よくある質問への追加」から加えられます。',
  },
  actions: {
    'faq.search': action('よくある質問', 'よくある質問と回答を探します', 'よくあるご質問'),
    'faq.add': action(
      'よくある質問への追加',
      '質問と回答を、日本語と英語でよくある質問に加えます',
      'よくある質問に追加',
    ),
    'faq.change': action('よくある質問の変更', 'よくある質問の内容を変更します', 'よくある質問を変更'),
    'faq.retire': action('よくある質問の掲載終了', 'よくある質問の掲載を終えます', 'よくある質問を終了'),
  },
};

const en: typeof ja = {
  labels: {
    questionJa: 'Question in Japanese',
    answerJa: 'Answer in Japanese',
    questionEn: 'Question in English',
    answerEn: 'Answer in English',
    keepNames: 'Names in the text',
    entry: 'Entry',
  },
  hints: {
    both: 'Fill in one language, better both; in each a question with its answer.',
    noNames: 'Everybody in the programme reads it. Please name no company and no person.',
  },
  keep: 'Keep the names',
  takeOut: 'Take them out',
  add: 'Add',
  save: 'Save',
  retire: 'Retire',
  change: 'Change',
  next: 'Next',
  onlyOther: 'This entry is in Japanese only.',
  lacks: { ja: 'It lacks Japanese.', en: 'It lacks English.' },
  lacking: { ja: 'English only', en: 'Japanese only' },
  newest: ({ shown, of }) =>
    `These are the newest ${shown} of ${of}. Look for the others under “FAQ” and choose them by their buttons.`,
  cut: 'It was longer than an entry may be and was cut. Please look at it before you save it.',
  found: (count, words) =>
    count === 0 ? `The FAQ has nothing close to “${words}”.` : `In the FAQ, close to “${words}”: ${count}`,
  all: (count) => (count === 0 ? 'There is no FAQ yet.' : `Entries of the FAQ: ${count}`),
  askAnyway: 'If it is not here, ask the secretariat or your adviser.',
  ask: 'Ask a question',
  more: 'Show more',
  added: 'The entry was added to the FAQ.',
  changed: 'The entry of the FAQ was changed.',
  retires: (question) => `Takes out of the FAQ: “${question}”`,
  retiresTold: 'It is no longer found or listed.',
  retired: 'The entry was taken out of the FAQ.',
  refusals: {
    entry_empty: () => 'Please fill in a question with its answer, in Japanese or in English.',
    half_in_japanese: () => 'In Japanese please fill in both, question and answer, or leave both empty.',
    half_in_english: () => 'In English please fill in both, question and answer, or leave both empty.',
    entry_calls_everybody: ({ mention }) => `“${mention}” calls nobody in the FAQ. Please take it out and save again.`,
    names_somebody: ({ names }) =>
      `It names companies or people of the programme: ${names.join(', ')}. Please take them out and save, or choose “Keep the names”.`,
    faq_full: ({ most }) =>
      `The FAQ holds ${most} entries. Please retire one that nobody needs, and add this one then.`,
    entry_gone: () => 'This entry was retired. The others are under “FAQ”.',
    entry_changed: () => 'Somebody changed it after you opened it. Please look at it under “FAQ” and change it again.',
    no_entries: () => 'There is no FAQ yet. Please add an entry with “Add to the FAQ”.',
  },
  actions: {
    'faq.search': action('FAQ', 'Searches questions that are asked often', 'frequently asked questions'),
    'faq.add': action('Add to the FAQ', 'Adds a question with its answer, in both languages'),
    'faq.change': action('Change the FAQ', 'Changes an entry of the FAQ', 'edit the faq'),
    'faq.retire': action('Retire from the FAQ', 'Takes an entry out of the FAQ', 'remove from the faq'),
  },
};

export const faqTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
