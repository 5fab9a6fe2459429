/** The kind of notification that tells somebody that a programme made from an earlier one begins. */

import { readProgrammes } from '../members/queries.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { yearTexts } from './texts.js';

export const programmeOpened = notificationKind('programme.opened', {
  name: inBoth(yearTexts.ja.kinds.opened, yearTexts.en.kinds.opened),
  compose,
});

/** Null for who has left it again. Only those who are in another one, too, worked with the secretariat before and can switch. */
async function compose(
  { transaction, language }: ComposingContext,
  { subjectId, personId }: Composing,
): Promise<Message | null> {
  if (subjectId === null) return null;
  const membership = await transaction.membership.findFirst({
    where: { programmeId: subjectId, personId, endedAt: null },
    include: { programme: true },
  });
  const [programme] = await readProgrammes(transaction, [subjectId]);
  if (membership === null || programme === undefined) return null;
  const { startsOn } = membership.programme;
  const others = { personId, endedAt: null, programmeId: { not: subjectId }, programme: { openedAt: { not: null } } };
  const again = (await transaction.membership.count({ where: others })) > 0;
  const texts = yearTexts[language];
  const from = formatDay(language, startsOn, 'UTC');
  const text = texts.opened({ name: pick(language, programme.name), from, again });
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, again && { kind: 'note', text: texts.openedNote }, {
      kind: 'buttons',
      buttons: [{ label: texts.look, action: 'programme.choose', input: { programme: subjectId } }],
    }),
  };
}
