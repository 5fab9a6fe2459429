/** Calls every function of the texts of questions and of the FAQ, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callQuestions(questions: Texts['questions']): void {
  const { faq, notices } = questions;
  for (const count of [0, 1, 2]) {
    questions.usually(count);
    questions.perhapsAnswered(count);
    questions.mine(count);
    questions.inbox(count);
    questions.withAdvisers(count);
    questions.waitingAtAdvisers(count);
    questions.someOf({ shown: 1, of: count });
    faq.newest({ shown: 1, of: count });
    questions.home(count);
    notices.waiting(count);
    faq.found(count, '1');
    faq.all(count);
    for (const likely of [null, '1']) questions.waiting({ asked: '2', age: count, likely });
  }
  for (const likely of [null, '1']) questions.ownWaits(likely);
  for (const company of [null, '1']) questions.from({ name: '2', company });
  for (const say of [questions.sent, questions.withdraws, questions.noteOf, questions.answered, questions.waitsFor])
    say('1');
  for (const say of [questions.correctedDone, questions.passed, faq.retires]) say('1');
  for (const say of [questions.ownTitle, questions.answer, questions.asks, questions.entry]) say('1', '2');
  for (const say of [questions.sends, questions.sendsAnswer]) say('1');
  for (const say of [notices.answered, notices.corrected, notices.passed]) say({ to: '1', question: '2' });
}

export const questionRefusals = {
  ...{ no_adviser: {}, not_your_adviser: {}, perhaps_answered: {}, calls_everybody: { mention: '1' } },
  ...{ already_answered: {}, question_withdrawn: {}, not_answered: {}, answer_changed: {}, same_answer: {} },
  ...{ there_already: {}, not_their_adviser: {}, no_adviser_there: {}, nothing_waits: {}, nothing_answered: {} },
  ...{ nothing_to_withdraw: {}, entry_empty: {}, half_in_japanese: {}, half_in_english: {} },
  ...{ entry_calls_everybody: { mention: '1' }, names_somebody: { names: ['1', '2'] }, faq_full: { most: 1 } },
  ...{ entry_gone: {}, entry_changed: {}, no_entries: {} },
} as const;
