/** How the secretariat asks to grant a company hours without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const grantRecogniser: Recogniser = {
  sayings: [
    /(?:相談(?:の)?)?(?:時間|回数|\d+ ?(?:時間|回))(?:分)?を?(?:追加|付与|増や)[^ ]*/,
    /\b(?:grant|give|add) [^ ]+ (?:[a-z]+ )?(?:one )?(?:more |further |extra |another )?(?:consultation )?(?:hours?|consultations?)\b.*/,
    /\b(?:grant|give|add) (?:an? |one |two |\d+ )?(?:more |further |extra |another )?(?:consultation )?(?:hours?|consultations?) (?:more )?(?:to|for)\b.*/,
  ],
  possible: true,
  examples: [
    { say: 'ミナト精密に1時間追加してください' },
    { say: 'grant one more hour to Minato' },
    { say: 'give Minato another hour' },
  ],
};
