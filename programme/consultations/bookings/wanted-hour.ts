/** The part of a form that is about its hour: kept and shown or, where it was lost, asked for anew. */
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import type { Field, Introduction } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { refuseHandover } from '../handovers/refuse-handover.js';
import { handoverTexts } from '../handovers/texts.js';
import { companyTexts } from './company-texts.js';
import { type FreeHour, type HoursFor, readHour } from './free-hours.js';
import { holdHour, lookAtHour } from './hold-hour.js';
import { hourChoices, INSTEAD, slotField } from './hour-choices.js';
import type { HourFilter } from './hour-filter.js';
import { readTerms } from './queries.js';
import { refuseCompany } from './refuse-company.js';

export interface WantedHour {
  /** Null where it is yet to be chosen. */
  readonly hour: FreeHour | null;
  readonly introduction: readonly Introduction[];
  readonly fields: readonly Field[];
}

interface Wanted extends HoursFor {
  /** The hour that was chosen, if any. */
  readonly slotId: string | null;
  /** The form was sent and comes back: an hour is kept once, when its form opens. */
  readonly isSent: boolean;
  /** Which hours are offered where none is chosen. */
  readonly filter?: HourFilter;
  /** An adviser moves their own consultation: no other hours are offered, in place of a lost one neither. */
  readonly isOwn?: boolean;
}

/** Why another hour could be had in its place. */
const lost: ReadonlySet<string> = new Set(['slot_taken', 'slot_past', 'slot_turn', 'day_full', 'company_busy']);

/** Refused where no hour can be had at all, or this one for a reason that holds for any. */
export async function wantedHour(context: Context, wanted: Wanted): Promise<WantedHour | Refusal> {
  const { slotId, isSent } = wanted;
  const filter = wanted.filter ?? { everyone: true };
  if (slotId === null) return await askForHour(context, wanted, { filter });
  const instead = wanted.isOwn === true ? filter : { everyone: true };
  const { transaction, membership, now } = context;
  const hour = await readHour(transaction, membership.programmeId, slotId);
  const asked = { slotId, companyId: wanted.companyId, movingId: wanted.movingId, by: actingMember(context), now };
  const held = await (isSent ? lookAtHour : holdHour)(transaction, asked);
  if (isRefusal(held)) {
    if (hour === null || !lost.has(held.refused)) return held;
    context.noteGone();
    return await askForHour(context, wanted, { filter: instead, refused: held, isSent });
  }
  return hour === null ? await askForHour(context, wanted, { filter: instead }) : keptHour(context, hour, held.until);
}

interface Anew {
  readonly filter: HourFilter;
  /** Why the hour that was chosen cannot be had. */
  readonly refused?: Refusal;
  readonly isSent?: boolean;
}

/** The next free ones in place of one that was lost; the words stand at the field where the form was sent. */
async function askForHour(
  context: Context,
  wanted: Wanted,
  { filter, refused, isSent = false }: Anew,
): Promise<WantedHour | Refusal> {
  const { transaction, membership, language } = context;
  const choices = await hourChoices(context, wanted, filter, refused && INSTEAD);
  if (choices.length === 0 && wanted.isOwn === true) return refused ?? refuseNoOwnHour(wanted);
  if (choices.length === 0) {
    const { contact } = await readTerms(transaction, membership.programmeId);
    return refused ?? refuseCompany('none_free', { contact }, { field: 'slot' });
  }
  const says = refused !== undefined && !isSent ? [{ kind: 'note' as const, text: pick(language, refused.words) }] : [];
  return { hour: null, introduction: says, fields: [slotField(context, choices)] };
}

/** Not at a field, so that the button that leads on is shown. */
function refuseNoOwnHour({ movingId }: Wanted): Refusal {
  const label = { ja: handoverTexts.ja.handOver, en: handoverTexts.en.handOver };
  const input = movingId === undefined ? {} : { booking: movingId };
  return { ...refuseHandover('no_own_hour', {}), offer: { action: 'consultation.hand-over', label, input } };
}

function keptHour(context: Context, hour: FreeHour, until: Date | null): WantedHour {
  const { book } = companyTexts[context.language];
  const words = until === null ? book.holdOver : book.heldUntil(localOf(until, context.timeZone).time);
  return { hour, introduction: [{ kind: 'note', text: words }], fields: [] };
}
