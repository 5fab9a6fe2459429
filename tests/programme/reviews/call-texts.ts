/** Calls every function of the texts of reviews and of what completes deliverables, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';
import { inBoth } from '../../../programme/messages/bilingual.js';

const due = inBoth('1', '1');

/** With digits for names, so that what is left is the language's own. */
export function callReviews(texts: Texts['reviews']): void {
  const { rounds, comments, answers, marks } = texts;
  const version = { company: '1', title: '2', number: 3 };
  rounds.version(version);
  for (const count of [0, 1, 2]) {
    rounds.unseen({ total: 3, unseen: count, oldest: count });
    rounds.queueTitle(count);
    rounds.ownComments(count);
    rounds.openComments(count);
    rounds.endLate(count, '1');
    rounds.endDoes({ about: '1', outcome: '2', comments: count });
    rounds.endDone({ about: '1', outcome: '2', comments: count });
    comments.corrected(count);
    comments.moreInDocument(count);
    answers.title({ title: '1', open: count });
    answers.done({ number: 1, open: count });
    rounds.queued({
      submitted: '1',
      age: count,
      due: count === 0 ? null : '2',
      isLate: count === 2,
      isOpened: count > 0,
    });
  }
  for (const due of [null, '1']) rounds.brief.latest({ title: '2', number: 3, submitted: '4', stage: '5', due });
  rounds.brief.check({ all: 4, found: 1, partly: 2, weak: 1 });
  rounds.brief.missing(['1', '2']);
  rounds.brief.changed({ since: 1, counted: '2' });
  rounds.brief.open(1);
  rounds.openDoes('1');
  rounds.submittedBy('1', '2');
  rounds.newer(2);
  rounds.ended('1', '2');
  rounds.endWords('1');
  rounds.endFile('1');
  rounds.commentLine(1, '2');
  rounds.notices.ended({ title: '1', number: 2, adviser: '3', outcome: '4' });
  rounds.notices.due(version);
  comments.number({ number: 1, version: 2 });
  for (const element of [null, '1']) for (const quotation of ['', '2']) comments.place({ element, quotation });
  for (const say of [comments.writtenBy, comments.on]) say('1');
  for (const say of [comments.newer, comments.written, comments.changed, comments.changedUnsent, comments.dropped])
    say(1);
  comments.notices.corrected({ title: '1', number: 2 });
  comments.notices.was('1');
  comments.notices.is('1');
  answers.answered({ by: '1', words: '2' });
  callChanges(texts);
  marks.on('1');
  marks.counts({ missed: 1, false_hit: 2 });
  answers.inVersion(1);
  answers.notices.answered({ company: '1', title: '2' });
}

function callChanges({ changes, uploads }: Texts['reviews']): void {
  changes.title({ company: '1', title: '2', older: 3, newer: 4 });
  changes.version(1, '2');
  changes.choice({ company: '1', title: '2', version: '3' });
  for (const count of [1, 2]) {
    for (const known of [0, 1]) uploads.does({ about: '1', count, known });
    uploads.taken(count);
    uploads.more(count);
  }
  for (const quotation of ['', '1']) uploads.line({ words: '2', quotation });
  uploads.insertion('1');
  uploads.deletion('1');
  uploads.reply('1', '2');
}

export function callDeliverables({ completion, publication, extensions, overview }: Texts['deliverables']): void {
  for (const was of [null, '3']) {
    const asked = { company: '1', title: '2', was, until: '4' };
    for (const say of [extensions.askDoes, extensions.grantDoes, extensions.refuseDoes, extensions.asked]) say(asked);
    for (const say of [extensions.granted, extensions.refused, extensions.choice]) say(asked);
    const { notices } = extensions;
    for (const say of [notices.asked, notices.moved, notices.movedOf, notices.refused]) say(asked);
  }
  extensions.because('1');
  completion.approveDoes({ title: '1', day: '2', by: '3' });
  completion.approveIntro('1');
  completion.publishDoes({ title: '1', day: '2', url: '3' });
  completion.publishIntro('1');
  completion.takeBackDoes({ title: '1', what: '2', stage: '3' });
  completion.approved({ title: '1', day: '2' });
  completion.published({ title: '1', day: '2' });
  completion.takenBack({ title: '1', stage: '2' });
  completion.notices.approved({ company: '1', title: '2', day: '3' });
  completion.notices.published({ company: '1', title: '2', day: '3' });
  completion.notices.takenBack({ company: '1', title: '2', stage: '3' });
  completion.notices.approvedBy('1');
  const { seen, notice } = publication;
  for (const say of [seen.shows_title, seen.shows_no_title, seen.unread, seen.not_public]) publication.on(say(), '1');
  for (const status of [null, 404]) {
    seen.not_reachable(status);
    notice.not_reachable({ title: '1', url: '2', status });
    notice.not_public({ title: '1', url: '2', status });
  }
  overview.counts({ title: '1', stages: [{ stage: '2', companies: 3 }] });
  for (const count of [0, 1, 2]) {
    overview.stuck(count, 14);
    overview.all(count);
    overview.asked(count);
    overview.ready(count);
  }
  overview.item('1', '2');
  overview.lines({ stage: '1', since: null, due: null, isOverdue: false, isExtended: false, last: null });
  overview.lines({ stage: '1', since: '2', due: '3', isOverdue: true, isExtended: true, last: '4' });
  overview.fileName('1');
}

export const reviewRefusals = {
  nothing_to_review: {},
  draft_gone: {},
  draft_closed: {},
  not_opened: {},
  round_ended: {},
  newer_version: { number: 2 },
  one_file: {},
  nothing_to_revise: {},
  no_open_round: {},
  quotation_unknown: { nearest: '1' },
  quotation_no_text: {},
  element_unknown: {},
  nothing_written: {},
  comment_gone: {},
  comment_sent: {},
  comment_same: {},
  comments_full: { most: 200 },
  one_version: {},
  same_version: {},
  other_deliverable: {},
  version_gone: {},
  document_unread: {},
  document_without_comments: {},
  document_known: {},
  one_document: {},
  mark_element: {},
  mark_no_text: {},
  mark_unknown: { nearest: '1' },
  no_comments: {},
  answer_gone: {},
  nothing_to_extend: {},
  extension_done: {},
  not_later: { due },
  extension_past: {},
  after_programme: { last: due },
  asked_already: {},
  decided_already: {},
  no_requests: {},
  refuse_needs_reason: {},
  which_company: {},
  nothing_to_report: {},
  nothing_submitted: {},
  approved_already: {},
  published_already: {},
  not_approved: {},
  report_in_future: {},
  published_before_approval: { day: due },
  not_public: {},
  nothing_reported: {},
} as const;
