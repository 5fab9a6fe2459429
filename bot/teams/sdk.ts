/** The only file that runs Microsoft's SDKs; loaded when the bot opens for Teams, for they cost half a second and much memory. */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { ConfigurationServiceClientCredentialFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import type { TeamsConfiguration } from './configuration.js';
import { guardConnector, TIMEOUT_MILLISECONDS } from './connector.js';
import { loopbackCredentials, signsInOnLoopback } from './loopback-login.js';

const defaultIssuer = 'https://api.botframework.com';

/** The real adapter: it checks tokens and signs the bot in. */
export function createAdapter(configuration: TeamsConfiguration): TeamsAdapter {
  const { appId, appPassword, tenantId, endpoints } = configuration;
  const settings = {
    ...endpoints,
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    ...(tenantId
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId }
      : { MicrosoftAppType: 'MultiTenant' }),
  };
  const credentials = signsInOnLoopback(endpoints)
    ? loopbackCredentials(configuration, endpoints)
    : new ConfigurationServiceClientCredentialFactory(settings);
  const adapter = new TeamsAdapter(settings, credentials, {
    requiredEndorsements: [],
    validateClaims: (claims) => refuseOtherClaims(claims, endpoints?.ToBotFromChannelTokenIssuer ?? defaultIssuer),
  });
  adapter.use(async (context, next) => {
    guardConnector(context, configuration.sendMilliseconds ?? TIMEOUT_MILLISECONDS);
    await next();
  });
  return adapter;
}

/**
 * Runs after the SDK's own checks, which also let in tokens of the emulator and of other bots, without a service address
 * or an end. Teams sends neither.
 */
async function refuseOtherClaims(
  claims: readonly { readonly type: string; readonly value: unknown }[],
  issuer: string,
): Promise<void> {
  const claim = (type: string) => claims.find((candidate) => candidate.type === type)?.value;
  if (claim('iss') !== issuer) throw new Error('the token is not from the channel');
  if (typeof claim('serviceurl') !== 'string') throw new Error('the token names no service address');
  if (typeof claim('exp') !== 'number') throw new Error('the token never ends');
}

/** Routes activities by type. Its typing timer, its state and its handling of mentions are shared between turns, so they stay off. */
export function createApplication(
  adapter: TeamsAdapter,
  appId: string,
  receive: Readonly<Record<string, (context: TurnContext) => Promise<void>>>,
): Application {
  const application = new Application({
    adapter,
    botAppId: appId,
    startTypingTimer: false,
    removeRecipientMention: false,
  });
  for (const [type, receiver] of Object.entries(receive)) application.activity(type, receiver);
  return application;
}

/** A member of the turn's conversation as the tenant's directory describes them. */
export async function findMember(context: TurnContext, userId: string): Promise<unknown> {
  return await TeamsInfo.getMember(context, userId);
}
