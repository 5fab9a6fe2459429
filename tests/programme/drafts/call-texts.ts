/** Calls every function of the texts of drafts, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';
import { draftFaults } from '../../../programme/drafts/read-draft.js';

const title = { ja: '会', en: 'Meeting' };

/** With digits for names, so that what is left is the language's own. */
export function callDrafts(texts: Texts['drafts']): void {
  const name = { title: '1', number: 2 };
  texts.version(name);
  texts.ofCompany('1', '2');
  for (const count of [0, 1, 2]) {
    const advisers = ['1', '2'].slice(0, count);
    for (const replaces of [null, 3]) texts.submits({ ...name, replaces, advisers, due: '4', colleagues: count });
    texts.told(advisers, '1');
    texts.stillOpen(count + 1);
    texts.answered(count + 1);
    texts.openComments(count);
    texts.withdraw.does({ ...name, comments: count, answers: count, isLast: count > 1, stage: '1' });
    texts.notices.answers(count + 1);
    texts.mine.open(count + 1);
    texts.mine.due('1', count - 1);
    texts.mine.due('1', count + 5);
  }
  texts.mine.due('1', -3);
  texts.sentFile({ name: '1', characters: 2 });
  texts.begins('1');
  for (const pages of [[1], [1, 2]]) texts.unreadPages(pages);
  texts.before('1');
  for (const element of [null, '3']) texts.comment({ number: 1, element, words: '2' });
  texts.moreComments(2);
  texts.submitted(name);
  texts.replaced(1);
  texts.colleagueBefore('1', 2);
  callCheck(texts.check);
  for (const due of ['', '3']) texts.home('1', '2', due);
  texts.declare.saved('1');
  texts.mine.since('1', '2');
  texts.mine.latest(1, '2', '3');
  texts.mine.reviewDue('1');
  texts.begin.done('1');
  texts.withdraw.done(name, '1');
  texts.file.ready('1');
  const { notices } = texts;
  for (const say of [notices.submitted, notices.withdrawn]) say({ ...name, company: '3' });
  for (const say of [notices.colleague, notices.colleagueWithdrew]) say({ ...name, by: '3' });
  notices.due('1');
  notices.note('1');
}

function callCheck(check: Texts['drafts']['check']): void {
  check.of('1');
  check.counts({ found: 1, partly: 2, weak: 3, not_found: 4 });
  check.line('1', '2');
  check.quoted('1');
  check.parts('1', ['2', '3']);
  check.both('1', '2');
  check.advice('1');
  check.leftOut('1');
  check.declared('1');
  check.page(1, 2, 3);
}

export const draftRefusals = {
  document_fault: { kind: 'unreadable', pages: [1, 2] },
  document_not_read: {},
  one_document: {},
  same_content: { title, number: 2 },
  nothing_to_hand_in: {},
  already_begun: { title, stage: 'drafting' },
  no_draft_yet: {},
  draft_is_gone: { title, number: 2 },
  draft_is_closed: {},
  nothing_declared: {},
} as const;

/** The words of every fault that a document may have. */
export function documentFaultWords(texts: Texts): readonly string[] {
  return draftFaults.map((kind) => texts.refusals.document_fault({ kind, pages: kind === 'unreadable' ? [3] : [] }));
}
