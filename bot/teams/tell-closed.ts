/** Tells of a form that was closed with its own button: its action, and the person of what was put into it. */
import { closeForm } from '../../programme/requests/close-form.js';
import { personalChat } from './conversation.js';
import { messageActivity } from './message-activity.js';
import type { CardSubmission } from './read-card.js';
import type { Turn } from './teams-context.js';

/** Never throws: the form is gone, and nobody waits. */
export async function tellClosed(
  { services, account, sdk, incoming }: Turn,
  { payload, entered }: Extract<CardSubmission, { kind: 'cancelled' }>,
): Promise<void> {
  try {
    if (payload === undefined) return;
    const { action, input: known } = payload;
    const closed = await closeForm(services, { account, action, known, ...(entered && { entered }) });
    if (closed === null) return;
    const activity = messageActivity(closed.message, closed.language);
    const chat = personalChat({ sdk, clock: services.clock }, incoming.address);
    const offered = payload.offer === true && incoming.personal ? incoming.replyToId : null;
    await (offered === null ? chat.send(activity) : chat.replace(offered, activity));
  } catch (error) {
    services.log.error({ error, where: 'teams form' }, 'nobody was told that a form was closed');
  }
}
