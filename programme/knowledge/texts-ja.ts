/** All words of a programme's knowledge in Japanese. */
import type { DocumentSource } from '../../prisma/client.js';
import type { ChecklistElement } from '../drafts/checklists/checklist.js';
import { actionTexts as action } from '../messages/action-texts.js';

type Level = ChecklistElement['level'];

const levels: Readonly<Record<Level, string>> = {
  requirement: '指導原則16の五つの要件の一つです。',
  'METI example item': '経済産業省の実務参照資料に例が示されている項目です。',
  'common practice': '公表されている方針に多く見られる項目です。',
};

const kinds: Readonly<Record<DocumentSource, string>> = {
  ...{ docx: 'Word文書', pdf: 'PDF文書', markdown: 'Markdown文書', plain: 'テキスト', pasted: '貼り付けた文' },
};

export const ja = {
  levels,
  kinds,
  languages: { ja: '日本語', en: '英語' },
  labels: {
    ...{ words: '調べる言葉・質問', source: '資料', title: '資料名', language: '言語' },
    ...{
      file: 'ファイル',
      sent: 'お送りいただいたファイル',
      missing: '足りなかった点',
      rating: 'お尋ね',
      helpful: '評価',
    },
  },
  hints: {
    words: '例: 苦情処理メカニズムとは',
    title: '回答に出典として表示されます。同じ資料名のものがあるときは、新しいほうに差し替わります。',
    missing: '例: 締切の日が書かれていない',
    file: 'Word(.docx)、PDF、Markdown(.md)、テキスト(.txt)をお送りください。文章だけを読み取り、ファイルは保存しません。',
  },
  helpful: '役に立った',
  unhelpful: '役に立たなかった',
  helped: 'ありがとうございます。お役に立てて何よりです。',
  shownToSecretariat: (words: string) =>
    `お尋ねの「${words}」と、ここにご記入の内容は、お名前とともに事務局に表示されます。`,
  unhelpfulShown: '役に立たなかった回答は、お尋ねの文と足りなかった点が、お名前とともに事務局に表示されます。',
  send: '送信する',
  unhelpfulNoted: 'お知らせいただき、ありがとうございます。事務局が確認します。',
  settles: '役に立たなかった回答を対応済みにします。',
  settle: '対応済みにする',
  settled: '対応済みにしました。',
  unhelpfulLeft: '残りの一覧を見る',
  next: '次へ',
  change: '資料名・言語を変更する',
  look: '調べる',
  add: '追加する',
  glossary: (source: string | null) => (source === null ? '用語集' : `用語集(${source})`),
  means: (term: string, english: string) => `${term}: 英語では “${english}” と書きます。`,
  checklist: (id: string) => `人権方針のチェックリスト ${id}`,
  partsAre: (parts: readonly string[]) => `含まれるもの: ${parts.join('、')}`,
  session: '開催回のご案内',
  page: (page: number) => `${page}ページ`,
  found: (words: string) => `「${words}」について、プログラムの資料にある記述です。`,
  madeByAi: '上の答えはAIが作成しました。番号は下の出典を示します。内容は出典でお確かめください。',
  quoted: '資料の文をそのまま引用しています。',
  nothing: (words: string) => `「${words}」の答えは、プログラムの資料には見当たりません。`,
  askThem: '事務局に質問できます。お尋ねの文は入力済みです。',
  askAnyway: 'これで解決しないときは、事務局に質問できます。',
  howToAdd:
    '答えになる資料があれば、Word、PDF、Markdownのファイルをこのチャットにお送りください。「ナレッジの追加」で加えられます。',
  ask: '事務局に質問する',
  showSession: '開催回を見る',
  adds: ({ title, passages }: { readonly title: string; readonly passages: number }) =>
    `「${title}」をナレッジに加えます(${passages}か所)。`,
  replaces: ({
    title,
    passages,
    since,
  }: {
    readonly title: string;
    readonly passages: number;
    readonly since: string;
  }) => `ナレッジの「${title}」(${since}追加)を、このファイルに差し替えます(${passages}か所)。`,
  begins: (line: string) => `書き出し: ${line}`,
  writtenIn: (language: string) => `言語: ${language}`,
  unread: (pages: readonly number[]) => `文字を読み取れないページがあります: ${pages.join('、')}ページ`,
  seenByAll: 'プログラムの参加者・アドバイザー・講師・事務局の全員が、質問への回答として読むことができます。',
  added: (title: string) => `「${title}」をナレッジに加えました。質問への回答に使われます。`,
  replaced: (title: string) => `ナレッジの「${title}」を差し替えました。質問への回答に使われます。`,
  sources: (count: number) => (count === 0 ? 'ナレッジに資料はまだありません。' : `ナレッジの資料: ${count}件`),
  alsoFrom: 'このほかに、よくある質問、開催回、チェックリスト、用語集からも答えます。',
  sourceLine: ({
    kind,
    language,
    passages,
  }: {
    readonly kind: string;
    readonly language: string;
    readonly passages: number;
  }) => `${kind}、${language}、${passages}か所`,
  addedOn: (day: string, by: string) => (by === '' ? `${day}追加` : `${day}追加(${by})`),
  retire: '使用をやめる',
  retires: (title: string) => `「${title}」をナレッジから外します。`,
  retiresTold: '質問への回答に使われなくなります。戻すには、ファイルをもう一度追加してください。',
  retired: (title: string) => `「${title}」をナレッジから外しました。`,
  more: '続きを見る',
  refusals: {
    source_says_nothing: () => '見出しのほかに文章が見当たりません。本文のあるファイルをお送りください。',
    too_many_sources: ({ most }: { readonly most: number }) =>
      `ナレッジの資料は${most}件までです。「ナレッジの資料一覧」で使わないものを外してから、もう一度追加してください。`,
    too_much_knowledge: () =>
      'ナレッジの分量の上限を超えます。「ナレッジの資料一覧」で使わないものを外すか、資料を分けて必要な部分だけを追加してください。',
    source_known: ({ title }: { readonly title: string }) =>
      `同じ内容のファイルが「${title}」としてすでにあります。追加する必要はありません。`,
    source_gone: () => 'この資料はすでに外されています。今あるものは「ナレッジの資料一覧」でご覧ください。',
    no_ratings: () => '対応をお待ちの回答の評価はありません。',
    rating_settled: () => 'この回答はすでに対応済みです。残りは「概況」の「役に立たなかった回答」でご覧ください。',
    rating_changed: () =>
      '一覧を表示したあとに、ご本人が内容を変更しました。「概況」の「役に立たなかった回答」でもう一度ご確認ください。',
    no_sources: () => 'ナレッジに資料はまだありません。「ナレッジの追加」から加えられます。',
    added_meanwhile: () =>
      '同じ資料名または同じ内容の資料を、ほかの方がいま追加しました。「ナレッジの資料一覧」でご確認ください。',
    one_source: () => '資料は1回に1つずつ追加できます。追加するファイルを1つだけお選びください。',
    source_of_wrong_type: () =>
      'この形式の資料は読み取れません。Word(.docx)、PDF、Markdown(.md)、テキスト(.txt)のいずれかで保存し直して、もう一度お送りください。',
    source_too_large: () =>
      '資料が大きすぎるため読み取れません。画像を減らすなどして10MB以内にし、もう一度お送りください。',
  },
  actions: {
    'knowledge.search': action(
      '調べる',
      '質問や用語を、プログラムの資料から出典付きで調べます',
      '資料を調べる',
      '用語集',
    ),
    'knowledge.rate': action('回答の評価', '回答が役に立ったかどうかを伝えます'),
    'knowledge.settle-rating': action('回答の評価への対応', '役に立たなかった回答を対応済みにします'),
    'knowledge.sources': action(
      'ナレッジの資料一覧',
      '質問への回答に使う資料の一覧を表示します',
      'ナレッジ一覧',
      'ナレッジ',
    ),
    'knowledge.add': action('ナレッジの追加', '質問への回答に使う資料を加えます', 'ナレッジに追加'),
    'knowledge.retire': action('ナレッジから外す', '資料を質問への回答に使わないようにします', 'ナレッジの削除'),
  },
};
