/** Calls every function of the texts of reports, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callReports(reports: Texts['reports']): void {
  const changed = { figure: '1', old: 2, value: 3 };
  for (const frozen of [null, '1']) reports.made({ day: '2', files: 3, frozen });
  for (const count of [1, 2]) {
    reports.checksHold(count);
    reports.checksFail(count);
    reports.missing(count);
    reports.more(count);
    reports.freezeDoes(count - 1, count - 1);
  }
  reports.checkFails({ name: '1', subject: '2', left: 3, right: 4 });
  reports.missingItem('1', '2', '3');
  reports.lacks('1', ['2', '3']);
  for (const say of [reports.enter, reports.enterFacts]) say('1');
  for (const by of [null, '1']) {
    reports.lastWritten({ part: '1', by, at: '2' });
    reports.writtenBy(by, '2');
    reports.thereNow('1', '2');
  }
  reports.leftOut(['1', '2']);
  for (const subject of ['', '1']) reports.savedParts(subject, ['2', '3']);
  for (const count of [1, 2]) reports.history(count);
  reports.versionOf('1', 2);
  reports.rowsOf('1', 2);
  reports.figure('1', 2, '3');
  for (const subject of ['', '1']) reports.ofSubject(subject, '2');
  for (const say of [reports.asOf, reports.frozenNow, reports.computed, reports.corrected, reports.frozen]) say('1');
  for (const say of [reports.saved, reports.nextPart, reports.saveDoes]) say('1');
  reports.minutes(1);
  reports.counted(1);
  for (const frozen of [false, true]) reports.correctDoes(changed, frozen);
  reports.correctedNow(changed);
  reports.inLanguage('1', '2');
  callPhotographs(reports.photographs);
  callPresentations(reports.presentations);
  callDocument(reports.document);
}

function callPhotographs(photographs: Texts['reports']['photographs']): void {
  for (const count of [1, 2]) {
    for (const there of [0, 3]) photographs.addDoes({ count, where: '1', there, from: 4 });
    photographs.added(count, '2');
    for (const lacking of [0, 5]) photographs.listOf(count, lacking);
  }
  photographs.numbered(1, '2');
  photographs.captionIn('1', '2');
  photographs.entry('1', 2);
  photographs.size(1, 2);
  const moved = { number: 1, where: '2' };
  for (const say of [photographs.changed, photographs.removed]) say(moved);
  for (const frozen of [false, true]) photographs.removeDoes(moved, frozen);
}

function callPresentations(presentations: Texts['reports']['presentations']): void {
  const presented = { company: '1', where: '2', number: 3 };
  for (const replaces of [null, '4']) presentations.keepDoes(presented, replaces);
  for (const say of [presentations.kept, presentations.entry, presentations.removed]) say(presented);
  for (const frozen of [false, true]) presentations.removeDoes(presented, frozen);
  presentations.fileOf('1');
  presentations.titleIn('1', '2');
  for (const count of [1, 2]) presentations.listOf(count);
}

function callDocument(document: Texts['reports']['document']): void {
  const { charts, tables } = document;
  for (const say of [document.title, document.asOf, document.frozen]) say('1');
  document.numbered(1, '2');
  document.participants(1);
  document.period('1', '2');
  document.completed({ title: '1', completed: 2, companies: 3, day: '4' });
  for (const by of ['', '1']) document.voice('2', by);
  for (const split of [null, { offline: 1, online: 2 }])
    for (const guests of [0, 1]) document.participation({ people: 3, companies: 4, split, guests });
  document.holds(1, 2);
  document.consultationsOutline({ held: 1, hours: 2, companies: 3, each: 4, longest: 5 });
  for (const subject of ['', '1'])
    document.correction({ title: '2', subject, old: 3, value: 4, by: '5', day: '6', why: '7' });
  charts.attendanceDescription(['1', '2']);
  charts.bar('1', 2, 3);
  charts.limit(1);
  charts.progressDescription(['1']);
  charts.step('1', '2', 3);
  tables.presentationsSheet('1');
  tables.presentationsCaption('1');
  document.photograph(1, '2');
  document.photographOf('1', 2);
  document.fileName('1', '2');
}

export const reportRefusals = {
  report_frozen: { day: '2025-04-30' },
  frozen_already: { day: '2025-04-30' },
  same_value: { value: 1 },
  not_whole: {},
  text_changed: { parts: [{ ja: '1', en: '1' }], by: { ja: '2', en: '2' }, at: { ja: '3', en: '3' } },
  needs_session: {},
  photograph_unread: { file: '1', problem: 'wrong_type' },
  photographs_full: { megabytes: 8 },
  captions_do_not_fit: { files: 2 },
  no_photographs: {},
  one_presentation: {},
  presentation_refused: { file: '1' },
  no_presentations: {},
} as const;
