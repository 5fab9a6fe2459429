/** How the secretariat asks what goes to the language model without naming the action. The tests hold to the examples. */
import type { Values } from '../messages/message.js';
import type { Recogniser } from '../requests/recogniser.js';

const MODEL = '(?:言語モデル|生成ai|aiモデル|chatgpt)';

function useIn(said: string): Values {
  if (/(?:名前|氏名|社名)(?:は|を)?(?:隠|伏せ|除|抜|なし)|\bwithout (?:the )?names\b/.test(said))
    return { use: 'without_names' };
  if (/(?:名前|氏名|社名)(?:も|を)?(?:含め|送)|\bwith (?:the )?names\b/.test(said)) return { use: 'with_names' };
  return /使わな|使用しな|利用しな|止め|やめ|オフ|停止|無効|\b(?:off|stop|disable|without)\b/.test(said)
    ? { use: 'off' }
    : {};
}

export const modelUseRecogniser: Recogniser = {
  sayings: [
    new RegExp(
      `${MODEL}の?(?:設定|利用|使用)?(?:を|は|の|に)?.*(?:変更|設定|止め|やめ|オフ|オン|停止|無効|有効|使|送)[^ ]*`,
    ),
    /\b(?:turn|switch) (?:the )?(?:language model|llm|ai model) (?:on|off)\b/,
    /\b(?:turn|switch) (?:on|off) (?:the )?(?:language model|llm|ai model)\b/,
    /\b(?:stop|disable|enable|use|change|set) (?:using )?(?:the )?(?:language model|llm|ai model)\b.*/,
  ],
  refusals: [
    new RegExp(`${MODEL}(?:を|は).*(?:使わな|使用しな|利用しな)[^ ]*`),
    /\b(?:use|set) the (?:language model|llm|ai model) without (?:the )?names\b/,
  ],
  read: ({ said }) => useIn(said),
  examples: [
    { say: '言語モデルを止めて', input: { use: 'off' } },
    { say: '言語モデルの設定を変更したい' },
    { say: 'turn off the language model', input: { use: 'off' } },
    { say: 'use the language model without names', input: { use: 'without_names' } },
  ],
  counterExamples: ['AIの研修はいつですか', 'does the workshop cover AI?'],
};
