/** Refuses to send anything in a programme that is not announced: those whom it is for would learn of the programme by it. */
import type { Transaction } from '../../prisma/client.js';
import { isAnnounced } from '../members/queries.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseYear } from './refuse-year.js';
import { yearTexts } from './texts.js';

/** With the button that announces it; null where it is announced. */
export async function refuseUnannounced(transaction: Transaction, programmeId: string): Promise<Refusal | null> {
  if (await isAnnounced(transaction, programmeId)) return null;
  const action = 'programme.open';
  const label = { ja: yearTexts.ja.actions[action].title, en: yearTexts.en.actions[action].title };
  return { ...refuseYear('programme_unannounced', {}), offer: { action, label, atOnce: true } };
}
