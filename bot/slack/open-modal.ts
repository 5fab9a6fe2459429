/** Opens modals while their trigger_id lives, which is three seconds. */
import type { RequestResult } from '../../programme/requests/request.js';
import { slackError } from './api-errors.js';
import type { Modal } from './block-kit.js';
import { formToModal } from './form.js';
import { showView } from './show-view.js';
import type { SlackContext } from './slack-context.js';
import { type Source, withSource } from './source.js';

const expired: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);

/** Opens a modal and gives its id; null where the trigger has expired, so that the reply must go another way. */
export async function openModal(
  { client, services }: SlackContext,
  trigger: string,
  view: Modal,
): Promise<string | null> {
  try {
    const opened = await showView(view, (shown) => client.views.open({ trigger_id: trigger, view: shown }));
    return opened.view?.id ?? null;
  } catch (error) {
    if (!expired.has(slackError(error) ?? '')) throw error;
    services.log.warn({ reason: slackError(error) }, 'a modal came too late');
    return null;
  }
}

/** Opens the modal of a reply that is a form; `source` led to it. False for every other reply, and where the trigger has expired. */
export async function openForm(
  context: SlackContext,
  trigger: string,
  { reply, language }: RequestResult,
  source: Source | null = null,
): Promise<boolean> {
  if (reply.kind !== 'form') return false;
  const view = formToModal(reply.form, reply.errors, reply.problem, language);
  return (await openModal(context, trigger, withSource(view, source))) !== null;
}
