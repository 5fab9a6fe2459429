/** Acknowledges events when they have been handled. Bolt would do it before, and a process that dies in between would lose them. */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Services } from '../../programme/requests/services.js';
import type { CountRefused } from '../refuse.js';
import { inTime } from './time-limit.js';

/** What a listener has got hold of, for as long as it lives. */
const taken = new WeakSet<object>();

/** Goes before each listener that acknowledges what it gets by itself: what none of them gets is acknowledged here. */
export async function take({ body, next }: { readonly body: object; readonly next: () => Promise<void> }) {
  taken.add(body);
  await next();
}

/**
 * An event that is not acknowledged within three seconds is delivered again, which `handleAndReply` makes harmless; so slow
 * work needs no early acknowledgement, and a reply that neither Slack nor the outbox took (`NotSent`) gets its
 * second try. What nothing here listens to is acknowledged at once and counted: Bolt would hold it for three seconds, and
 * then answer 404 and log an error.
 * @param throttled called when Slack says that it brings this app fewer events than there are
 */
export function acknowledgeWhenHandled(
  app: App,
  services: Services,
  { throttled, refused }: { readonly throttled: () => void; readonly refused: CountRefused },
): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    // Not an event of a person: Slack says that it has left some out (docs.slack.dev/apis/events-api#rate-limiting).
    if (event.body?.type === 'app_rate_limited') {
      throttled();
      return await event.ack();
    }
    if (!isKnown(event.body)) return await ignore(event);
    if (event.body.type === 'event_callback') {
      const handling = processEvent({ ...event, ack: async () => {} });
      // A Home that is drawn too late loses nothing: it is drawn anew whenever it is opened, and Slack would only have it drawn twice.
      if (event.body.event.type === 'app_home_opened') await inTime(handling);
      else await handling;
      await acknowledge(event);
      await handling;
      return;
    }
    await processEvent(event);
    // A listener that acknowledges nothing leaves it to Slack to say so: an empty acknowledgement would close a person's form.
    if (!taken.has(event.body)) await ignore(event);
  };

  async function ignore(event: ReceiverEvent): Promise<void> {
    refused('slack: unknown body');
    await acknowledge(event);
  }

  async function acknowledge(event: ReceiverEvent): Promise<void> {
    try {
      await event.ack();
    } catch (error) {
      services.log.warn({ error }, 'an event was handled too late to be acknowledged');
    }
  }
}

/** What people do, as Slack names it; events come as `event_callback`, and commands bear no type. */
const interactions: readonly unknown[] = [
  'block_actions',
  'view_submission',
  'view_closed',
  'block_suggestion',
  'shortcut',
];

/** Whether something here may listen to it. Bolt warns of each body that it does not know, and fails where one is no object. */
function isKnown(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  if ('command' in body) return true;
  const type = 'type' in body ? body.type : undefined;
  if (type === 'event_callback') return 'event' in body && typeof body.event === 'object' && body.event !== null;
  return interactions.includes(type);
}
