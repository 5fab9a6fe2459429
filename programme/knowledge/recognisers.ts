/** How people ask for what stands in the programme's material, and for its documents, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

/** 「調べる: 救済」, "look up remedy": what follows is looked for. */
const lookedUp =
  /^\s*(?:調べる|用語集)(?:(?:で|から|を|の)?\s*[:：]\s*|(?:で|から|を|の)?\s+)(\S[\s\S]{0,299})$|^\s*(?:please )?(?:look up|glossary)(?:\s*:\s*|\s+)(\S[\s\S]{0,299})$/iu;

/** 「救済を資料で調べてください」 */
const inMaterial =
  /^\s*(\S[\s\S]{0,200}?)(?:について|を|は)?(?:プログラムの)?(?:資料|ナレッジ|用語集)(?:で|から)(?:調べて|探して|検索して)/u;

export const searchRecogniser: Recogniser = {
  alone: ({ text }) => {
    const [, japanese, english] = lookedUp.exec(text) ?? [];
    const words = (japanese ?? english ?? inMaterial.exec(text)?.[1])?.trim();
    return words === undefined ? null : { words };
  },
  sayings: [
    /(?:用語集|ナレッジ)(?:を|で|の)(?:見|探|検索|調べ|開)[^ ]*/,
    /\b(?:open|show|search|see) (?:me )?the (?:glossary|knowledge)\b/,
  ],
  examples: [
    { say: '調べる 苦情処理メカニズム', input: { words: '苦情処理メカニズム' } },
    { say: '調べる：負の影響', input: { words: '負の影響' } },
    { say: '救済について資料で調べてください', input: { words: '救済' } },
    { say: 'look up grievance mechanism', input: { words: 'grievance mechanism' } },
    { say: 'glossary: salient issue', input: { words: 'salient issue' } },
    { say: '用語集を見たい' },
    { say: 'open the glossary' },
  ],
  counterExamples: ['会場を調べて連絡します', 'I will look it up myself'],
};

export const sourcesRecogniser: Recogniser = {
  sayings: [
    /ナレッジの(?:資料|文書|ファイル)?(?:の)?(?:一覧|リスト)[^ ]*/,
    /ナレッジに(?:は)?(?:何|なに|どの資料|どんな資料)[^ ]*/,
    /\b(?:list|show|see) (?:me )?(?:the )?(?:documents|sources|files) (?:in|of) the knowledge\b/,
    /\b(?:list|show|see) (?:me )?(?:the )?knowledge (?:documents|sources|files)\b/,
  ],
  asked: [
    /ナレッジに(?:は)?(?:何|なに|どの資料|どんな資料)[^ ]*/,
    /\bwhat (?:documents )?(?:is|are) in the knowledge\b/,
  ],
  examples: [
    { say: 'ナレッジの資料一覧を見せて' },
    { say: 'ナレッジには何がありますか' },
    { say: 'show me the documents in the knowledge' },
    { say: 'What documents are in the knowledge?' },
  ],
};

export const addRecogniser: Recogniser = {
  sayings: [
    /ナレッジ(?:に|へ)(?:追加|加え|登録|入れ|載せ)[^ ]*/,
    /\badd (?:it |this |that |a (?:file|document) |this (?:file|document) )?to (?:the )?knowledge\b/,
  ],
  examples: [{ say: 'この資料をナレッジに加えたい' }, { say: 'add this document to the knowledge' }],
};

export const retireRecogniser: Recogniser = {
  sayings: [
    /ナレッジ(?:から|の資料を)(?:消|外|削除|取り除|下げ)[^ ]*/,
    /\b(?:remove|delete|retire|take) (?:a document |it |this )?(?:out )?(?:from|of) (?:the )?knowledge\b/,
  ],
  examples: [{ say: '古い資料をナレッジから外したい' }, { say: 'remove it from the knowledge' }],
};
