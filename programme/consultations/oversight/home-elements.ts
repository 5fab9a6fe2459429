/** What the secretariat's own overview says of consultations: one line on what is undone, and the way to the rest. */
import type { Element } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { hasConsultations, missingRecords, readUnbooked } from './queries.js';
import { overviewTexts } from './texts.js';

/** Nothing where no hour was ever offered: such a programme has no consultations. */
export async function staffElements(context: Context): Promise<readonly Element[]> {
  const { transaction, membership, language, now } = context;
  const { programmeId } = membership;
  if (!(await hasConsultations(transaction, programmeId))) return [];
  const { total: unbooked } = await readUnbooked(transaction, programmeId, { from: 0, size: 1 });
  const missing = await transaction.booking.count({ where: missingRecords(programmeId, now) });
  const texts = overviewTexts[language];
  const label = texts.actions['consultation.overview'].title;
  return [
    { kind: 'text', text: texts.home({ unbooked, missing }) },
    { kind: 'buttons', buttons: [{ label, action: 'consultation.overview', input: {} }] },
  ];
}
