/** Opens the Teams side of the bot: the endpoint for activities, their receivers, and the gateway for notifications. */
import type { Router } from 'express';
import type { Gateway } from '../../programme/notifications/gateway.js';
import type { Services } from '../../programme/requests/services.js';
import { accountOf } from './account.js';
import { readActivity } from './activity.js';
import { type TeamsConfiguration, trustedFiles, trustedServices } from './configuration.js';
import { createRouter } from './endpoint.js';
import { teamsGateway } from './gateway.js';
import { loginCondition } from './login-condition.js';
import { receiveInstallation, receiveMembers } from './receive-install.js';
import { receiveInvoke } from './receive-invoke.js';
import { receiveMessage } from './receive-message.js';
import { startError } from './start-error.js';
import type { TeamsContext, Turn } from './teams-context.js';
import type { SdkTurn } from './types.js';

export interface Teams {
  /** Serves POST /api/messages. */
  readonly router: Router;
  readonly gateway: Gateway;
  /** What does not work at present, for the health check. */
  problems(): readonly string[];
  /** Signs the bot in with Microsoft once. Throws TeamsStartError, also where Microsoft cannot be reached. */
  signIn(): Promise<void>;
  /** Resolves when whatever has been received until now is answered, also after a dialog that said so. */
  answered(): Promise<void>;
  /** Waits for answers that are still to be sent. */
  close(): Promise<void>;
}

/** Well before the client shows an error, which it does after about five seconds. */
const PATIENCE_MILLISECONDS = 3500;

/** Loads Microsoft's SDK, which nothing else does. Throws where the configuration would leave the bot open to anyone. */
export async function openTeams(services: Services, configuration: TeamsConfiguration): Promise<Teams> {
  const { appId, appPassword, tenantId, endpoints, patienceMilliseconds = PATIENCE_MILLISECONDS } = configuration;
  // Without an app id the SDK checks no token at all.
  if (appId.trim() === '' || appPassword.trim() === '') {
    throw new Error('Microsoft Teams needs the id and the password of its app.');
  }
  const { openSdk } = await import('./sdk.js');
  const login = loginCondition(services.log);
  const sdk = openSdk(configuration, login.tried);
  const trusts = trustedServices(endpoints);
  const running = new Set<Promise<void>>();
  const context: TeamsContext = {
    services,
    sdk,
    patienceMilliseconds,
    trustsFiles: trustedFiles(endpoints),
    track(work) {
      running.add(work);
      void work.finally(() => running.delete(work));
    },
  };
  const receiver = (receive: (turn: Turn) => Promise<void>) => async (sdkTurn: SdkTurn) => {
    const incoming = readActivity(sdkTurn.activity);
    if (incoming !== null && incoming !== 'two tenants')
      await receive({ ...context, sdkTurn, incoming, account: accountOf(incoming, sdk) });
  };
  // Edits, reactions, typing and everything else have no route: they are answered with 200 and change nothing.
  const routes = {
    message: receiver(receiveMessage),
    invoke: receiver(receiveInvoke),
    installationUpdate: receiver(receiveInstallation),
    conversationUpdate: receiver(receiveMembers),
  };
  const receive = sdk.listen(routes, ({ type, activity }) => {
    const incoming = readActivity(activity);
    // The SDK throws where there is no person, before it looks for a route.
    if (incoming === null) {
      services.log.warn({ type }, 'an activity from Teams names no person or tenant');
      return false;
    }
    // Nothing is kept of the people of another tenant, not even that they wrote.
    const isOurs = incoming !== 'two tenants' && isSameTenant(incoming.tenant, tenantId ?? incoming.tenant);
    if (!isOurs) {
      services.log.warn({ type }, 'an activity from another tenant was refused');
      return 'refused';
    }
    return true;
  });
  return {
    router: createRouter({ services, trusts, receive }),
    gateway: teamsGateway({ sdk, clock: services.clock, trusts }, services),
    problems: login.problems,
    async signIn() {
      try {
        await sdk.signIn();
      } catch (error) {
        throw startError(error);
      }
    },
    async answered() {
      await Promise.allSettled(running);
    },
    async close() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function isSameTenant(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
