/** Calls every function of the texts of a further year, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callYears(years: Texts['years']): void {
  years.introduction('1');
  for (const count of [1, 2]) {
    const counts = { sessions: count, deliverables: count, companies: count, people: count };
    years.does({ name: '1', from: '2', until: '3', ...counts });
    years.more(count);
    years.openDoes({ name: '1', people: count });
    years.openedFor({ name: '1', people: count });
  }
  years.session({ title: '1', when: '2', deadline: '3' });
  years.due('1', '2');
  years.dayOff('1');
  for (const leftOut of [[], ['1', '2']]) years.notes({ faq: 1, sources: 4, assignments: 2, closures: 3, leftOut });
  years.copied('1');
  for (const again of [true, false]) years.opened({ name: '1', from: '2', again });
}

export const yearRefusals = {
  programme_code_taken: { code: '1' },
  copy_in_the_past: { what: '1' },
  continuing_companies_needed: {},
  continuing_staff_needed: {},
  programme_unannounced: {},
  already_announced: {},
};
