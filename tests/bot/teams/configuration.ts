/** How the bot is configured for a stand-in. */
import type { TeamsConfiguration } from '../../../bot/teams/configuration.js';
import type { Teams } from '../../../playground/teams/server.js';

export function configurationOf(teams: Teams, change: Partial<TeamsConfiguration> = {}): TeamsConfiguration {
  const {
    MicrosoftAppId,
    MicrosoftAppPassword,
    MicrosoftAppTenantId,
    MicrosoftAppType: _,
    ...endpoints
  } = teams.environment;
  return {
    appId: MicrosoftAppId,
    appPassword: MicrosoftAppPassword,
    tenantId: MicrosoftAppTenantId,
    endpoints,
    ...change,
  };
}
