/** The Home tab as a surface: when it is opened, and when its own button draws it anew. */
import type { Request } from '../../../programme/requests/request.js';
import { openModal } from '../open-modal.js';
import { publishHome } from '../publish-home.js';
import { messageToHome } from '../render.js';
import type { SlackContext } from '../slack-context.js';
import { type Acknowledge, acknowledgedWhenHandled, acknowledgeOnce, type Surface } from '../surface.js';
import { inTime } from '../time-limit.js';
import { messageToView } from '../views.js';

/** The part of Slack's three seconds that the limit of a request leaves for drawing Home. */
const DRAWING_MILLISECONDS = 500;

export function openedHome(context: SlackContext, { account }: Request): Surface {
  return {
    ...acknowledgedWhenHandled,
    name: 'slack home',
    show: (result) => publishHome(context, account, result),
    apologise: (apology, language) =>
      context.client.views.publish({ user_id: account.userId, view: messageToHome(apology, language) }),
  };
}

/** Home, whose button asked for Home itself. An apology opens over it, so that the menu stays. */
export function pressedHome(context: SlackContext, request: Request, trigger: string, ack: Acknowledge): Surface {
  const { account, action } = request;
  const acknowledge = acknowledgeOnce(ack);
  return {
    name: 'slack button on Home',
    acknowledge,
    working: acknowledge,
    async show(result) {
      const drawing = publishHome(context, account, result);
      if ((await inTime(drawing, DRAWING_MILLISECONDS)) === null) await acknowledge();
      await drawing;
    },
    async apologise(apology, language) {
      await openModal(context, trigger, messageToView(apology, action, language));
      await acknowledge();
    },
  };
}
