/** The kind of notification that tells somebody their group. */
import { z } from 'zod';
import { inBoth } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { ownFacts } from './describe.js';
import { type OwnGroup, readOwnGroups } from './queries.js';
import { groupTexts } from './texts.js';
import { groupAspects } from './told.js';

export const groupsTold = notificationKind('groups.told', {
  name: inBoth(groupTexts.ja.kinds.told, groupTexts.en.kinds.told),
  compose,
});

/** `changed`: aspects of the group that are other than what was planned to be told before. */
const toldData = z.object({
  publication: z.int(),
  number: z.int().default(0),
  changed: z
    .string()
    .default('')
    .transform((text) => groupAspects.filter((aspect) => text.split(',').includes(aspect))),
});

/** Null where a later publication tells them, and for who takes no part any more or is in no group. */
async function compose(context: ComposingContext, notification: Composing): Promise<Message | null> {
  const { subjectId, personId, data } = notification;
  const { transaction, now } = context;
  const { publication } = toldData.parse(data);
  if (subjectId === null) return null;
  const place = await transaction.groupPlace.findFirst({
    where: { personId, toldWith: publication, plan: { sessionId: subjectId } },
    include: { plan: true },
  });
  if (place === null) return null;
  const about = { programmeId: place.plan.programmeId, personId, sessionId: subjectId, now };
  const [own] = await readOwnGroups(transaction, about);
  if (own === undefined) return null;
  const text = await firstLine(context, { sessionId: subjectId, personId, publication, own });
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts: ownFacts(context, own) },
      { kind: 'buttons', buttons: [sessionButton(context, 'session.show', own.session)] },
    ),
  };
}

interface FirstLine {
  readonly sessionId: string;
  readonly personId: string;
  readonly publication: number;
  readonly own: OwnGroup;
}

/** What is new is said against what reached them last: of what was never sent they know nothing. */
async function firstLine(context: ComposingContext, { sessionId, personId, publication, own }: FirstLine) {
  const { transaction, language } = context;
  const rows = await transaction.notification.findMany({
    where: { kind: groupsTold.key, subjectId: sessionId, personId },
    select: { state: true, data: true },
  });
  const told = rows
    .map(({ state, data }) => ({ isDelivered: state === 'delivered', ...toldData.parse(data) }))
    .filter((one) => one.publication <= publication)
    .toSorted((one, other) => one.publication - other.publication);
  const index = told.findLastIndex((one) => one.isDelivered && one.publication < publication);
  const { notices, aspects } = groupTexts[language];
  const title = sessionTitle(context, own.session);
  const last = told[index];
  if (last === undefined || last.number === 0) return notices.told(title, own.number);
  if (last.number !== own.number) return notices.changed(title, last.number, own.number);
  const since = told.slice(index + 1);
  const changed = groupAspects.filter((aspect) => since.some((one) => one.changed.includes(aspect)));
  // Of another group that they never heard of in between, it would say what has not changed for them.
  const isSame = since.every(({ number }) => number === own.number) && changed.length > 0;
  if (!isSame) return notices.told(title, own.number);
  return notices.details(
    title,
    own.number,
    changed.map((aspect) => aspects[aspect]),
  );
}
