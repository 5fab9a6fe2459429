/** Calls every function of the texts of the overview. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callOverview(overview: Texts['overview']): void {
  const { numbers, reminders } = overview;
  for (const say of [numbers.today, numbers.week, numbers.unanswered, numbers.quiet, numbers.seats]) say(1);
  for (const say of [
    numbers.booked,
    numbers.free,
    numbers.unbooked,
    numbers.undeliverable,
    numbers.decisions,
    numbers.stuck,
    numbers.unhelpful,
  ])
    say(1);
  numbers.stage(1, '2');
  for (const advisers of [0, 2]) numbers.questions(1, advisers);
  overview.summary('1');
  overview.asOf('1');
  overview.cell('1', '2');
  overview.readyPart('1', { held: 2, total: 3 });
  overview.unansweredOf('1', 2);
  overview.sections.stages('1');
  overview.quietFor(1, '2');
  overview.stuckFor(1);
  overview.listTitle('1', 2);
  overview.stageOf('1', '2');
  overview.extensionOf('1', '2');
  for (const of of [null, 2]) overview.taken(1, of);
  overview.hours(1);
  overview.ready('1', 2);
  for (const code of ['', '1']) {
    overview.message(code);
    overview.remind(code);
  }
  for (const say of [reminders.unanswered, reminders.session]) say('1');
  for (const say of [reminders.quiet, reminders.unbooked, reminders.stage, reminders.consultation]) say();
  callCompany(overview.company);
}

function callCompany(company: Texts['overview']['company']): void {
  for (const say of [company.about, company.cardOf, company.notesOf, company.noteDoes, company.noted]) say('1');
  for (const say of [company.beyond, company.earlier]) say(1);
  for (const due of [null, '2']) company.stage('1', due);
  company.session({ at: '1', registered: 2, came: 3 });
  company.consultation('1', '2');
  company.submitted('1', 2, 3);
  company.booked(1, 2);
  for (const count of [0, 1]) company.notes(count);
  company.noteOf('1', '2');
}

export const overviewRefusals = { no_such_company: { sought: '1' } } as const;
