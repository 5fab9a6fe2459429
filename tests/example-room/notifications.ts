/** The kinds of notifications about a parking space, each made from the truth at the time of sending. */
import { z } from 'zod';
import { plain } from '../../programme/messages/message.js';
import { type Composing, notificationKind } from '../../programme/notifications/kind.js';
import type { BaseContext } from '../../programme/requests/context.js';
import { sessionTitle } from '../../programme/sessions/describe.js';
import { parkingTexts } from './texts.js';

export const parkingReserved = notificationKind('parking.reserved', {
  name: { ja: '駐車場の予約', en: 'parking reserved' },
  compose: async (context, notification) => await compose(context, notification, 'reserved'),
});

export const parkingReleased = notificationKind('parking.released', {
  name: { ja: '駐車場の予約の取り消し', en: 'parking released' },
  compose: async (context, notification) => await compose(context, notification, 'released'),
});

/** Null where it is not so any more: the person has released the space, or reserved it again, before this could be sent. */
async function compose(context: BaseContext, { subjectId, data }: Composing, state: 'reserved' | 'released') {
  const { transaction, language, now } = context;
  const { space, holder } = z.object({ space: z.int(), holder: z.uuid() }).parse(data);
  const session = subjectId === null ? null : await transaction.session.findUnique({ where: { id: subjectId } });
  if (session === null || session.startsAt <= now) return null;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM parking
    WHERE session_id = ${session.id}::uuid AND space = ${space} AND person_id = ${holder}::uuid`;
  if (rows.length > 0 !== (state === 'reserved')) return null;
  return plain(parkingTexts[language].notices[state]({ title: sessionTitle(context, session), space }));
}
