/** Sends an announcement again to those who have it and have not answered. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import type { Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal } from '../requests/refusal.js';
import { remindUnanswered } from './change-announcement.js';
import { statesFor } from './rules.js';
import { askWhich, stepDone } from './step-action.js';
import { announcementTexts } from './texts.js';

export const remindUnansweredAction = memberAction({
  name: 'announcement.remind',
  texts: announcementTexts,
  command: 'remind-announcement',
  who: secretariat,
  /** `seen`: how often they had been reminded when the button was shown, so that two presses remind once. */
  input: z.object({ announcement: chosen, seen: z.int({ error: 'required' }) }),
  complete: completed,
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: askWhich('announcement.remind', statesFor('remind')),
  // Its button says to how many; pressed again it is refused.
  confirm: 'never',
  run: async (context, { announcement: id, seen }) => {
    const { transaction, now, language } = context;
    const reminded = await remindUnanswered(transaction, { id, seen, now });
    if (isRefusal(reminded)) return reminded;
    return { message: stepDone(context, id, announcementTexts[language].reminded(reminded.people)) };
  },
});

/** Chosen in the form, it is as often as now. */
async function completed({ transaction }: Context, given: Values): Promise<Values> {
  const { announcement: id, seen } = given;
  if (!isId(id) || seen !== undefined) return given;
  const found = await transaction.announcement.findUnique({ where: { id }, select: { reminders: true } });
  return { ...given, ...(found !== null && { seen: found.reminders }) };
}
