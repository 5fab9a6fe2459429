/** How advisers ask for what they should know before a consultation. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const preparing =
  /.*相談[^。]{0,12}(?:準備|概要|資料を?(?:見|確認)).*|.*(?:準備|予習)[^。]{0,12}相談.*|.*\b(?:prepare|read|know) (?:for|before)\b.*\bconsultation\b|\bbrief (?:for|of|on)\b.*\bconsultation\b/;

export const briefRecogniser: Recogniser = {
  asked: [preparing],
  sayings: [
    /\bprepare me for (?:my |the )?(?:next )?(?:consultation|booking)\b/,
    /\bbrief (?:for|of|on) (?:my |the )?(?:next )?consultation\b|相談の(?:準備|概要)を(?:見|確認)/,
  ],
  uses: /\b(?:next|consultations?|my)\b/gi,
  examples: [
    { say: 'brief for my next consultation' },
    { say: '相談の概要を見せて' },
    { say: 'prepare me for my next consultation' },
  ],
};
