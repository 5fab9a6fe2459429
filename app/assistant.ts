/** Puts the parts together into one running process: database, Slack, Teams, HTTP and the worker. */
import { filesRouter } from '../bot/files.js';
import { type Server, serve } from '../bot/http.js';
import type { ModelSettings } from '../bot/interpret/model/settings.js';
import { muteRouter } from '../bot/mute-pages.js';
import type { Operator } from '../bot/page-texts.js';
import { pagesRouter } from '../bot/pages.js';
import { countRefused } from '../bot/refuse.js';
import type { Slack, SlackConfiguration } from '../bot/slack/app.js';
import type { Teams } from '../bot/teams/app.js';
import type { TeamsConfiguration } from '../bot/teams/configuration.js';
import type { QueueAddress } from '../jobs/connection.js';
import { inspectQueues } from '../jobs/inspect.js';
import type { RunningWorker, WorkerConfiguration } from '../jobs/worker.js';
import type { MailGateway } from '../mail/gateway.js';
import type { MailSettings } from '../mail/settings.js';
import { openDatabase, type PrismaClient } from '../prisma/client.js';
import type { LookAtPage } from '../programme/deliverables/publication/page-look.js';
import { signedLinks } from '../programme/files/file-links.js';
import { linkSecretIn } from '../programme/files/link-secret.js';
import { openFiles } from '../programme/files/open-files.js';
import { noteMailSetup } from '../programme/members/reach.js';
import type { Gateways } from '../programme/notifications/gateway.js';
import { type MuteLinks, muteLinks } from '../programme/notifications/mute-links.js';
import type { Rates } from '../programme/notifications/pace.js';
import type { Clock } from '../programme/requests/context.js';
import type { Log, Services } from '../programme/requests/services.js';
import { collectRooms } from '../programme/rooms.js';
import type { Part } from './configuration.js';
import { type DatabaseProbe, openDatabaseProbe, within } from './database-probe.js';
import { lookAtHealth } from './health.js';
import { type Interpreting, type InterpretingServices, openInterpreting } from './interpreting.js';
import { type Metrics, metricsRouter, openMetrics } from './metrics.js';
import { takeStep } from './step.js';

export interface AssistantConfiguration {
  readonly parts: readonly Part[];
  /** Of a database whose migrations are applied. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly slack: SlackConfiguration | null;
  readonly teams: TeamsConfiguration | null;
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly log: Log;
  /** The address that links to files begin with; 'own' takes the one at which HTTP is served here. Without one there are no links. */
  readonly publicUrl?: string | null;
  /** What links are signed with; kept in the database unless given. */
  readonly linkSecret?: string | null;
  /** Where the bytes of files are; in the database unless given. */
  readonly filesFolder?: string | null;
  readonly worker?: Pick<WorkerConfiguration, 'concurrency' | 'intervals'>;
  /** How fast each channel may be written to; the platforms' ceilings unless told. */
  readonly rates?: Rates;
  /** What `/metrics` is read with; without one, from this machine only. */
  readonly metricsToken?: string | null;
  /** Who is named on the pages about privacy and terms of use. */
  readonly operator?: Operator | null;
  /** How notices go out by e-mail; without it they do not. */
  readonly mail?: MailSettings | null;
  /** Whether pages that companies report as published are looked at; they are not unless the operator says so. */
  readonly looksAtPages?: boolean;
  /** The language model that is asked what people mean; without it words are understood by rules alone. */
  readonly languageModel?: ModelSettings | null;
  /** Opens what understands words, in place of what `languageModel` says: for a host that shows it, or switches it while it runs. */
  readonly understandBy?: (services: InterpretingServices) => Promise<Interpreting>;
}

export interface Assistant {
  readonly services: Services;
  /** Where HTTP is served: http://host:port */
  readonly url: string;
  readonly slack: Slack | null;
  readonly teams: Teams | null;
  /** Null where this process is the bot alone. */
  readonly worker: RunningWorker | null;
  /** What the platforms lack or could not tell at the start, in a sentence each for the operator. */
  readonly missing: readonly string[];
  /** Resolves when whatever has been received until now is answered, also after its acknowledgement. */
  answered(): Promise<void>;
  close(): Promise<void>;
}

