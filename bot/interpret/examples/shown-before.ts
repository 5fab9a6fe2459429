/** What an example says was shown before its sentence, as a reply would have left it. */

import type { Values } from '../../../programme/messages/message.js';
import { isIdentifierName } from '../../../programme/requests/identifiers.js';
import type { LastShown, ShownThing } from '../../../programme/requests/last-shown.js';
import type { SpokenExample } from './read-examples.js';

/** What the lists of these actions hold. */
const listed: Readonly<Record<string, string>> = {
  'session.list': 'session',
  'consultation.find': 'slot',
  'consultation.agenda': 'slot',
  'consultation.mine': 'booking',
  'draft.mine': 'deliverableType',
  'adviser.list': 'company',
};

export function shownBefore({ before }: Pick<SpokenExample, 'before'>): LastShown | null {
  if (before === undefined) return null;
  const field = listed[before.action];
  const things = field === undefined ? [] : (before.shown ?? []).map((id): ShownThing => ({ [field]: id }));
  return { about: identifiersIn(before.input), lists: things.length === 0 ? [] : [things], proposes: false };
}

function identifiersIn(input: Values): ShownThing {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      isIdentifierName(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
