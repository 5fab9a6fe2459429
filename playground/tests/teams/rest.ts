/** Speaks to the stand-in's Bot Connector as plain requests with a bot's bearer, for the tests of its every answer. */
import { afterAll, afterEach } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import type { TeamsUser } from '../../teams/people.js';
import { startTeams, type Teams } from '../../teams/server.js';
import { getToken, startBot } from './bot.js';

const home = '11111111-1111-4111-8111-111111111111';
const elsewhere = '22222222-2222-4222-8222-222222222222';

export const activitiesOf = (conversation: string) => `conversations/${encodeURIComponent(conversation)}/activities`;
export const say = (text: string) => ({ type: 'message', text });

export interface Rest {
  readonly teams: Teams;
  readonly home: string;
  readonly bearer: string;
  call(method: string, path: string, body?: unknown): ReturnType<typeof request>;
  user(name: string): TeamsUser;
  personalId(name: string): string;
  /** Has the person add the app and returns the id of their chat with it. */
  installed(name: string): Promise<string>;
  createFor(name: string, more?: object): ReturnType<typeof request>;
}

async function request(url: string, bearer: string, method: string, body: unknown) {
  const answer = await fetch(url, {
    method,
    headers: { authorization: bearer, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Starts a stand-in with two tenants and a bot that takes everything, for the whole test file. */
export async function openRest(): Promise<Rest> {
  const teams = await startTeams({
    app: { tenantId: home },
    tenants: [
      {
        id: home,
        users: ['Haruka Sato', 'Kenji Ito', 'Mei Abe', 'Sho Ueda', 'Rin Kato'].map((name) => ({ name })),
        teams: [{ name: 'Partnership', channels: ['News'], members: ['Haruka Sato', 'Mei Abe'] }, { name: 'Quiet' }],
      },
      { id: elsewhere, users: [{ name: 'Stranger' }] },
    ],
  });
  const bot = await startBot(teams);
  teams.connect(bot.url);
  const bearer = `Bearer ${(await getToken(teams.environment)).token}`;

  afterAll(async () => {
    await bot.close();
    await teams.close();
  });

  afterEach(() => {
    teams.clearTroubles();
    teams.setLimits({ on: false, timeScale: 1 });
  });

  function user(name: string): TeamsUser {
    const found = teams.store.directory.user(name);
    if (!found) {
      throw new Error(`no person ${name}`);
    }
    return found;
  }

  const call = (method: string, path: string, body?: unknown) =>
    request(`${teams.serviceUrl}v3/${path}`, bearer, method, body);
  const personalId = (name: string) => teams.store.personal(user(name)).id;

  return {
    teams,
    home,
    bearer,
    call,
    user,
    personalId,
    async installed(name) {
      await openTeamsClient(teams, name).install();
      return personalId(name);
    },
    createFor(name, more = {}) {
      const { id, tenantId } = user(name);
      const channelData = { tenant: { id: tenantId } };
      const members = [{ id }];
      return call('POST', 'conversations', {
        isGroup: false,
        bot: teams.sender.bot,
        members,
        tenantId,
        channelData,
        ...more,
      });
    },
  };
}
