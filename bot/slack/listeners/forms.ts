/** Submitted forms: errors at their fields, or the result in the same window. */
import type { AllMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { textsFor } from '../../../programme/locale/texts.js';
import { plain } from '../../../programme/messages/message.js';
import { sendOrTellLater } from '../../../programme/requests/deferred-reply.js';
import { languageOf, perform } from '../../../programme/requests/handle-request.js';
import type { Performed } from '../../../programme/requests/request.js';
import { accountOf } from '../account.js';
import { refreshHome, replyToView, shown, titleOf, workingModal } from '../answers.js';
import { acknowledging, attempt, inTime } from '../attempt.js';
import type { Modal } from '../block-kit.js';
import type { Desk } from '../desk.js';
import { errorsInView, formCallback } from '../form.js';
import { readView } from '../read-view.js';
import { messageToModal } from '../render.js';
import { formRequest } from '../requests.js';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

export function registerForms(app: App, desk: Desk): void {
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: formCallback },
    async (submission) => await onSubmission(desk, submission),
  );
}

async function onSubmission(desk: Desk, { body, view, ack }: Submission): Promise<void> {
  const team = body.user.team_id ?? body.team?.id ?? '';
  const account = accountOf(desk.client, { team, user: body.user.id });
  const acknowledge = acknowledging(ack);
  const payload = readView(view);
  const action = payload?.action ?? 'home.show';
  const show = async (drawn: Modal) => {
    if (await acknowledge({ response_action: 'update', view: drawn })) return;
    await desk.client.views.update({ view_id: view.id, view: drawn });
  };
  const work = async () => {
    if (payload === null) {
      const language = await languageOf(desk.house, account);
      return await show(
        messageToModal(plain(textsFor(language).chat.formExpired), titleOf(action, language), language),
      );
    }
    const named = { id: view.id, hash: view.hash, metadata: view.private_metadata, state: view.state.values };
    const performing = perform(desk.house, formRequest(account, named, payload));
    if ((await inTime(performing)) === null) await show(workingModal(action, await languageOf(desk.house, account)));
    const performed = await performing;
    const errors = errorsFor(performed, new Set(view.blocks.flatMap((block) => block.block_id ?? [])));
    if (errors !== null && (await acknowledge({ response_action: 'errors', errors }))) return;
    await sendOrTellLater(desk.house, performed, () => shown(desk, () => show(replyToView(performed, action))));
    refreshHome(desk, account, performed.reply);
  };
  await attempt(desk, account, 'slack form', work, async (message, language) => {
    await show(messageToModal(message, titleOf(action, language), language));
  });
}

function errorsFor({ reply }: Performed, shown: ReadonlySet<string>): Record<string, string> | null {
  return reply.kind === 'form' ? errorsInView(reply.form, reply.errors, reply.problem, shown) : null;
}
