/** How the secretariat asks for the export without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const exportRecogniser: Recogniser = {
  sayings: [
    /(?:プログラム|名簿)(?:と名簿)?(?:の|を)?(?:ファイル|エクセル|excel|csv)?(?:を|に|で)?(?:書き出|エクスポート|ダウンロード|出力)/,
    /\b(?:export|download) (?:me |us )?(?:the |our )?(?:programme|roster|people)\b/,
  ],
  // Before the import, which is called by the roster, too.
  absorbs: ['programme.import', 'programme.choose'],
  possible: true,
  examples: [
    { say: '名簿を書き出して' },
    { say: 'プログラムと名簿をエクスポートしたい' },
    { say: 'export the programme and its roster' },
    { say: 'please download the roster' },
  ],
  counterExamples: ['名簿を取り込みたい', 'import the roster'],
};
