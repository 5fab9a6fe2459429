/** How people ask to be told no longer when an hour frees. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const unwatchRecogniser: Recogniser = {
  sayings: [
    /(?:空き待ち|空いたら(?:の|という)?お?知らせ|お?知らせの(?:申し?込み?|希望|登録))を?(?:やめ|取り?消|解除|止め|キャンセル)[^ ]*/,
    /\b(?:stop|cancel|end|remove) (?:the |my |our )?(?:watch(?:ing)?|waiting for an hour)\b.*/,
  ],
  // To stop something refuses it.
  refusals: [/空き待ちを?やめ[^ ]*/, /\bstop (?:the |my |our )?watch(?:ing)?\b.*/],
  absorbs: ['session.cancel', 'consultation.watch'],
  insteadOf: ({ action }, { said }) => action === 'session.cancel' && /\bcancel (?:the |my |our )?watch\b/.test(said),
  possible: true,
  uses: /\bwatch(?:ing)?\b/gi,
  examples: [{ say: '空き待ちをやめたい' }, { say: 'お知らせの申し込みを取り消したい' }, { say: 'cancel the watch' }],
  counterExamples: ['セミナーの申し込みを取り消したい', 'お知らせを止めたい'],
};
