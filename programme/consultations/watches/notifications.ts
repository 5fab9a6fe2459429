/** The kind of notification that an hour has become free. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { formatDeadline } from '../../messages/dates.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { readSlotStanding } from '../bookings/bookings.sql.js';
import { readTerms } from '../bookings/queries.js';
import { refuseSlot } from '../bookings/rules.js';
import { adviserName, hourFor } from '../hour-words.js';
import { watchTexts } from './texts.js';

export const hourFree = notificationKind('consultation.hour-free', {
  name: { ja: '個別相談の空き', en: 'an hour has become free' },
  compose,
});

/** Untrue once the hour is gone, the company waits no longer or has nothing left, or its turn has not come yet. */
async function compose(context: BaseContext, { personId, data }: Composing): Promise<Message | null> {
  const { transaction, language, now } = context;
  const { turn: id } = z.object({ turn: z.string() }).parse(data);
  const turn = await transaction.watchTurn.findUnique({
    where: { id },
    include: { watch: true, slot: { include: { adviser: true } } },
  });
  if (turn === null || turn.watch.endedAt !== null || turn.watch.personId !== personId) return null;
  const { watch, slot } = turn;
  const { programmeId, companyId } = watch;
  const terms = await readTerms(transaction, programmeId);
  const standing = await readSlotStanding(transaction, slot.id, { programmeId, companyId, personId, now });
  if (standing === null || (standing.available ?? 0) < 1) return null;
  if (refuseSlot({ ...standing, held: false }, { isStaff: false, mode: null, now }) !== null) return null;
  const texts = watchTexts[language];
  const { timeZone } = terms;
  const name = { ja: slot.adviser.nameJa, en: slot.adviser.nameEn };
  const text = texts.freed({
    adviser: adviserName(language, pick(language, name)),
    hour: hourFor(context, { ...slot, timeZone }),
  });
  const isTurn = turn.endsAt > now;
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: isTurn ? texts.yours(formatDeadline(context, turn.endsAt, timeZone)) : texts.open },
      {
        kind: 'buttons',
        buttons: [
          {
            ...{ label: texts.book, action: 'consultation.book', input: { slot: slot.id } },
            ...{ emphasis: 'primary', form: true },
          },
          { label: texts.others, action: 'consultation.find', input: {} },
          { label: texts.unwatch, action: 'consultation.unwatch', input: { watch: watch.id } },
        ],
      },
    ),
  };
}
