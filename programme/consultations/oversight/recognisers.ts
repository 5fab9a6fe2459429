/** How the secretariat asks who has not booked a consultation yet. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const sayings = [
  /相談を?(?:まだ)?(?:予約して|申し込んで)い?ない(?:企業|会社)/,
  /\bwho (?:has|have) ?(?:not|n['’]t) (?:yet )?booked (?:a |any |their )?consultations?\b/,
  /\b(?:which )?companies (?:have|that have)(?: not|n['’]t) (?:yet )?booked (?:a |any |their )?consultations?\b/,
];

export const overviewRecogniser: Recogniser = {
  sayings,
  asked: sayings,
  absorbs: ['consultation.find', 'consultation.book', 'consultation.mine'],
  possible: true,
  examples: [
    { say: '個別相談をまだ予約していない企業は?' },
    { say: '相談を予約していない会社を教えて' },
    { say: 'who has not booked a consultation yet?' },
  ],
};
