/** Who may speak to whom: what Teams signs is accepted by the bot's own library, and what is forged is not; the bot's login likewise. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { messageActivity } from '../../teams/activities.js';
import { openTeamsClient } from '../../teams/client.js';
import { startTeams, type Teams } from '../../teams/server.js';
import { forgeries, makeKeys } from '../../teams/tokens.js';
import { getToken, logIn, startBot, type TestBot } from './bot.js';

let teams: Teams;
let bot: TestBot;

beforeAll(async () => {
  // The library prints every refused token; that is its way, not a failure.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  teams = await startTeams();
  bot = await startBot(teams);
  teams.connect(bot.url);
});

afterAll(async () => {
  await bot.close();
  await teams.close();
  vi.restoreAllMocks();
});

beforeEach(() => {
  bot.onTurn = async () => undefined;
});

function greeting() {
  const [user] = teams.store.directory.users;
  if (!user) {
    throw new Error('the sample tenant is empty');
  }
  const conversation = teams.store.open(user);
  return messageActivity(teams.sender, { user, conversation }, teams.store.nextId(conversation), 'hello');
}

describe('what Teams sends to the bot', () => {
  test('a good token is accepted and the turn runs', async () => {
    const heard: string[] = [];
    bot.onTurn = async (context) => {
      heard.push(context.activity.text);
    };
    const { status } = await teams.deliver(greeting());
    expect(status).toBe(200);
    expect(heard).toEqual(['hello']);
  });

  // Measured on botbuilder 4.23.3: what jsonwebtoken itself refuses leaves the adapter as 500; only its own checks say 401.
  const answers: Readonly<Record<string, number>> = {
    'wrong key': 500,
    'not yet valid': 500,
    unsigned: 500,
  };

  test.each(forgeries)('a forged token is refused and no turn runs: %s', async (forgery) => {
    let turns = 0;
    bot.onTurn = async () => {
      turns += 1;
    };
    const { status } = await teams.deliver(greeting(), { forgery });
    expect(status).toBe(answers[forgery] ?? 401);
    expect(turns).toBe(0);
    expect(teams.traffic().at(-1)?.trouble).toBe(forgery);
  });
});

describe('what the bot sends to Teams', () => {
  test('the login gives a token for the right secret only', async () => {
    const good = await logIn(teams.environment);
    expect(good.status).toBe(200);
    expect(await good.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });

    const wrong = await logIn(teams.environment, { client_secret: 'guess' });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ error: 'invalid_client' });

    const stranger = await logIn(teams.environment, { client_id: 'somebody' });
    expect(await stranger.json()).toMatchObject({ error: 'unauthorized_client' });
    const scope = await logIn(teams.environment, { scope: 'https://graph.microsoft.com/.default' });
    expect(await scope.json()).toMatchObject({ error: 'invalid_scope' });
    const grant = await logIn(teams.environment, { grant_type: 'password' });
    expect(await grant.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });

  test('the login of another tenant is refused', async () => {
    const elsewhere = { ...teams.environment, ToChannelFromBotLoginUrl: `${teams.url}/login/another` };
    expect((await logIn(elsewhere)).status).toBe(400);
  });

  test('the traffic log never holds the secret or a token', async () => {
    await logIn(teams.environment);
    const written = JSON.stringify(teams.traffic());
    expect(written).not.toContain(teams.environment.MicrosoftAppPassword);
    expect(written).not.toContain('access_token');
  });

  test.each([undefined, 'Bearer', 'Bearer abc', 'Basic abc'])(
    'a request with the bearer %s is refused',
    async (authorization) => {
      const answer = await fetch(`${teams.serviceUrl}v3/conversations/a:1/members`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect(answer.status).toBe(401);
    },
  );

  test('a token of another stand-in is refused', async () => {
    const other = await startTeams({ keys: await makeKeys() });
    const { token } = await getToken(other.environment);
    const answer = await fetch(`${teams.serviceUrl}v3/conversations/a:1/members`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
    await other.close();
  });

  test('a bot whose serviceUrl loses its path finds nothing', async () => {
    const { token } = await getToken(teams.environment);
    const answer = await fetch(`${teams.url}/v3/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(404);
  });
});

test("botbuilder's bare CloudAdapter works against it too", async () => {
  teams.connect(bot.plainUrl);
  bot.onPlainTurn = async (context) => {
    await context.sendActivity(`You said ${context.activity.text ?? context.activity.type}`);
  };
  const haruka = openTeamsClient(teams, 'Haruka Sato');
  await haruka.install();
  await haruka.say('good morning');
  const answer = await haruka.until('You said good morning');
  expect(answer.from).toBe('bot');
  teams.connect(bot.url);
});
