/** What the Bot Connector's stand-in lets a bot do, and what it refuses with Teams' own words. */
import { describe, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { largestMessage } from '../../teams/wire.js';
import { card, cardMessage, submitButton, textBlock } from './bot.js';
import { activitiesOf, openRest, say } from './rest.js';

const { teams, home, call, user, personalId, installed, createFor } = await openRest();

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
    const channel = teams.store.directory.channel('News')?.channel.id;
    const body = { isGroup: true, channelData: { channel: { id: channel } }, activity: say('a new thread') };
    const answer = await call('POST', 'conversations', body);
    expect(answer.status).toBe(201);
    expect(answer.body.id).toBe(`${channel};messageid=${answer.body.activityId}`);
    const reply = await call('POST', activitiesOf(answer.body.id), say('in the thread'));
    expect(reply.status).toBe(201);
    const threads = teams.store.messages().filter(({ conversation }) => conversation.id === channel);
    expect(threads.map(({ thread }) => thread)).toEqual([answer.body.activityId, answer.body.activityId]);
    expect((await call('POST', 'conversations', { ...body, activity: undefined })).status).toBe(400);
    const quiet = teams.store.directory.teams.find(({ name }) => name === 'Quiet')?.id;
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
    const before = teams.store.messages().length;
    expect(await call('POST', activitiesOf(id), message)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
    expect(teams.store.messages().length).toBe(before);
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
    const news = teams.store.directory.channel('News')?.channel.id ?? '';
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
    const team = encodeURIComponent(teams.store.directory.teams[0]?.id ?? '');
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

test('refusals list what the bot did wrong, and not the troubles that were switched on', async () => {
  const id = await installed('Haruka Sato');
  const before = teams.refusals().length;
  teams.trouble({ fault: 'status', status: 502, times: 1 });
  await call('POST', activitiesOf(id), say('x'));
  expect(teams.refusals().length).toBe(before);
  await call('POST', activitiesOf(id), cardMessage(card([textBlock('x')], [submitButton('')])));
  expect(teams.refusals().at(-1)?.problem).toMatch(/actions\[0\].title/);
});
