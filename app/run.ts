/** Starts the assistant with the real Slack and Teams, and stops it when told to. */
import { systemClock } from '../programme/requests/context.js';
import { openAssistant } from './assistant.js';
import type { Configuration, Part } from './configuration.js';
import { prepareDatabase } from './database.js';
import { openLog } from './log.js';
import { say } from './say.js';
import { untilToldToStop } from './stop.js';

export async function runAssistant(configuration: Configuration, parts: readonly Part[]): Promise<void> {
  const database = await prepareDatabase(configuration);
  try {
    const assistant = await openAssistant({
      ...configuration,
      parts,
      databaseUrl: database.url,
      clock: systemClock,
      log: openLog(configuration.logLevel),
    });
    const { slack, teams, url } = assistant;
    say(
      `Running: ${parts.join(' and ')} at ${url} (health: ${url}/health)`,
      ...(slack
        ? [
            `Slack: workspace ${slack.workspace.name} (${slack.workspace.id})${slack.router ? `, requests to ${url}/slack/events` : ', Socket Mode'}`,
          ]
        : []),
      ...(teams ? [`Teams: messages to ${url}/api/messages`] : []),
      `Queue: ${configuration.redisUrl === null ? 'PostgreSQL' : 'Redis'}`,
    );
    await untilToldToStop();
    say('Closing …');
    await assistant.close();
  } finally {
    await database.close();
  }
}
