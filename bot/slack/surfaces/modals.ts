/** Modals as surfaces: one that is open, one that is yet to open, and one whose form was submitted. */
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { Request } from '../../../programme/requests/request.js';
import { languageOf } from '../../../programme/requests/request-context.js';
import type { Modal } from '../block-kit.js';
import { errorsInView } from '../form.js';
import { openModal } from '../open-modal.js';
import { sendReply } from '../send-reply.js';
import { showView } from '../show-view.js';
import type { SlackContext } from '../slack-context.js';
import { readSource, withSource } from '../source.js';
import { type Acknowledge, acknowledgeOnce, type Surface } from '../surface.js';
import { messageToView, replyToView, workingView } from '../views.js';

export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A view as Slack sends it with what was pressed in it. */
type OpenView = Pick<ViewOutput, 'id' | 'private_metadata'>;

/** An open modal in which a button was pressed. The reply replaces the view: a stack of views would hold outdated ones. */
export function pressedModal(context: SlackContext, { action }: Request, pressed: OpenView, ack: Acknowledge): Surface {
  const source = readSource(pressed);
  const acknowledge = acknowledgeOnce(ack);
  const show = (drawn: Modal) => {
    const next = withSource(drawn, source);
    const update = (view: Modal) => context.client.views.update({ view_id: pressed.id, view });
    return sendReply(context, () => showView(next, update));
  };
  return {
    name: 'slack button in a modal',
    redrawsHome: true,
    source,
    acknowledge,
    working: acknowledge,
    show: (result) => show(replyToView(result, action)),
    async apologise(apology, language) {
      await acknowledge();
      await show(messageToView(apology, action, language));
    },
  };
}

/** A modal that opens with the reply, or says first that the reply takes long, while its trigger still lives. */
export function newModal(context: SlackContext, request: Request, trigger: string, ack: Acknowledge): Surface {
  const { account, action } = request;
  const acknowledge = acknowledgeOnce(ack);
  let viewId: string | null = null;
  const show = async (view: Modal) => {
    await sendReply(context, async () => {
      const id = viewId;
      if (id === null) viewId = await openModal(context, trigger, view);
      else await showView(view, (shown) => context.client.views.update({ view_id: id, view: shown }));
    });
    await acknowledge();
  };
  return {
    name: 'slack button on Home',
    redrawsHome: true,
    source: null,
    acknowledge,
    working: async () => await show(workingView(action, await languageOf(context.services, account))),
    show: (result) => show(replyToView(result, action)),
    apologise: (apology, language) => show(messageToView(apology, action, language)),
  };
}

/** The modal of a submitted form: the acknowledgement itself carries the errors at the fields, or the next view. */
export function submittedModal(
  context: SlackContext,
  { account, action }: Request,
  { view, ack }: Submission,
): Surface {
  const acknowledge = acknowledgeOnce(ack);
  const blockIds = new Set(view.blocks.flatMap((block) => block.block_id ?? []));
  const source = readSource(view);
  const show = async (drawn: Modal) => {
    const next = withSource(drawn, source);
    if (await acknowledge({ response_action: 'update', view: next })) return;
    const update = (shown: Modal) => context.client.views.update({ view_id: view.id, view: shown });
    await sendReply(context, () => showView(next, update));
  };
  return {
    name: 'slack form',
    redrawsHome: true,
    source,
    acknowledge: () => acknowledge(),
    working: async () => await show(workingView(action, await languageOf(context.services, account))),
    async show(result) {
      const { reply } = result;
      const errors = reply.kind === 'form' ? errorsInView(reply.form, reply.errors, reply.problem, blockIds) : null;
      if (errors !== null && (await acknowledge({ response_action: 'errors', errors }))) return;
      await show(replyToView(result, action));
    },
    apologise: (apology, language) => show(messageToView(apology, action, language)),
  };
}