/** Opens everything this process is for; what was opened is closed again when something cannot be. */
export async function openAssistant(configuration: AssistantConfiguration): Promise<Assistant> {
  const { parts, databaseUrl } = configuration;
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    // Last opened, first closed: nothing may still use what is gone.
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { database, pool, close: closeDatabase } = openDatabase(databaseUrl);
    closing.push(closeDatabase);
    const probe = openDatabaseProbe(databaseUrl, 'spp-health');
    closing.push(probe.close);
    // So that the first health check need not wait for a connection, on a machine that is busy starting.
    void probe.ask('SELECT 1');
    const metrics = openMetrics();
    const served: { url: string | null } = { url: null };
    const { mutes, ...furnished } = await furnish(database, configuration, () => served.url);
    const services = { ...furnished, meter: metrics.meter };
    // Before Slack is asked anything: loading Microsoft's library holds the process up, for longer than Slack's answer may take.
    const teams = configuration.teams && (await openTeams(services, configuration.teams));
    closing.push(async () => await teams?.close());
    const unsigned = teams ? await signIn(services, teams) : [];
    const slack = configuration.slack && (await openSlack(services, configuration.slack));
    closing.push(async () => await slack?.close());
    const sends = parts.includes('worker');
    const mail = sends && configuration.mail ? await openMail(services, configuration.mail, mutes) : null;
    closing.push(async () => mail?.close());
    const worker = sends ? await openWorker(services, { slack, teams, mail }, metrics, configuration) : null;
    if (worker) closing.push(() => worker.close());
    const queues = worker && inspectQueues(queueAddress(configuration), services.log);
    if (queues) closing.push(() => queues.close());
    metrics.lookInto({ probe, pool, queues, clock: services.clock });
    const receives = parts.includes('bot');
    const answering = { slack, teams, mutes, worker, receives, probe, metrics };
    const server = await openServer(services, configuration, answering);
    closing.push(() => server.close());
    served.url = server.url;
    if (receives && slack) await takeStep('Connecting to Slack', () => slack.start());
    if (receives) learnBehind(services);
    const missing = [...(slack?.missing ?? []), ...unsigned];
    const answered = async () => void (await Promise.all([slack?.answered(), teams?.answered()]));
    return { services, url: server.url, slack, teams, worker, missing, answered, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Until it is done, words mean what they name. */
function learnBehind({ interpreter, log }: Pick<Services, 'interpreter' | 'log'>): void {
  interpreter
    .prepare?.()
    .catch((error: unknown) => log.error({ error }, 'how people say what they mean could not be learnt'));
}

/** The services that every part uses. @param own where HTTP is served here, once it is */
async function furnish(
  database: PrismaClient,
  configuration: AssistantConfiguration,
  own: () => string | null,
): Promise<Services & { readonly mutes: MuteLinks }> {
  const { clock, log, publicUrl = null, linkSecret, filesFolder, rates, languageModel = null } = configuration;
  const { understandBy = (services) => openInterpreting(languageModel, services) } = configuration;
  const secret = linkSecret ?? (await linkSecretIn(database, clock.now()));
  const rooms = collectRooms();
  const address = () => (publicUrl === 'own' ? own() : publicUrl);
  return {
    ...{ database, clock, log },
    ...rooms,
    ...(await understandBy({ database, clock, log, actions: rooms.actions })),
    files: openFiles(database, filesFolder ?? null),
    fileLinks: signedLinks(secret, clock, address),
    mutes: muteLinks(secret, address),
    ...(rates && { rates }),
  };
}

// Each platform's library is loaded only where it is used: Microsoft's alone takes a second and 100 MB.

async function openSlack(services: Services, configuration: SlackConfiguration): Promise<Slack> {
  const { openSlack } = await import('../bot/slack/app.js');
  return await takeStep('Asking Slack who the bot is', () => openSlack(services, configuration));
}

async function openTeams(services: Services, configuration: TeamsConfiguration): Promise<Teams> {
  return await takeStep('Loading what speaks with Microsoft Teams', async () =>
    (await import('../bot/teams/app.js')).openTeams(services, configuration),
  );
}

/** What Microsoft's login may take; the start waits for it, as for Slack's first answer. */
const LOGIN_MILLISECONDS = 5_000;

/**
 * Tries the credentials once. Returns a sentence where Microsoft does not answer: it may later.
 * @throws TeamsStartError where Microsoft refuses them
 */
async function signIn({ log }: Services, teams: Teams): Promise<readonly string[]> {
  const refused = (error: unknown) => error instanceof Error && 'kind' in error && error.kind === 'refused';
  const failed = await within(
    LOGIN_MILLISECONDS,
    takeStep('Signing in with Microsoft', async () => {
      try {
        await teams.signIn();
        return { sentence: null };
      } catch (error) {
        if (refused(error)) throw error;
        return { sentence: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
  const sentence = failed === null ? "Microsoft's login has not answered in time." : failed.sentence;
  if (sentence === null) return [];
  log.warn({ reason: sentence }, 'whether Microsoft signs the bot in is not known yet');
  return [`${sentence} Teams gets no answer until it can be. If this machine needs a proxy, set HTTPS_PROXY.`];
}

async function openMail(services: Services, settings: MailSettings, mutes: MuteLinks): Promise<MailGateway> {
  return (await import('../mail/gateway.js')).openMailGateway(settings, services, mutes);
}

/** Loaded when it is first needed: most of the time nothing comes back. */
async function collectFrom(services: Services, address: string): Promise<void> {
  const count = await (await import('../mail/bounces.js')).collectBounces(services, address);
  if (count > 0) services.log.info({ count }, 'mails came back');
}

/** Loaded when a page is first looked at. */
const lookAtPage: LookAtPage = async (address, titles) =>
  await (await import('../web/look-at-page.js')).pageLooker()(address, titles);

interface Opened {
  readonly slack: Slack | null;
  readonly teams: Teams | null;
}

async function openWorker(
  services: Services,
  { slack, teams, mail }: Opened & { readonly mail: MailGateway | null },
  metrics: Metrics,
  configuration: AssistantConfiguration,
): Promise<RunningWorker> {
  const { startWorker } = await import('../jobs/worker.js');
  const gateways: Gateways = {
    ...(slack && { slack: slack.gateway }),
    ...(teams && { teams: teams.gateway }),
    ...(mail && { email: mail }),
  };
  await noteMailSetup(services, mail !== null);
  const bouncesUrl = configuration.mail?.bouncesUrl;
  return await takeStep('Opening the queue', () =>
    startWorker(services, metrics.count(gateways), {
      ...{ ...queueAddress(configuration), ...configuration.worker },
      ...(bouncesUrl !== undefined && { collectBounces: () => collectFrom(services, bouncesUrl) }),
      ...(configuration.looksAtPages === true && { lookAtPages: lookAtPage }),
    }),
  );
}

function queueAddress({ databaseUrl, redisUrl }: AssistantConfiguration): QueueAddress {
  return { databaseUrl, ...(redisUrl !== null && { redisUrl }) };
}

interface Answering extends Opened {
  readonly mutes: MuteLinks;
  readonly worker: RunningWorker | null;
  /** Whether this process takes requests of the platforms. */
  readonly receives: boolean;
  readonly probe: DatabaseProbe;
  readonly metrics: Metrics;
}

async function openServer(
  services: Services,
  { host, port, metricsToken = null, operator = null }: AssistantConfiguration,
  { slack, teams, mutes, worker, receives, probe, metrics }: Answering,
): Promise<Server> {
  const { clock, log } = services;
  const platforms = [slack, teams].filter((platform) => platform !== null);
  return await serve({
    host,
    port,
    slack: receives ? (slack?.router ?? null) : null,
    teams: receives ? (teams?.router ?? null) : null,
    files: receives ? filesRouter(services) : null,
    pages: receives ? pagesRouter(operator).use(muteRouter(services, mutes)) : null,
    metrics: metricsRouter(metrics, metricsToken),
    health: () => lookAtHealth({ probe, clock, worker, platforms }),
    log,
    refused: countRefused(services),
  });
}
