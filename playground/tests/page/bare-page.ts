/** A Slack and a Teams with one person each and a small real bot on both, and the page opened on them: for what needs no programme. */
import type { Locator } from 'playwright-core';
import { openBrowser } from '../../../tests/support/browser.js';
import { startClock } from '../../clock.js';
import type { HostedPlayground } from '../../page/host.js';
import { openPage } from '../../page/open-page.js';
import type { ClientSessionId, PagePerson } from '../../page/protocol.js';
import { type Slack, startSlack } from '../../slack/start-slack.js';
import { openTeamsClient } from '../../teams/client.js';
import { startTeams, type Teams } from '../../teams/server.js';
import { aiko, type BoltApp, openBot, people, webClient } from '../slack/bot.js';
import { getToken, startBot, type TestBot } from '../teams/bot.js';
import { type Eyes, type Visited, visitPage } from './visiting.js';

export interface BarePage {
  readonly slack: Slack;
  /** What the bot calls Slack with, and the conversation with the one person there. */
  readonly client: ReturnType<typeof webClient>;
  readonly direct: string;
  readonly teams: Teams;
  readonly teamsBot: TestBot;
  /** Posts to the personal chat in Teams as the bot does. @throws where the Connector refuses it */
  post(activity: object): Promise<void>;
  readonly clientSessions: { readonly slack: ClientSessionId; readonly teams: ClientSessionId };
  visit(
    clientSessions: readonly ClientSessionId[],
    eyes?: Eyes,
  ): Promise<Visited & { pane(clientSession: ClientSessionId): Locator }>;
  close(): Promise<void>;
}

/** @param register gives the bot on Slack its listeners */
export async function openBarePage(register: (app: BoltApp) => void = () => {}): Promise<BarePage> {
  const clock = startClock(new Date('2024-11-07T10:00:00+09:00'));
  const slack = await startSlack({ ...people, clock: () => clock.now() });
  const teams = await startTeams({ now: () => clock.now(), tenants: [{ users: [{ name: 'Haruka Sato' }] }] });
  const [slackBot, teamsBot] = await Promise.all([openBot(slack, register), startBot(teams)]);
  teams.connect(teamsBot.url);
  await openTeamsClient(teams, 'Haruka Sato').install();
  const haruka = teams.store.directory.user('Haruka Sato');
  if (haruka === undefined) throw new Error('Haruka is not there');
  const clientSessions = { slack: `slack:${aiko.id}`, teams: `teams:${haruka.aadObjectId}` } as const;
  const playground: HostedPlayground = {
    ...{ slack, teams, clock },
    people: [personAt(clientSessions.slack, 'Aiko Mori'), personAt(clientSessions.teams, 'Haruka Sato')],
    manifest: { commands: [], shortcuts: [] },
    admin: nothingBehind,
  };
  const faults: unknown[] = [];
  const page = await openPage(
    {
      current: () => playground,
      scenarios: [],
      loadScenario: () => Promise.reject(new Error('no scenario can be loaded here')),
    },
    { port: 0, onFault: (error) => faults.push(error) },
  );
  const [browser, { token }] = await Promise.all([openBrowser(), getToken(teams.environment), page.ready]);
  const client = webClient(slack);
  const { channel } = await client.conversations.open({ users: aiko.id });
  const chat = encodeURIComponent(teams.store.personal(haruka).id);
  return {
    ...{ slack, client, teams, teamsBot, clientSessions },
    direct: channel?.id ?? '',
    async post(activity) {
      const answer = await fetch(`${teams.serviceUrl}v3/conversations/${chat}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', ...activity }),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    },
    async visit(shown, eyes = {}) {
      const visited = await visitPage(browser, page.url, shown, eyes);
      return { ...visited, pane: (clientSession) => visited.page.locator(`[data-client-session="${clientSession}"]`) };
    },
    async close() {
      await browser.close();
      await page.close();
      await Promise.all([slackBot.close(), teamsBot.close()]);
      await Promise.all([slack.close(), teams.close()]);
      if (faults.length > 0) throw new AggregateError(faults, 'the page had faults of its own');
    },
  };
}

/** These bots keep no outbox and have no worker. */
const nothingBehind: HostedPlayground['admin'] = {
  ahead: async () => [],
  aheadUntil: async () => [],
  outbox: async () => ({
    notifications: [],
    counts: {},
    queue: { kind: 'PostgreSQL', queues: [] },
    worker: { state: 'running', processId: null },
  }),
  wake() {},
  killWorker: () => Promise.reject(new Error('there is no worker')),
  startWorker: () => Promise.reject(new Error('there is no worker')),
  understanding: { isWithModel: () => false, setModel: async () => {}, since: () => [], onChange: () => () => {} },
};

function personAt(clientSession: ClientSessionId, name: string): PagePerson {
  const elsewhere = { company: null, companyEn: null, companyCode: null };
  return {
    personId: clientSession,
    name,
    nameEn: name,
    role: 'participant',
    level: 'working',
    ...elsewhere,
    language: 'en',
    clientSessions: [clientSession],
  };
}
