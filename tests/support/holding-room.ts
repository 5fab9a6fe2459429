/** A room whose one action holds something while its form is open; to be imported once the app's own list of rooms is collected. */
import { z } from 'zod';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { secretariat } from '../../programme/members/roles.js';
import { actionTexts } from '../../programme/messages/action-texts.js';
import { plain, type Values } from '../../programme/messages/message.js';
import { memberAction } from '../../programme/requests/action.js';
import { collectActions } from '../../programme/requests/registry.js';
import type { Services } from '../../programme/requests/services.js';

const ja = { actions: { 'slot.hold': actionTexts('枠を押さえる', '枠を押さえます。', '枠') } };
const en: typeof ja = { actions: { 'slot.hold': actionTexts('Hold a slot', 'Holds a slot.', 'slot') } };

export interface Closing {
  readonly person: string;
  readonly known: Values;
}

/** What its action was told, in the order in which it was. */
export const closings: Closing[] = [];

const holdSlot = memberAction({
  name: 'slot.hold',
  texts: { ja, en },
  command: 'slot',
  who: secretariat,
  input: z.object({ session: z.string().default(''), topic: z.string() }),
  offered: 'menu',
  confirm: 'never',
  ask: async ({ language }, { session }) => ({
    action: 'slot.hold',
    title: { ja, en }[language].actions['slot.hold'].title,
    introduction: [],
    fields: [{ kind: 'text', name: 'topic', label: 'Topic' }],
    known: { session: session ?? '' },
    submit: 'Send',
    cancel: 'Leave',
  }),
  closed: async ({ person }, known) => {
    closings.push({ person: person.nameEn, known });
  },
  run: async (_context, { topic }) => ({ message: plain(`held for ${topic}`) }),
});

/** The services with this room beside the app's own. */
export function withHoldingRoom<S extends Services>(services: S): S {
  const actions = collectActions([...services.actions.values(), holdSlot]);
  return { ...services, actions, interpreter: interpreterByRules(actions) };
}
