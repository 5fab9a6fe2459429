/** The playground as its page shows it: one run at a time, replaced by another when a scenario is loaded. */
import type { Log } from '../../programme/requests/services.js';
import type { Host, HostedPlayground, ScenarioCallbacks } from '../page/host.js';
import type { ClientSessionId, PagePerson } from '../page/protocol.js';
import { openAdminApi } from './admin-api.js';
import { newestMigration, restoreDatabase } from './database-archive.js';
import type { PlaygroundPerson } from './directory.js';
import { fillWithSample } from './fill-with-sample.js';
import { openPlayground, type Playground, type PlaygroundOptions } from './playground.js';
import { withoutZero } from './ports.js';
import { readSlackManifest, type SlackManifest } from './slack-manifest.js';
import { readStoredScenario, restoreChats, type StoredScenario } from './stored-scenario.js';

export interface HostOptions extends PlaygroundOptions {
  /** Scenarios empty the database, so that they may only be loaded where it is the playground's own. */
  readonly ownDatabase: boolean;
  /** Whether the database may hold what somebody did in a playground before this one. */
  readonly livedIn?: boolean | undefined;
}

export interface RunningHost extends Host {
  readonly playground: Playground;
  /** The programme's time of the run that the database holds. */
  time(): Date;
  /** A scenario that is being loaded is given up. */
  close(): Promise<void>;
}

export async function openHost(options: HostOptions): Promise<RunningHost> {
  const [{ NotPossible }, { startClock }, scenarios] = await Promise.all([
    import('../page/client-sessions/client-session.js'),
    import('../clock.js'),
    import('./scenarios.js'),
  ]);
  const { databaseUrl } = options;
  let playground = await openPlayground(options);
  let place: HostedPlayground = { ...(await hostedPlaygroundOf(playground, options)), livedIn: options.livedIn };
  let loading: Promise<void> = Promise.resolve();
  let held = options.clock;
  const closing = new AbortController();
  const enough = closing.signal;

  async function replace(id: string, { leave, tell }: ScenarioCallbacks): Promise<void> {
    const ports = await withoutZero(options.ports);
    const stored = await findStored(id, ports);
    leave();
    if (stored !== null) tell({ ja: '保存してある状態を読み込んでいます…', en: 'Loading what was stored …' });
    const clock = startClock(stored === null ? scenarios.scenarioStart(id) : new Date(stored.at));
    const { log, faults } = listened(options.log);
    await playground.close();
    enough.throwIfAborted();
    try {
      await scenarios.emptyDatabase(databaseUrl);
      if (stored === null) await fillWithSample(databaseUrl, clock);
      else await restoreDatabase(databaseUrl, stored.database);
      held = clock;
      enough.throwIfAborted();
    } finally {
      // Whatever is in the database now: a playground must be open.
      if (!enough.aborted) {
        playground = await openPlayground({ ...options, clock, log, ports });
        place = await hostedPlaygroundOf(playground, options);
      }
    }
    if (stored === null) await scenarios.playScenario({ id, playground, databaseUrl, tell, faults, enough });
    else restoreChats(playground, stored);
  }

  /** Null where it has to be played. */
  async function findStored(id: string, ports: PlaygroundOptions['ports']): Promise<StoredScenario | null> {
    try {
      const fits = { migration: await newestMigration(databaseUrl), teamsAppId: options.teamsAppId };
      return await readStoredScenario(id, fits, ports);
    } catch (error) {
      options.log.warn({ error, id }, 'a stored scenario cannot be read, so that it is played');
      return null;
    }
  }

  return {
    current: () => place,
    scenarios: scenarios.scenarioCards,
    get playground() {
      return playground;
    },
    time: () => held.now(),
    async loadScenario(id, told) {
      if (!options.ownDatabase) {
        throw new NotPossible({
          ja: 'DATABASE_URL で指定されたデータベースは空にできないため、シナリオは読み込めません。',
          en: 'Scenarios empty the database, and the one that DATABASE_URL names is not the playground’s own.',
        });
      }
      if (!(await scenarios.holdsSampleOnly(databaseUrl))) {
        throw new NotPossible({
          ja: 'データベースにサンプル以外のプログラムがあるため、シナリオは読み込めません(読み込むと失われます)。SPP_DATA に別のフォルダーを指定して起動してください。',
          en: 'Scenarios empty the database, and there is more than the sample programme in this one. Start with another folder in SPP_DATA.',
        });
      }
      const replacing = enough.aborted ? Promise.reject(enough.reason) : replace(id, told);
      loading = replacing.catch(() => {});
      await replacing.catch((error: unknown) => {
        if (!enough.aborted) throw error;
        throw new NotPossible({ ja: 'プレイグラウンドを終了しています。', en: 'The playground is closing.' });
      });
    },
    async close() {
      closing.abort();
      await loading;
      await playground.close();
    },
  };
}

/** The same log, and what it is told of errors, by which a scenario knows that it went as it should. */
function listened(log: Log): { readonly log: Log; readonly faults: readonly string[] } {
  const faults: string[] = [];
  return {
    faults,
    log: {
      ...{ info: log.info.bind(log), warn: log.warn.bind(log) },
      error(fields, sentence) {
        faults.push(sentence);
        log.error(fields, sentence);
      },
    },
  };
}

/** What the page shows of a playground. */
export async function hostedPlaygroundOf(
  playground: Playground,
  options: Pick<PlaygroundOptions, 'databaseUrl' | 'redisUrl'>,
): Promise<HostedPlayground> {
  const { slack, teams, mail, clock, directory } = playground;
  return {
    ...{ slack, teams, mail, clock },
    manifest: listed(await readSlackManifest()),
    people: directory.people.map(personOf),
    admin: openAdminApi(playground, options),
  };
}

function personOf(person: PlaygroundPerson): PagePerson {
  const { personId, name, nameEn, email, role, level, company, companyEn, companyCode, language } = person;
  const clientSessions: ClientSessionId[] = [];
  if (person.slackUserId !== null) clientSessions.push(`slack:${person.slackUserId}`);
  if (person.teamsUserId !== null) clientSessions.push(`teams:${person.teamsUserId}`);
  return { personId, name, nameEn, email, role, level, company, companyEn, companyCode, language, clientSessions };
}

/** What Slack's client lists of the app's commands and shortcuts. */
function listed({ features }: SlackManifest): HostedPlayground['manifest'] {
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint: hint }) => ({
      command,
      description,
      hint,
    })),
    shortcuts: features.shortcuts.map(({ name, type, callback_id: callbackId, description }) => ({
      ...{ callbackId, type, name, description },
    })),
  };
}
