/** How people ask to submit, see, begin and take back drafts without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

/** What is handed in, in Japanese and English. */
const what =
  '(?:人権方針|方針|デュー ?デリジェンス計画|成果物)?の?(?:原稿|ドラフト|草案|案|下書き|改訂版|修正版|新しい版|第? ?[0-9]+ ?版)';
const draft = '(?:drafts?|versions?)(?: (?:of )?(?:the |our |my )?(?:human rights )?policy)?';
const whose = '(?:the |our |my |a |this |that )?';
const newer = '(?:new |next |latest |newest |revised |second |first )?';

/** Shorter texts are something that people say. */
const SHORTEST_PASTED = 300;

/** Whether a text is a policy that was pasted, and nothing that is said to the bot: long, of several lines or sentences, and about human rights. */
function isPasted(text: string): boolean {
  if (text.length < SHORTEST_PASTED) return false;
  const parts = text.match(/[。\n]|\.\s/g)?.length ?? 0;
  const named = text.match(/人権|human rights/gi)?.length ?? 0;
  return parts >= 4 && named >= 3;
}

export const submitRecogniser: Recogniser = {
  alone: ({ text }) => (isPasted(text) ? { text } : null),
  sayings: [
    new RegExp(
      `${what}(?:を|の)?(?:提出(?!を(?:取|撤|引)|の?(?:期限|締|〆))|出し|送り|送付|送信|アップロード|アップ|お送り)[^ ]*`,
    ),
    /(?:人権方針|方針|成果物)を(?:提出(?!し?て?(?:いま|おり)せん)|送り|送付|送信|アップロード)[^ ]*/,
    new RegExp(`\\b(?:submit|send in|send you|hand in|upload|turn in) ${whose}${newer}${draft}`),
    /\b(?:submit|hand in|upload|turn in) (?:our |my |the )?(?:draft )?(?:human rights )?policy\b/,
  ],
  possible: true,
  examples: [
    { say: '人権方針のドラフトを提出します' },
    { say: '原稿を提出したい' },
    { say: '人権方針を提出したいです' },
    { say: '修正版を送ります' },
    { say: 'I want to submit our draft human rights policy.' },
    { say: 'submit a new version of our policy' },
    { say: 'Can I hand in our policy?' },
  ],
  counterExamples: ['原稿は提出していません', '人権方針の提出期限はいつですか?'],
};

export const mineRecogniser: Recogniser = {
  sayings: [
    /(?:提出物|成果物|人権方針|方針|原稿)の?(?:状況|進捗|ステータス|一覧)(?:を|は|が)?[^ ]*/,
    /\b(?:our|my|the) deliverables?\b|\b(?:status|stage|progress) of (?:our|my|the) (?:draft|policy|deliverables?)\b/,
  ],
  asked: [
    /(?:人権方針|方針|原稿|ドラフト|提出物|成果物)の?(?:提出)?(?:の)?(?:期限|締め?切り?|〆切)[^ ]*/,
    /(?:人権方針|方針|原稿|ドラフト)(?:の確認)?(?:は|って)?(?:今)?(?:どう|どこまで)(?:なって|進んで)[^ ]*/,
    /\bwhen (?:is|are) (?:our |my |the )?(?:human rights )?(?:policy|drafts?|policy draft|deliverables?)(?: draft)? due\b/,
    /\b(?:due date|deadline) (?:of|for) (?:our |my |the )?(?:human rights )?(?:policy|drafts?|deliverables?)\b/,
  ],
  examples: [
    { say: '提出物の状況を見せて' },
    { say: '人権方針の提出期限はいつですか?' },
    { say: '原稿の締切はいつ' },
    { say: 'our deliverables' },
    { say: 'When is the policy draft due?' },
    { say: 'What is the deadline for our policy?' },
  ],
};

export const checkRecogniser: Recogniser = {
  sayings: [
    /(?:原稿|ドラフト|方針)の?(?:記載|要素|項目)(?:の)?(?:確認|チェック)[^ ]*|(?:原稿|ドラフト)を(?:自動)?チェック[^ ]*/,
    /\bcheck (?:our|my|the) (?:draft|policy)\b|\b(?:result|results) of the check\b|\bwhich elements (?:are|is) missing\b/,
  ],
  asked: [
    /(?:原稿|ドラフト|方針)に?(?:足りない|不足している|抜けている)(?:項目|要素|記載|もの)[^ ]*/,
    /\bwhat (?:is|does) (?:our|the) (?:draft|policy) (?:missing|lack|mention)\b|\bwhich elements (?:are|is) missing\b/,
  ],
  possible: true,
  examples: [
    { say: '原稿の記載の確認を見たい' },
    { say: 'ドラフトをチェックして' },
    { say: '原稿に足りない項目は何ですか' },
    { say: 'check our draft' },
    { say: 'Which elements are missing?' },
  ],
};

export const declareRecogniser: Recogniser = {
  sayings: [
    /会社の申告(?:を|は)?[^ ]*/,
    /取締役会(?:の|で)?(?:承認)?(?:日|した日)を(?:申告|登録|知らせ|伝え)[^ ]*/,
    /\b(?:tell|report|declare) (?:you )?(?:the |our )?(?:day|date) of (?:the |our )?board(?:'s)? (?:approval|decision)\b/,
  ],
  examples: [{ say: '会社の申告を入力したい' }, { say: 'I want to declare the date of the board approval' }],
};

export const beginRecogniser: Recogniser = {
  sayings: [
    /(?:人権方針|方針|原稿|成果物)(?:の作成)?(?:に|を)(?:着手|作り始め|書き始め|始め)(?:し)?[^ ]*/,
    /\bwe (?:have )?(?:begun|started|began) (?:with |on |writing |drafting )?(?:the |our )?(?:human rights )?(?:policy|draft)\b/,
  ],
  examples: [
    { say: '人権方針の作成に着手しました' },
    { say: '原稿を書き始めました' },
    { say: 'We have started drafting our policy' },
  ],
};

export const fileRecogniser: Recogniser = {
  sayings: [
    new RegExp(
      `(?:提出した|最新の|前回の)?${what}(?:の)?(?:ファイル)?を?(?:開き|開い|見せ|見たい|ダウンロード|もう一度もら|返し)[^ ]*`,
    ),
    new RegExp(`\\b(?:open|download|show me|see|give me) ${whose}${newer}(?:submitted )?${draft}`),
  ],
  absorbs: ['file.about'],
  possible: true,
  examples: [
    { say: '提出した原稿を見せて' },
    { say: '最新の原稿を開いて' },
    { say: 'open our latest draft' },
    { say: 'download the draft' },
  ],
};

export const withdrawRecogniser: Recogniser = {
  sayings: [
    new RegExp(`(?:提出した)?${what}(?:の提出)?を(?:取り?下げ|引き?上げ|撤回|取り?消)[^ ]*`),
    new RegExp(`\\b(?:withdraw|take back|retract) ${whose}${newer}(?:submitted )?${draft}`),
  ],
  possible: true,
  examples: [
    { say: '提出した原稿を取り下げたい' },
    { say: '原稿の提出を取り消したい' },
    { say: 'withdraw our draft' },
    { say: 'We want to take back the draft' },
  ],
  counterExamples: ['原稿は取り下げません'],
};
