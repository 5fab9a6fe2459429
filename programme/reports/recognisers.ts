/** How the secretariat asks for the report without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const makeReportRecogniser: Recogniser = {
  // "report" within a sentence is mostly what somebody reports: an approval, a publication.
  onlyAlone: true,
  sayings: [
    /(?:実施)?報告書(?:を|の)?(?:(?:日本語|英語|両方の言語|日英)(?:版)?[でをと]?){0,2}(?:作っ|作成|作り|出し|出力|ください|欲し|ほし|まとめ)/,
    /\b(?:make|create|write|generate|produce|prepare) (?:me |us )?(?:the |an? )?(?:implementation |final )?report\b/,
  ],
  // "In English" says in which language the report is to be.
  absorbs: ['member.language'],
  possible: true,
  read: ({ said }) => {
    const [ja, en] = [/日本語|\bjapanese\b/.test(said), /英語|\benglish\b/.test(said)];
    return ja === en ? {} : { languages: ja ? 'ja' : 'en' };
  },
  uses: /日本語(?:で|の)?|英語(?:で|の)?|\b(?:in )?(?:japanese|english)\b/gi,
  examples: [
    { say: '実施報告書を作って' },
    { say: '英語で実施報告書を作って', input: { languages: 'en' } },
    { say: '実施報告書を英語で作って', input: { languages: 'en' } },
    { say: 'please make the implementation report' },
    { say: 'make the report in Japanese', input: { languages: 'ja' } },
  ],
};

export const figuresRecogniser: Recogniser = {
  sayings: [
    /報告書の?(?:数値|数字)(?!を?(?:訂正|修正|直))/,
    /\b(?:report['’]?s? figures|figures (?:of|in|for) the report)\b/,
  ],
  asked: [/報告書の?(?:数値|数字)/, /\bfigures (?:of|in|for) the report\b/],
  absorbs: ['report.make'],
  possible: true,
  examples: [{ say: '報告書の数値を見せて' }, { say: 'show the figures of the report' }],
};

export const narrativeRecogniser: Recogniser = {
  sayings: [
    /報告書の?(?:文章|本文|要約)(?:を|の)?(?:書|入力|編集)/,
    /\b(?:write|edit|enter) the (?:text|narrative) (?:of|for) the report\b/,
  ],
  absorbs: ['report.make'],
  examples: [{ say: '報告書の文章を入力したい' }, { say: 'edit the text of the report' }],
};

export const programmeTextRecogniser: Recogniser = {
  sayings: [
    /報告書の?(?:目的|体制|成果|今後の計画)(?:を|の)?(?:書|入力|編集)/,
    /\b(?:write|edit|enter) the (?:purpose|plans|results) (?:of|for) the report\b/,
  ],
  absorbs: ['report.make'],
  examples: [{ say: '報告書の目的を入力したい' }, { say: 'edit the purpose of the report' }],
};

export const sessionTextRecogniser: Recogniser = {
  sayings: [
    /報告書の?(?:開催回|発言|発表)の?(?:文章)?(?:を|の)?(?:書|入力|編集)/,
    /\b(?:write|edit|enter) (?:a|the) session(?:['’]s text)? (?:of|for|in) the report\b/,
  ],
  absorbs: ['report.make'],
  examples: [{ say: '報告書の開催回の文章を書きたい' }, { say: 'enter a session for the report' }],
};

export const historyRecogniser: Recogniser = {
  sayings: [/報告書の?文章の?(?:履歴|変更)/, /\bhistory of the report['’]s text\b/],
  asked: [/報告書の?文章の?履歴/],
  absorbs: ['report.make', 'report.narrative'],
  possible: true,
  examples: [{ say: '報告書の文章の履歴を見せて' }, { say: 'show the history of the report’s text' }],
};

export const correctRecogniser: Recogniser = {
  sayings: [
    /報告書の?(?:数値|数字)を?(?:訂正|修正|直)/,
    /\bcorrect (?:a|the) (?:figure|number)s? (?:of|in) the report\b/,
  ],
  absorbs: ['report.figures', 'report.make'],
  examples: [{ say: '報告書の数値を訂正したい' }, { say: 'correct a figure in the report' }],
};

export const freezeRecogniser: Recogniser = {
  sayings: [/報告書を?(?:確定|凍結)/, /\b(?:freeze|finali[sz]e) the (?:implementation )?report\b/],
  absorbs: ['report.make'],
  examples: [{ say: '報告書を確定してください' }, { say: 'freeze the report' }],
};
