/** Tells the action of a form that the person closed it with the form's own button. */
import { closeForm } from '../../programme/requests/close-form.js';
import type { CardSubmission } from './read-card.js';
import type { Turn } from './teams-context.js';

/** Never throws: the form is gone, and nobody waits. */
export async function tellClosed(
  { services, account }: Turn,
  { payload }: Extract<CardSubmission, { kind: 'cancelled' }>,
): Promise<void> {
  try {
    if (payload) await closeForm(services, { account, action: payload.action, known: payload.input });
  } catch (error) {
    services.log.error({ error, where: 'teams form' }, 'an action was not told that its form was closed');
  }
}
