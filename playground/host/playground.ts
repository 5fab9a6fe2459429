/** Opens a Slack workspace and a Teams tenant on this machine, with everyone of the database in them, and the assistant between them. */
import { type Assistant, openAssistant } from '../../app/assistant.js';
import { takeStep } from '../../app/step.js';
import { openDatabase } from '../../prisma/client.js';
import type { Log } from '../../programme/requests/services.js';
import type { JumpingClock } from '../clock.js';
import type { Mail } from '../mail/start-mail.js';
import type { Slack } from '../slack/start-slack.js';
import type { Teams } from '../teams/server.js';
import { calledBy, type PlaygroundDirectory, readDirectory } from './directory.js';
import { forkWorker } from './fork-worker.js';
import { type KillableWorker, startKillable } from './killable-worker.js';
import { readSlackManifest, type SlackManifest } from './slack-manifest.js';
import { openUnderstanding, type SwitchedUnderstanding } from './understanding.js';

export interface PlaygroundOptions {
  /** Of a database whose migrations are applied and that holds the people. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly log: Log;
  readonly clock: JumpingClock;
  /** 0 takes a free one. Addresses that the bot has stored hold the ports, so they should stay the same from start to start. */
  readonly ports: { readonly bot: number; readonly slack: number; readonly teams: number };
  /** The same from start to start for the same reason; random where every start is a new database. */
  readonly teamsAppId?: string;
  /** Whether e-mail goes to a mailbox on this machine; otherwise nothing goes by e-mail. */
  readonly withMail?: boolean;
  /** How the worker is started: as a process of its own unless told. */
  readonly startWorker?: typeof forkWorker;
}

