/** Acknowledges events when they have been handled. Bolt would do it before, and a process that dies in between would lose them. */
import type { App } from '@slack/bolt';
import type { Services } from '../../programme/requests/services.js';

/**
 * An event that is not acknowledged within three seconds is delivered again, which `handleAndReply` makes harmless; so slow
 * work needs no early acknowledgement, and a reply that neither Slack nor the outbox took (`NotSent`) gets its
 * second try.
 * @param throttled called when Slack says that it brings this app fewer events than there are
 */
export function acknowledgeWhenHandled(app: App, services: Services, throttled: () => void): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    // Not an event of a person: Slack says that it has left some out (docs.slack.dev/apis/events-api#rate-limiting).
    if (event.body.type === 'app_rate_limited') {
      throttled();
      return await event.ack();
    }
    if (event.body.type !== 'event_callback') return await processEvent(event);
    await processEvent({ ...event, ack: async () => {} });
    try {
      await event.ack();
    } catch (error) {
      services.log.warn({ error }, 'an event was handled too late to be acknowledged');
    }
  };
}
