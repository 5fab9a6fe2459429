/** Listens to pressed buttons on messages, in modals and on the Home tab, and to the global shortcut. */
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Request } from '../../../programme/requests/request.js';
import type { Payload } from '../../payload.js';
import { accountOf } from '../account.js';
import { take } from '../acknowledge.js';
import { actionPrefix, linkPrefix } from '../buttons.js';
import { unpackPayload } from '../payload-text.js';
import { buttonRequest, homeRequest } from '../requests.js';
import { respond } from '../respond.js';
import { menuShortcut } from '../scopes.js';
import type { SlackContext } from '../slack-context.js';
import type { Surface } from '../surface.js';
import { pressedHome } from '../surfaces/home.js';
import { type Press, pressedMessage } from '../surfaces/message.js';
import { newModal, pressedModal } from '../surfaces/modals.js';

export function registerButtons(app: App, context: SlackContext): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: new RegExp(`^${actionPrefix}`) },
    take,
    async (press) => {
      const payload = payloadOf(context, press);
      const request = requestOf(context, press, payload);
      await respond(context, request, surfaceOf(context, request, press, payload.offer === true));
    },
  );
  // Slack reports link buttons as well and shows a warning sign where nobody acknowledges it.
  app.action({ type: 'block_actions', action_id: new RegExp(`^${linkPrefix}`) }, take, async ({ ack }) => await ack());
  app.shortcut({ type: 'shortcut', callback_id: menuShortcut }, take, async ({ shortcut, ack }) => {
    const team = shortcut.user.team_id ?? shortcut.team?.id ?? '';
    const request = homeRequest(accountOf(context.client, { team, user: shortcut.user.id }));
    await respond(context, request, newModal(context, request, shortcut.trigger_id, ack));
  });
}

function payloadOf({ services }: SlackContext, { action }: Press): Payload {
  const payload = unpackPayload(action.value);
  if (payload !== null) return payload;
  services.log.warn({ actionId: action.action_id }, 'a button carried nothing readable');
  return { action: 'help.show', input: {}, proposed: false };
}

function requestOf({ client }: SlackContext, { body, action }: Press, payload: Payload): Request {
  const team = body.user.team_id ?? body.team?.id ?? '';
  const account = accountOf(client, { team, user: body.user.id, channel: body.channel?.id });
  const place = body.view?.id ?? `${body.channel?.id}.${body.container.message_ts}`;
  const request = buttonRequest(account, { place, actionId: action.action_id, at: action.action_ts }, payload);
  // On a view the reply is shown in a modal.
  return body.view === undefined ? request : { ...request, leavesLine: true };
}

/** Home's own menu button draws Home anew; every other button of Home is answered in a modal over it. */
function surfaceOf(context: SlackContext, request: Request, press: Press, offer: boolean): Surface {
  const { body, ack } = press;
  if (body.view === undefined) return pressedMessage(context, press, offer);
  if (body.view.type === 'modal') return pressedModal(context, request, body.view, ack);
  const surface = request.action === 'home.show' ? pressedHome : newModal;
  return surface(context, request, body.trigger_id, ack);
}