export interface Playground {
  /** The bot alone; the worker is a process beside it, which may still be starting. */
  readonly assistant: Assistant;
  readonly worker: KillableWorker;
  readonly slack: Slack;
  readonly teams: Teams;
  /** Null where nothing goes by e-mail. */
  readonly mail: Mail | null;
  readonly clock: JumpingClock;
  readonly directory: PlaygroundDirectory;
  /** Without a language model until the page switches to the scripted one. */
  readonly understanding: SwitchedUnderstanding;
  /** Done when the playground closes, before anything else of it is gone. */
  beforeClose(step: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Of the playground that is kept from start to start. Chosen once; a bot that was registered does not change its id either. */
export const teamsAppId = '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11';

/**
 * Slack delivers a message again that the bot failed to take: at once, after a minute and after five. Shortened in milliseconds,
 * so that a person who switches a trouble on in the page sees it; the first lies past the five seconds for which the page's 429 asks.
 */
const RETRY_DELAYS: readonly number[] = [6_000, 20_000, 60_000];

/** Where the playground's bot would be found by name. */
const BOT_NAME = 'SPP Assistant';

const MAIL_FROM = 'SPP Assistant <spp@playground.example>';

export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  // Never part of a production build, so never imported by name at the top.
  const [{ startSlack }, { startTeams }, { signingKeys }, manifest] = await Promise.all([
    import('../slack/start-slack.js'),
    import('../teams/server.js'),
    import('../teams/tokens.js'),
    readSlackManifest(),
  ]);
  // Threads make them while the database is asked; the stand-in for Teams waits for them.
  signingKeys().catch(() => {});
  const { clock, ports, startWorker = forkWorker } = options;
  const directory = await takeStep('Reading who takes part', () => peopleIn(options.databaseUrl));
  const slack = await startSlack({
    port: ports.slack,
    clock: () => clock.now(),
    app: appOf(manifest),
    retryDelays: RETRY_DELAYS,
    workspaces: [
      {
        id: directory.slackWorkspace,
        name: 'SPP',
        domain: 'spp-playground',
        scopes: manifest.oauth_config.scopes.bot,
        users: directory.people.flatMap(({ slackUserId, email, language, timeZone, ...names }) =>
          slackUserId === null
            ? []
            : [
                {
                  id: slackUserId,
                  name: email.split('@')[0] ?? email,
                  real_name: calledBy({ ...names, language }),
                  email,
                  tz: timeZone,
                  locale: language === 'ja' ? 'ja-JP' : 'en-US',
                },
              ],
        ),
        channels: [
          {
            id: 'C0SPPGENERAL',
            name: 'spp',
            bot: true,
            members: directory.people.flatMap(({ slackUserId }) => (slackUserId === null ? [] : [slackUserId])),
          },
        ],
      },
    ],
  });
  const teams = await startTeams({
    port: ports.teams,
    now: () => clock.now(),
    app: { name: BOT_NAME, ...(options.teamsAppId && { id: options.teamsAppId }) },
    tenants: [
      {
        id: directory.teamsTenant,
        users: directory.people.flatMap(({ teamsUserId, hasTeamsChat, email, language, timeZone, ...names }) =>
          teamsUserId === null
            ? []
            : [
                {
                  name: calledBy({ ...names, language }),
                  aadObjectId: teamsUserId,
                  id: `29:${teamsUserId}`,
                  email,
                  userPrincipalName: email,
                  locale: language === 'ja' ? 'ja-JP' : 'en-US',
                  timezone: timeZone,
                  // What the bot was told of once must hold after a restart, or it could write to nobody.
                  installed: hasTeamsChat,
                },
              ],
        ),
        teams: [{ name: 'SPP' }],
      },
    ],
  });
  const mail = options.withMail
    ? await (await import('../mail/start-mail.js')).startMail({ now: () => clock.now() })
    : null;
  const closing = [
    async () => {
      await Promise.all([slack.close(), teams.close(), mail?.close()]);
    },
  ];
  const close = async () => {
    // Last opened, first closed: nothing may still use what is gone.
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { environment } = teams;
    const reached = {
      databaseUrl: options.databaseUrl,
      redisUrl: options.redisUrl,
      slack: { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url },
      teams: {
        appId: environment.MicrosoftAppId,
        appPassword: environment.MicrosoftAppPassword,
        tenantId: environment.MicrosoftAppTenantId,
        endpoints: environment,
      },
      ...(mail && { mail: { smtpUrl: mail.url, from: MAIL_FROM } }),
    };
    const { log } = options;
    const understanding = openUnderstanding();
    closing.push(() => understanding.close());
    const assistant = await openAssistant({
      ...reached,
      parts: ['bot'],
      host: '127.0.0.1',
      port: ports.bot,
      publicUrl: 'own',
      understandBy: understanding.open,
      clock,
      log,
    });
    closing.push(() => assistant.close());
    // Only now, and nobody waits for it: it loads for seconds, and first calls a stand-in, which here would answer too late meanwhile.
    const worker = startKillable((wanted) =>
      startWorker({ configuration: { ...reached, publicUrl: assistant.url }, clock, log, ...wanted }),
    );
    worker.started.catch((error: unknown) => log.warn({ error }, 'the worker could not be started'));
    closing.push(() => worker.close());
    // Slack has its request address verified within three seconds, and so has the stand-in.
    await takeStep('Having the address for Slack verified', () => slack.connect(`${assistant.url}/slack/events`));
    teams.connect(`${assistant.url}/api/messages`);
    const beforeClose = (step: () => Promise<void>) => void closing.push(step);
    return { assistant, worker, slack, teams, mail, clock, directory, understanding, beforeClose, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function peopleIn(databaseUrl: string): Promise<PlaygroundDirectory> {
  const { database, close } = openDatabase(databaseUrl, { poolSize: 1, asOwner: true });
  try {
    return await readDirectory(database);
  } finally {
    await close();
  }
}

/** What of the manifest the stand-in holds the bot to. */
function appOf({ features, settings }: SlackManifest) {
  return {
    name: BOT_NAME,
    commands: features.slash_commands.map(({ command }) => command),
    shortcuts: features.shortcuts.map(({ callback_id }) => callback_id),
    events: settings.event_subscriptions.bot_events,
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
  };
}
