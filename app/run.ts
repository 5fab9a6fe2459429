/** Starts the assistant with the real Slack and Teams, and stops it when told to. */
import { systemClock } from '../programme/requests/context.js';
import { type Assistant, openAssistant } from './assistant.js';
import type { Configuration, Part } from './configuration.js';
import { prepareDatabase } from './database.js';
import { openLog } from './log.js';
import { useProxy } from './proxy.js';
import { say } from './say.js';
import { findMissing, type ServedTenant } from './start-report.js';
import { untilToldToStop } from './stop.js';

export async function runAssistant(configuration: Configuration, parts: readonly Part[]): Promise<void> {
  const proxy = await useProxy(configuration.proxy);
  if (proxy !== null) say(`Proxy: what goes out goes through ${proxy.name}`);
  const database = await prepareDatabase(configuration);
  try {
    const assistant = await openAssistant({
      ...configuration,
      slack: configuration.slack && { ...configuration.slack, ...(proxy && { proxy: proxy.dispatcher }) },
      parts,
      databaseUrl: database.url,
      clock: systemClock,
      log: openLog(configuration.logLevel),
    });
    const missing = await whatIsMissing(assistant, configuration);
    // In one go with what follows: from here on a signal closes in good order.
    say(...describe(assistant, configuration, parts), ...missing.map((sentence) => `Missing: ${sentence}`));
    await untilToldToStop();
    say('Closing …');
    await assistant.close();
  } catch (error) {
    throw networkNamed(error, proxy?.name ?? null);
  } finally {
    await database.close();
    await proxy?.close();
  }
}

function describe(
  { slack, teams, url }: Assistant,
  { host, redisUrl, publicUrl }: Configuration,
  parts: readonly Part[],
): readonly string[] {
  const receives = parts.includes('bot');
  // 0.0.0.0 is an address to listen on, and none that anybody could enter at a platform.
  const somewhere = publicUrl === null && host === '0.0.0.0';
  const requests = (path: string) => (somewhere ? `${path} of your public address` : `${publicUrl ?? url}${path}`);
  return [
    `Running: ${parts.join(' and ')} at ${url} (health: ${url}/health)`,
    ...(slack
      ? [
          `Slack: workspace ${slack.workspace.name} (${slack.workspace.id})${receives ? (slack.router ? `, requests to ${requests('/slack/events')}` : ', Socket Mode') : ''}`,
        ]
      : []),
    ...(teams ? [`Teams: ${receives ? `messages to ${requests('/api/messages')}` : 'deliveries'}`] : []),
    `Queue: ${redisUrl === null ? 'PostgreSQL' : 'Redis'}`,
  ];
}

/** One sentence each; empty where the set-up is whole. */
async function whatIsMissing(
  { slack, teams, services, missing }: Assistant,
  configuration: Configuration,
): Promise<readonly string[]> {
  const tenant = configuration.teams?.tenantId;
  const places: readonly ServedTenant[] = [
    ...(slack ? [{ platform: 'slack', tenant: slack.workspace.id } as const] : []),
    ...(teams && tenant ? [{ platform: 'teams', tenant } as const] : []),
  ];
  return [...missing, ...(await findMissing(services.database, places))];
}

/** A network that fails is often a proxy's: the one that is used is named, or the setting for one. */
function networkNamed(error: unknown, proxy: string | null): unknown {
  if (!(error instanceof Error && 'kind' in error && error.kind === 'unreachable')) return error;
  error.message +=
    proxy === null
      ? ' If this machine reaches the internet through a proxy, set HTTPS_PROXY.'
      : ` It is asked through the proxy ${proxy} (HTTPS_PROXY).`;
  return error;
}
