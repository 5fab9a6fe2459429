/** Responds to one request: performs it, acknowledges it in time, shows the reply on its surface, and apologises for a fault. */
import { NotSent, sendOrDefer } from '../../programme/requests/deferred-reply.js';
import { handleAndReply } from '../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { IncomingRequest, RequestResult } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import { apologise } from '../apology.js';
import { signalWork } from '../signal-work.js';
import { leaveLineOf } from './leave-line.js';
import { refreshHome } from './publish-home.js';
import type { SlackContext } from './slack-context.js';
import type { Surface } from './surface.js';
import { inTime } from './time-limit.js';

/**
 * A fault becomes an apology on the surface. A reply that Slack did not take goes to the outbox.
 * @throws NotSent for an event whose reply could be stored nowhere: unacknowledged, Slack delivers it again
 */
export async function respond(context: SlackContext, request: IncomingRequest, surface: Surface): Promise<void> {
  const { services } = context;
  try {
    await context.background.track(() => respondInTime(context, request, surface));
  } catch (error) {
    if (request.answeredLater && error instanceof NotSent) {
      services.log.warn({ error: error.cause, where: surface.name }, 'left a request to be delivered again');
      throw error;
    }
    const language = await languageOf(services, request.account);
    try {
      await surface.apologise(apologise(services, error, language, surface.name), language);
    } catch (failure) {
      services.log.error({ error: failure, where: surface.name }, 'an apology could not be delivered');
    }
  }
}

async function respondInTime(context: SlackContext, request: IncomingRequest, surface: Surface): Promise<void> {
  const { services } = context;
  // Slack delivers a slow event a second time, which `handleAndReply` leaves unanswered.
  if (request.answeredLater) {
    const stopSignal = signalWork(services.log, async () => {
      await surface.working();
    });
    const show = async (result: RequestResult) => {
      stopSignal();
      await surface.show(result, false);
    };
    return await handleAndReply(services, request, show).finally(stopSignal);
  }
  const performing = handleRequest(services, request);
  const late = (await inTime(performing)) === null;
  if (late) await surface.working();
  const result = await performing;
  const shown = await sendOrDefer(services, result, () => surface.show(result, late));
  await surface.acknowledge();
  // A reply that was left to the outbox comes to the chat by itself.
  if (shown && surface.source !== undefined) leaveLineOf(context, request.account, surface.source, result);
  if (surface.redrawsHome) refreshHome(context, request.account, result.reply);
}
