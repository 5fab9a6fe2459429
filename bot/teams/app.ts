/** Opens the bot for Microsoft Teams: what it receives, and the gateway by which the programme reaches people there. */
import type { TurnContext } from 'botbuilder';
import type { Router } from 'express';
import type { Gateway } from '../../programme/notifications/gateway.js';
import type { House } from '../../programme/requests/services.js';
import { type TeamsConfiguration, trustedServices } from './configuration.js';
import { createRouter } from './endpoint.js';
import { teamsGateway } from './gateway.js';
import { type Parts, type Turn, turnOf } from './parts.js';
import { receiveInstallation, receiveMembers } from './receive-install.js';
import { receiveInvoke } from './receive-invoke.js';
import { receiveMessage } from './receive-message.js';

export interface Teams {
  /** Serves POST /api/messages. */
  readonly router: Router;
  readonly gateway: Gateway;
  /** Waits for answers that are still to be sent. */
  close(): Promise<void>;
}

/** Well before the client shows an error, which it does after about five seconds. */
const PATIENCE_MILLISECONDS = 3500;

/** Loads Microsoft's SDK, which nothing else does. Throws where the configuration would leave the bot open to anyone. */
export async function openTeams(house: House, configuration: TeamsConfiguration): Promise<Teams> {
  const { appId, appPassword, endpoints, patienceMilliseconds = PATIENCE_MILLISECONDS } = configuration;
  // Without an app id the SDK checks no token at all.
  if (appId.trim() === '' || appPassword.trim() === '') {
    throw new Error('Microsoft Teams needs the id and the password of its app.');
  }
  const { createAdapter, createApplication, findMember } = await import('./sdk.js');
  const adapter = createAdapter(configuration);
  const trusts = trustedServices(endpoints);
  const underWay = new Set<Promise<void>>();
  const parts: Parts = {
    house,
    adapter,
    appId,
    findMember,
    patienceMilliseconds,
    keep(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
  };
  const receiver =
    (receive: (turn: Turn) => Promise<void>): Receiver =>
    async (context) => {
      const turn = turnOf(parts, context);
      if (turn !== null) await receive(turn);
    };
  // Edits, reactions, typing and everything else have no route: they are answered with 200 and change nothing.
  const application = createApplication(adapter, appId, {
    message: receiver(receiveMessage),
    invoke: receiver(receiveInvoke),
    installationUpdate: receiver(receiveInstallation),
    conversationUpdate: receiver(receiveMembers),
  });
  const run = async (context: TurnContext): Promise<void> => {
    // The SDK throws where there is no person, before any route is looked for.
    if (turnOf(parts, context) !== null) await application.run(context);
  };
  return {
    router: createRouter({ house, adapter, trusts, run }),
    gateway: teamsGateway({ adapter, appId, clock: house.clock, trusts }),
    async close() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

type Receiver = Parameters<typeof import('./sdk.js').createApplication>[2][string];
