/** What the Bot Connector's stand-in lets a bot do, and what it refuses with Teams' own words. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTeamsClient } from '../../../playground/teams/client.js';
import { startTeams, type Teams } from '../../../playground/teams/server.js';
import { largestMessage } from '../../../playground/teams/wire.js';
import { card, cardMessage, getToken, startBot, submitButton, type TestBot, textBlock } from './bot.js';

const home = '11111111-1111-4111-8111-111111111111';
const elsewhere = '22222222-2222-4222-8222-222222222222';

let teams: Teams;
let bot: TestBot;
let bearer: string;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  teams = await startTeams({
    messageTimeout: 1000,
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
  bot = await startBot(teams);
  teams.connect(bot.url);
  bearer = `Bearer ${(await getToken(teams.environment)).token}`;
});

afterAll(async () => {
  await bot.close();
  await teams.close();
  vi.restoreAllMocks();
});

afterEach(() => {
  teams.clearTroubles();
  teams.setLimits({ on: false, timeScale: 1 });
});

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${teams.serviceUrl}v3/${path}`, {
    method,
    headers: { authorization: bearer, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

function user(name: string) {
  const found = teams.world.directory.user(name);
  if (!found) {
    throw new Error(name);
  }
  return found;
}

const personalId = (name: string) => teams.world.personal(user(name)).id;
const activitiesOf = (id: string) => `conversations/${encodeURIComponent(id)}/activities`;
const say = (text: string) => ({ type: 'message', text });

async function installed(name: string) {
  await openTeamsClient(teams, name).install();
  return personalId(name);
}

function createFor(name: string, more: object = {}) {
  const { id, tenantId } = user(name);
  const channelData = { tenant: { id: tenantId } };
  return call('POST', 'conversations', {
    isGroup: false,
    bot: teams.sender.bot,
    members: [{ id }],
    tenantId,
    channelData,
    ...more,
  });
}

describe('creating conversations', () => {
  test('a personal chat with someone who has the app', async () => {
    const id = await installed('Haruka Sato');
    const answer = await createFor('Haruka Sato', { activity: say('hello') });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ id, serviceUrl: teams.serviceUrl });
    expect(answer.body.activityId).toMatch(/^\d+$/);
  });

  test('by Entra object id as well', async () => {
    await installed('Haruka Sato');
    const members = [{ id: user('Haruka Sato').aadObjectId }];
    expect((await createFor('Haruka Sato', { members })).status).toBe(201);
  });

  test('nobody without the app, nobody of another tenant', async () => {
    const without = await createFor('Kenji Ito');
    expect(without).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    const stranger = await createFor('Stranger');
    expect(stranger).toMatchObject({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
    expect(() => openTeamsClient(teams, 'Nobody')).toThrow(/no person Nobody/);
    await expect(openTeamsClient(teams, 'Stranger').install()).rejects.toThrow(/another tenant/);
  });

  test('members of a team that has the app are reachable', async () => {
    expect((await createFor('Mei Abe')).status).toBe(403);
    await openTeamsClient(teams, 'Mei Abe').installInTeam('Partnership');
    expect((await createFor('Mei Abe')).status).toBe(201);
  });

  test.each([
    ['no tenant', { tenantId: undefined, channelData: undefined }],
    ['no members', { members: [] }],
    ['another bot', { bot: { id: '28:another' } }],
  ])('incorrect parameters: %s', async (_name, change) => {
    await installed('Haruka Sato');
    expect(await createFor('Haruka Sato', change)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
  });

  test('no group chats, no channels', async () => {
    const members = [{ id: user('Haruka Sato').id }, { id: user('Mei Abe').id }];
    expect((await createFor('Haruka Sato', { isGroup: true, members })).status).toBe(403);
    expect((await createFor('Haruka Sato', { isGroup: true })).status).toBe(403);
  });

  test('a new thread in a channel of a team with the app', async () => {
    await openTeamsClient(teams, 'Haruka Sato').installInTeam('Partnership');
    const channel = teams.world.directory.channel('News')?.channel.id;
    const body = { isGroup: true, channelData: { channel: { id: channel } }, activity: say('a new thread') };
    const answer = await call('POST', 'conversations', body);
    expect(answer.status).toBe(201);
    expect(answer.body.id).toBe(`${channel};messageid=${answer.body.activityId}`);
    const reply = await call('POST', activitiesOf(answer.body.id), say('in the thread'));
    expect(reply.status).toBe(201);
    const threads = teams.world.messages().filter(({ conversation }) => conversation.id === channel);
    expect(threads.map(({ thread }) => thread)).toEqual([answer.body.activityId, answer.body.activityId]);
    expect((await call('POST', 'conversations', { ...body, activity: undefined })).status).toBe(400);
    const quiet = teams.world.directory.teams.find(({ name }) => name === 'Quiet')?.id;
    expect((await call('POST', 'conversations', { ...body, channelData: { channel: { id: quiet } } })).status).toBe(
      403,
    );
  });
});

describe('messages', () => {
  test('sent, answered, updated and deleted', async () => {
    const id = await installed('Haruka Sato');
    const sent = await call('POST', activitiesOf(id), say('one'));
    expect(sent.status).toBe(201);
    const path = `${activitiesOf(id)}/${sent.body.id}`;
    expect((await call('POST', path, say('a reply'))).status).toBe(201);
    expect((await call('PUT', path, say('two'))).status).toBe(200);
    const seen = openTeamsClient(teams, 'Haruka Sato')
      .messages()
      .find((message) => message.id === sent.body.id);
    expect(seen).toMatchObject({ text: 'two', edits: 1 });
    expect((await call('DELETE', path)).status).toBe(200);
    expect(await call('PUT', path, say('three'))).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    expect((await call('DELETE', path)).status).toBe(404);
  });

  test("a bot cannot change a person's message", async () => {
    const haruka = openTeamsClient(teams, 'Haruka Sato');
    await haruka.install();
    await haruka.say('mine');
    const mine = haruka.messages().findLast(({ from }) => from === 'person');
    expect((await call('PUT', `${activitiesOf(personalId('Haruka Sato'))}/${mine?.id}`, say('no'))).status).toBe(403);
  });

  test('unknown conversations are not found', async () => {
    expect(await call('POST', activitiesOf('a:1unknown'), say('x'))).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
  });

  test('blocking fires no event; the next message is refused', async () => {
    const kenji = openTeamsClient(teams, 'Sho Ueda');
    await kenji.install();
    const before = teams.deliveries().length;
    kenji.block();
    expect(teams.deliveries().length).toBe(before);
    const id = personalId('Sho Ueda');
    expect(await call('POST', activitiesOf(id), say('x'))).toMatchObject({
      status: 403,
      body: { error: { code: 'ConversationBlockedByUser' } },
    });
    kenji.unblock();
    expect((await call('POST', activitiesOf(id), say('x'))).status).toBe(201);
  });

  test('after uninstalling nothing gets through', async () => {
    const rin = openTeamsClient(teams, 'Rin Kato');
    await rin.install();
    await rin.uninstall();
    expect(await call('POST', activitiesOf(personalId('Rin Kato')), say('x'))).toMatchObject({
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    });
    await expect(rin.say('hello?')).rejects.toThrow(/has not added the app/);
  });

  test('at the size limit and one byte over', async () => {
    const id = await installed('Haruka Sato');
    const frame = JSON.stringify(say('')).length;
    expect((await call('POST', activitiesOf(id), say('x'.repeat(largestMessage - frame)))).status).toBe(201);
    expect(await call('POST', activitiesOf(id), say('x'.repeat(largestMessage - frame + 1)))).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
    // Japanese weighs three bytes a character.
    expect((await call('POST', activitiesOf(id), say('会'.repeat(largestMessage / 3)))).status).toBe(413);
  });

  test.each([
    ['nothing in it', { type: 'message' }],
    ['an unknown type', { type: 'event', name: 'x' }],
    ['a text that is no text', { type: 'message', text: 5 }],
    ['an unknown field', { ...say('x'), blocks: [] }],
    ['an unknown content type', { type: 'message', attachments: [{ contentType: 'application/json', content: {} }] }],
    ["somebody else's name", { ...say('x'), from: { id: '28:another' } }],
    ['another conversation in the body', { ...say('x'), conversation: { id: 'a:1other' } }],
    ['another recipient', { ...say('x'), recipient: { id: '29:other' } }],
    ['a bad card', cardMessage(card([{ type: 'Carousel' }]))],
    [
      'a mention that is not in the text',
      { ...say('x'), entities: [{ type: 'mention', text: '<at>A</at>', mentioned: { id: '29:a' } }] },
    ],
    [
      'seven suggestions',
      { ...say('x'), suggestedActions: { actions: Array(7).fill({ type: 'imBack', title: 'a', value: 'a' }) } },
    ],
    [
      'a suggestion that is no imBack',
      { ...say('x'), suggestedActions: { actions: [{ type: 'openUrl', title: 'a', value: 'https://a.example' }] } },
    ],
  ])('a message is refused as bad syntax: %s', async (_name, message) => {
    const id = await installed('Haruka Sato');
    const before = teams.world.messages().length;
    expect(await call('POST', activitiesOf(id), message)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
    expect(teams.world.messages().length).toBe(before);
  });

  test('six suggestions are shown in a personal chat, none in a channel', async () => {
    const haruka = openTeamsClient(teams, 'Haruka Sato');
    const id = await installed('Haruka Sato');
    const actions = ['1', '2', '3', '4', '5', '6'].map((title) => ({ type: 'imBack', title, value: title }));
    expect((await call('POST', activitiesOf(id), { ...say('choose'), suggestedActions: { actions } })).status).toBe(
      201,
    );
    expect(haruka.messages().at(-1)?.buttons).toEqual(['1', '2', '3', '4', '5', '6']);
    await haruka.installInTeam('Partnership');
    const news = teams.world.directory.channel('News')?.channel.id ?? '';
    expect((await call('POST', activitiesOf(news), { ...say('choose'), suggestedActions: { actions } })).status).toBe(
      400,
    );
  });

  test('hero cards when well formed', async () => {
    const id = await installed('Haruka Sato');
    const hero = (content: object) => ({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content }],
    });
    const good = { title: 'Hello', buttons: [{ type: 'openUrl', title: 'Open', value: 'https://example.com' }] };
    expect((await call('POST', activitiesOf(id), hero(good))).status).toBe(201);
    expect(
      (await call('POST', activitiesOf(id), hero({ ...good, buttons: [{ type: 'openUrl', title: 'Open' }] }))).status,
    ).toBe(400);
    expect((await call('POST', activitiesOf(id), hero({}))).status).toBe(400);
  });
});

describe('people', () => {
  test('members, one member, pages', async () => {
    const id = encodeURIComponent(await installed('Haruka Sato'));
    const { aadObjectId, id: teamsId } = user('Haruka Sato');
    const all = await call('GET', `conversations/${id}/members`);
    expect(all.body).toMatchObject([{ id: teamsId, objectId: aadObjectId, tenantId: home, userRole: 'user' }]);
    const one = await call('GET', `conversations/${id}/members/${encodeURIComponent(teamsId)}`);
    expect(one.body).toMatchObject({ name: 'Haruka Sato', givenName: 'Haruka', surname: 'Sato' });
    const other = encodeURIComponent(user('Kenji Ito').id);
    expect((await call('GET', `conversations/${id}/members/${other}`)).status).toBe(404);
    await openTeamsClient(teams, 'Haruka Sato').installInTeam('Partnership');
    const team = encodeURIComponent(teams.world.directory.teams[0]?.id ?? '');
    const pages = await call('GET', `conversations/${team}/pagedmembers?pageSize=50`);
    expect(pages.body.members).toHaveLength(2);
    expect((await call('GET', `teams/${team}`)).body).toMatchObject({
      name: 'Partnership',
      memberCount: 2,
      channelCount: 2,
    });
    expect((await call('GET', `teams/${team}/conversations`)).body.conversations).toHaveLength(2);
  });

  test('an attachment is kept', async () => {
    const id = encodeURIComponent(await installed('Haruka Sato'));
    const upload = await call('POST', `conversations/${id}/attachments`, {
      type: 'image/png',
      name: 'a.png',
      originalBase64: Buffer.from('12345').toString('base64'),
    });
    expect(upload.status).toBe(201);
    const info = await call('GET', `attachments/${upload.body.id}`);
    expect(info.body).toMatchObject({ name: 'a.png', views: [{ viewId: 'original', size: 5 }] });
    expect((await call('GET', 'attachments/unknown')).status).toBe(404);
  });
});

describe('limits', () => {
  test('seven in a second pass, the eighth waits as long as Retry-After says', async () => {
    const id = await installed('Haruka Sato');
    teams.setLimits({ on: true });
    for (let number = 1; number <= 7; number += 1) {
      expect((await call('POST', activitiesOf(id), say(`${number}`))).status).toBe(201);
    }
    const refused = await call('POST', activitiesOf(id), say('8'));
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'Throttled' } } });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(teams.ledger().at(-1)).toMatchObject({ retryAfter: 1, tooEarly: false });
    expect((await call('POST', activitiesOf(id), say('too early'))).status).toBe(429);
    expect(teams.ledger().at(-1)).toMatchObject({ tooEarly: true });
    expect((await call('POST', activitiesOf(await installed('Kenji Ito')), say('others may'))).status).toBe(201);
  });

  test('fifty a second per tenant', async () => {
    await openTeamsClient(teams, 'Haruka Sato').installInTeam('Partnership');
    teams.setLimits({ on: true, timeScale: 0.1 });
    const team = encodeURIComponent(teams.world.directory.teams[0]?.id ?? '');
    const ids = [];
    for (const name of ['Haruka Sato', 'Kenji Ito', 'Mei Abe']) {
      ids.push(await installed(name));
    }
    const statuses: number[] = [];
    for (let number = 0; number < 51; number += 1) {
      const path = number % 2 ? `teams/${encodeURIComponent(`${team}${number}`)}` : `attachments/${number}`;
      statuses.push((await call('GET', path)).status);
    }
    expect(statuses.slice(0, 50).every((status) => status === 404)).toBe(true);
    expect(statuses.at(50)).toBe(429);
  });
});

describe('troubles', () => {
  test.each([412, 429, 502, 504] as const)('%i for as often as asked, nothing done', async (status) => {
    const id = await installed('Haruka Sato');
    const before = teams.world.messages().length;
    teams.trouble({ fault: 'status', status, ...(status === 429 ? { retryAfter: 3 } : {}), on: ['send'], times: 1 });
    const answer = await call('POST', activitiesOf(id), say('x'));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '3' : null);
    expect(teams.world.messages().length).toBe(before);
    expect((await call('POST', activitiesOf(id), say('x'))).status).toBe(201);
  });

  test('accepted and done, but the answer is lost', async () => {
    const id = await installed('Haruka Sato');
    teams.trouble({ fault: 'drop', on: ['send'], times: 1 });
    await expect(call('POST', activitiesOf(id), say('stored all the same'))).rejects.toThrow();
    expect(openTeamsClient(teams, 'Haruka Sato').messages().at(-1)?.text).toBe('stored all the same');
    expect(teams.ledger().at(-1)).toMatchObject({ what: 'send', status: undefined, trouble: 'drop' });
  });

  test('never answered, nothing done', async () => {
    const id = await installed('Haruka Sato');
    const off = teams.trouble({ fault: 'hang', conversation: id });
    const before = teams.world.messages().length;
    const waiting = fetch(`${teams.serviceUrl}v3/${activitiesOf(id)}`, {
      method: 'POST',
      headers: { authorization: bearer },
      body: JSON.stringify(say('x')),
      signal: AbortSignal.timeout(100),
    });
    await expect(waiting).rejects.toThrow();
    off();
    expect(teams.world.messages().length).toBe(before);
    expect((await call('POST', activitiesOf(id), say('again'))).status).toBe(201);
  });

  test('slow, then done', async () => {
    const id = await installed('Haruka Sato');
    teams.trouble({ fault: 'slow', milliseconds: 80, times: 1 });
    const start = performance.now();
    expect((await call('POST', activitiesOf(id), say('x'))).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThan(75);
  });
});

test('refusals list what the bot did wrong, and not the troubles that were switched on', async () => {
  const id = await installed('Haruka Sato');
  const before = teams.refusals().length;
  teams.trouble({ fault: 'status', status: 502, times: 1 });
  await call('POST', activitiesOf(id), say('x'));
  expect(teams.refusals().length).toBe(before);
  await call('POST', activitiesOf(id), cardMessage(card([textBlock('x')], [submitButton('')])));
  expect(teams.refusals().at(-1)?.problem).toMatch(/actions\[0\].title/);
});
