/** Opens modals in time: a trigger_id lives three seconds. */
import { slackError } from './api-errors.js';
import type { Modal } from './block-kit.js';
import type { Desk } from './desk.js';

const ranOut: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);

/** Opens a modal and gives its id; null where the trigger has run out, so that the answer must go another way. */
export async function openModal(desk: Desk, triggerId: string, view: Modal): Promise<string | null> {
  try {
    return (await desk.client.views.open({ trigger_id: triggerId, view })).view?.id ?? null;
  } catch (error) {
    if (!ranOut.has(slackError(error) ?? '')) throw error;
    desk.house.log.warn({ reason: slackError(error) }, 'a modal came too late');
    return null;
  }
}
