/** Looks at Slack and Teams: credentials, scopes, and whether they agree on the time. */
import type { SlackConfiguration } from '../../bot/slack/app.js';
import type { TeamsConfiguration } from '../../bot/teams/configuration.js';
import { within } from '../database-probe.js';
import type { ServedTenant } from '../start-report.js';
import { checkClock } from './check-clock.js';
import { type Finding, fail, ok, reasonOf, warn } from './finding.js';

/** What Microsoft's login may take. */
const LOGIN_MILLISECONDS = 10_000;

export interface Looked {
  readonly findings: readonly Finding[];
  /** Where programmes have to be bound to; null where that could not be learnt. */
  readonly place: ServedTenant | null;
}

export async function checkSlack(configuration: SlackConfiguration): Promise<Looked> {
  const { askSlack } = await import('../../bot/slack/check.js');
  try {
    const { workspace, missing, date, socketMode } = await askSlack(configuration);
    const findings: Finding[] = [
      ok('Slack', `The bot token is the one of workspace ${workspace.name} (${workspace.id}).`),
      ...(missing === null
        ? [warn('Slack scopes', 'Slack does not tell them: compare the app with bot/slack/manifest.json.')]
        : missing.length === 0
          ? [ok('Slack scopes', 'The app has every scope that it needs.')]
          : missing.map((sentence) => fail('Slack scopes', sentence))),
      ...(date === null ? [] : [checkClock('Slack', date, new Date())]),
    ];
    if (configuration.appToken !== undefined) {
      findings.push(
        socketMode === null
          ? ok('Socket Mode', 'The app token opens a connection.')
          : fail('Socket Mode', `${socketMode.message} It needs the scope connections:write.`),
      );
    }
    return { findings, place: { platform: 'slack', tenant: workspace.id } };
  } catch (error) {
    const refused = error instanceof Error && 'kind' in error && error.kind === 'refused';
    const mended = refused
      ? "Compare SLACK_BOT_TOKEN with the app's page."
      : 'If this machine needs a proxy, set HTTPS_PROXY.';
    return { findings: [fail('Slack', `${reasonOf(error)} ${mended}`)], place: null };
  }
}

export async function checkTeams(configuration: TeamsConfiguration): Promise<Looked> {
  const { tenantId: tenant } = configuration;
  const place = tenant === undefined ? null : ({ platform: 'teams', tenant } as const);
  const { askMicrosoft } = await import('../../bot/teams/check.js');
  const tried = await within(
    LOGIN_MILLISECONDS,
    askMicrosoft(configuration).then(
      () => ok('Teams', 'Microsoft signs the bot in.'),
      (error: unknown) => fail('Teams', reasonOf(error)),
    ),
  );
  return { findings: [tried ?? fail('Teams', "Microsoft's login has not answered in time.")], place };
}
