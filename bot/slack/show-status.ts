/** The line below a person's message that says that the app is working on it. */
import type { Language } from '../../programme/requests/context.js';
import type { SlackContext } from './slack-context.js';

/** The message that is being worked on. */
interface Worked {
  readonly channel: string;
  readonly ts: string;
}

/** Slack puts the app's name before it. */
const statuses: Readonly<Record<Language, string>> = { ja: 'が確認しています…', en: 'is working on it…' };

/** Slack takes it away after two minutes, or with a reply in the same thread (docs.slack.dev/reference/methods/assistant.threads.setStatus). */
export async function showStatus(context: SlackContext, { channel, ts }: Worked, language: Language): Promise<void> {
  await setStatus(context, { channel, ts }, statuses[language]);
}

/** In the background: a status that stays harms less than a reply that is held up. */
export function clearStatus(context: SlackContext, worked: Worked): void {
  context.background.run('clearing a status', async () => {
    await setStatus(context, worked, '').catch((error: unknown) => {
      context.services.log.warn({ error }, 'a status could not be cleared');
    });
  });
}

async function setStatus({ client }: SlackContext, { channel, ts }: Worked, status: string): Promise<void> {
  await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status });
}
