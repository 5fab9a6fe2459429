/** The kind of notification that tells somebody their group. */
import { z } from 'zod';
import { inBoth } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { ownFacts } from './describe.js';
import { readOwnGroups } from './queries.js';
import { groupTexts } from './texts.js';

export const groupsTold = notificationKind('groups.told', {
  name: inBoth(groupTexts.ja.kinds.told, groupTexts.en.kinds.told),
  compose,
});

/** `before`: the group that they were told of until then; 0: none. */
const toldData = z.object({ publication: z.int(), before: z.int() });

/** Null where a later publication tells them, or where they are in no group any more. */
async function compose(context: ComposingContext, { subjectId, personId, data }: Composing): Promise<Message | null> {
  const { transaction, language, now } = context;
  const { publication, before } = toldData.parse(data);
  if (subjectId === null) return null;
  const place = await transaction.groupPlace.findFirst({
    where: { personId, toldWith: publication, plan: { sessionId: subjectId } },
    include: { plan: true },
  });
  if (place === null) return null;
  const about = { programmeId: place.plan.programmeId, personId, sessionId: subjectId, now };
  const [own] = await readOwnGroups(transaction, about);
  if (own === undefined) return null;
  const { notices } = groupTexts[language];
  const title = sessionTitle(context, own.session);
  const text = before === 0 ? notices.told(title, own.number) : notices.changed(title, before, own.number);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts: ownFacts(context, own) },
      { kind: 'buttons', buttons: [sessionButton(context, 'session.show', own.session)] },
    ),
  };
}
