/** Cards, files and searches at the page's Teams client, as a real bot receives and answers what is pressed. */
import type { AdaptiveCard } from '@microsoft/teams-ai';
import { beforeEach, describe, expect, test } from 'vitest';
import { resolvePointer } from '../../page/client-sessions/teams-card.js';
import { teamsFile } from '../../page/client-sessions/teams-session.js';
import { fieldsOf } from '../../teams/wire.js';
import { card, cardMessage, submitButton, textBlock } from '../teams/bot.js';
import { openTeamsFixture } from '../teams/fixture.js';
import { openTeamsPageSession, placeOf, type TeamsPageSession } from './teams-page-session.js';

const somethingWrong = 'Something went wrong. Please try again.';

const answers = new Map<string, AdaptiveCard | string>();

const fixture = await openTeamsFixture(({ bot, heard }) => {
  const { application } = bot;
  application.adaptiveCards.actionExecute('vote', async (context) => {
    heard.push(context.activity);
    return answers.get('vote') ?? 'nothing';
  });
  application.adaptiveCards.search('people', async (context, _state, query) => {
    heard.push(context.activity);
    return ['Ito', 'Ito-Sato']
      .filter((name) => name.startsWith(query.parameters.queryText))
      .map((title) => ({ title, value: title.toLowerCase() }));
  });
  application.fileConsentAccept(async (context, _state, consent) => {
    heard.push(context.activity);
    const content = Buffer.from('hello file');
    await fetch(consent.uploadInfo?.uploadUrl ?? '', {
      method: 'PUT',
      headers: { 'content-range': `bytes 0-${content.length - 1}/${content.length}` },
      body: content,
    });
    const { name, contentUrl, uniqueId, fileType } = consent.uploadInfo ?? {};
    const contentType = 'application/vnd.microsoft.teams.card.file.info';
    await context.sendActivity({
      attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
    });
  });
  application.fileConsentDecline(async (context) => {
    heard.push(context.activity);
  });
});

let page: TeamsPageSession;

beforeEach(() => {
  page = openTeamsPageSession(fixture, 'Haruka Sato');
});

test('a JSON pointer', () => {
  const root = { a: [{ 'b/c': { '~': 1 } }], '': 2 };
  expect(resolvePointer(root, '/a/0/b~1c/~0')).toBe(1);
  expect(resolvePointer(root, '/')).toBe(2);
  for (const pointer of ['', 'a', '/a/1', '/a/-', '/a/length', '/a/0/x/y', '/toString', '/__proto__']) {
    expect(resolvePointer(root, pointer)).toBeUndefined();
  }
});

describe('a card in a message', () => {
  const inputs = { note: 'thanks', mode: 'a,b', agree: 'true', empty: '' };

  beforeEach(async () => {
    const row = {
      type: 'ColumnSet',
      columns: [{ type: 'Column', items: [{ type: 'ActionSet', actions: [submitButton('Nested', { nested: 1 })] }] }],
    };
    const body = [
      row,
      { type: 'Input.Text', id: 'note', label: 'Note', isRequired: true, errorMessage: 'Write something.' },
      { type: 'Input.Text', id: 'empty', label: 'Empty', value: 'given' },
      {
        type: 'Input.ChoiceSet',
        id: 'mode',
        label: 'How',
        isMultiSelect: true,
        choices: ['a', 'b'].map((value) => ({ title: value, value })),
      },
      { type: 'Input.Toggle', id: 'agree', title: 'I agree' },
    ];
    const more = submitButton('More', { inner: true });
    await fixture.receive(
      cardMessage(
        card(body, [
          submitButton('Send', { verb: 'note' }),
          { ...submitButton('Off'), isEnabled: false },
          { ...submitButton('Alone', { alone: true }), associatedInputs: 'none' },
          { type: 'Action.ShowCard', title: 'Show', card: card([textBlock('x')], [more]) },
        ]),
      ),
    );
  });

  test('Action.Submit sends what the inputs hold', async () => {
    expect(await page.act('/actions/0', { ...inputs, stranger: 'x' })).toMatchObject({ status: 200, error: null });
    expect(fixture.heard[0]).toMatchObject({ type: 'message', replyToId: page.last().id });
    expect(fixture.heard[0]?.value).toEqual({ verb: 'note', note: 'thanks', mode: 'a,b', agree: 'true' });
  });

  test('wherever the button stands, and without the inputs where it wants none', async () => {
    await page.act('/body/0/columns/0/items/0/actions/0', inputs);
    await page.act('/actions/3/card/actions/0', inputs);
    await page.act('/actions/2');
    expect(fixture.heard.map(({ value }) => value)).toMatchObject([
      { nested: 1, note: 'thanks' },
      { inner: true, note: 'thanks' },
      { alone: true },
    ]);
    expect(fixture.heard[2]?.value).toEqual({ alone: true });
  });

  test('the client checks before it sends, and forgets what was filled in before', async () => {
    await page.act('/actions/0', inputs);
    const error = 'Not sent. Note: Write something.';
    expect(await page.act('/actions/0', { ...inputs, note: '' })).toEqual({ status: 0, milliseconds: 0, error });
    expect(await page.act('/actions/0')).toMatchObject({ status: 0, error });
    expect(fixture.heard).toHaveLength(1);
  });

  test('what is not there cannot be pressed', async () => {
    const message = page.last();
    const press = (pointer: string, attachment = 0) =>
      page.refusal({ do: 'act', place: placeOf(message, attachment), pointer, inputs: {} });
    for (const pointer of ['', '/actions/9', '/body/1', '/actions/0/title', '/nowhere']) {
      expect(await press(pointer)).toBe('This button is no longer there.');
    }
    expect(await press('/actions/0', 1)).toBe('This button is no longer there.');
    expect(await press('/attachments/0/content/actions/0', -1)).toBe('This button is no longer there.');
    expect(await press('/actions/1')).toBe('This button cannot be pressed now.');
    const button = { do: 'card button', place: placeOf(message), pointer: '/actions/0' } as const;
    expect(await page.refusal(button)).toBe('This button is no longer there.');
    fixture.bot.onTurn = async (context) => {
      await context.deleteActivity(message.id);
    };
    await fixture.haruka.say('delete it');
    expect(await press('/actions/0')).toBe('This message is no longer there.');
    expect(fixture.heard).toEqual([]);
  });
});

describe('Action.Execute', () => {
  test('a message in the answer is shown for a moment, and counted', async () => {
    await fixture.receive(
      cardMessage(card([textBlock('x')], [{ type: 'Action.Execute', title: 'Vote', verb: 'vote' }])),
    );
    answers.set('vote', 'Counted');
    await page.act('/actions/0');
    await page.act('/actions/0');
    expect(page.look().screen.toasts).toEqual(['Counted', 'Counted']);
    expect(page.ownChanges()).toBe(2);
    answers.set('vote', card([{ type: 'Nonsense' }]));
    expect(await page.act('/actions/0')).toMatchObject({ status: 200, error: somethingWrong });
    expect(page.ownChanges()).toBe(2);
  });

  test('a card that refreshes itself, for the people it names', async () => {
    const action = { type: 'Action.Execute', verb: 'vote' };
    const refreshing = (userIds: readonly string[]) =>
      cardMessage({ ...card([textBlock('stale')]), refresh: { action, userIds } });
    await fixture.receive(refreshing([page.look().screen.self.id]));
    const { conversation, id: message } = page.last();
    answers.set('vote', card([textBlock('fresh')]));
    expect(await page.clientSession.carryOut({ do: 'refresh', conversation, message })).toMatchObject({ error: null });
    expect(fixture.heard[0]?.value).toMatchObject({ trigger: 'automatic' });
    expect(page.last().attachments).toMatchObject([{ content: card([textBlock('fresh')]) }]);
    expect(await page.refusal({ do: 'refresh', conversation, message })).toMatch(/does not refresh/);
    await fixture.receive(refreshing(['29:other']));
    expect(await page.refusal({ do: 'refresh', conversation, message: page.last().id })).toMatch(/does not refresh/);
    expect(await page.refusal({ do: 'refresh', conversation, message: '1' })).toMatch(/no longer there/);
  });
});

test('buttons of a hero card and suggested actions', async () => {
  const buttons = [
    { type: 'imBack', title: 'Say', value: 'said' },
    { type: 'messageBack', title: 'Back', text: 'hidden', displayText: 'shown', value: { a: 1 } },
  ];
  await fixture.receive({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Hello', buttons } }],
    suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Help', value: 'help me' }] },
  });
  const message = page.last();
  expect(message.suggestedActions).toEqual([{ type: 'imBack', title: 'Help', value: 'help me' }]);
  const press = (pointer: string, attachment: number) =>
    page.clientSession.carryOut({ do: 'card button', place: placeOf(message, attachment), pointer });
  await press('/buttons/0', 0);
  await press('/buttons/1', 0);
  await press('/suggestedActions/actions/0', -1);
  expect(fixture.heard.map(({ text, value }) => [text, value])).toEqual([
    ['said', undefined],
    ['hidden', { a: 1 }],
    ['help me', undefined],
  ]);
  const said = page.look().messages.slice(-3);
  expect(said.map(({ text, from }) => [text, from.kind])).toEqual([
    ['said', 'self'],
    ['shown', 'self'],
    ['help me', 'self'],
  ]);
  await expect(press('/buttons/2', 0)).rejects.toThrow(/no longer there/);
  await expect(press('/title', 0)).rejects.toThrow(/no longer there/);
});

describe('a file that the bot offers', () => {
  const content = {
    description: 'Your certificate',
    sizeInBytes: 10,
    acceptContext: { id: 1 },
    declineContext: { id: 2 },
  };

  beforeEach(async () => {
    await fixture.receive({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name: 'a.txt', content }],
    });
  });

  test('allowed: the bot uploads it, and it can be fetched', async () => {
    expect(page.last().attachments).toMatchObject([{ name: 'a.txt', content }]);
    const done = await page.clientSession.carryOut({ do: 'consent', place: placeOf(page.last()), accept: true });
    expect(done).toMatchObject({ status: 200, error: null });
    expect(fixture.heard[0]?.value).toMatchObject({ type: 'fileUpload', action: 'accept', context: { id: 1 } });
    const { attachments, files } = page.last();
    const [info] = attachments;
    expect(info).toMatchObject({ contentType: 'application/vnd.microsoft.teams.card.file.info', name: 'a.txt' });
    const id = String(fieldsOf(info?.content).uniqueId);
    expect(files).toEqual([{ name: 'a.txt', bytes: 10, href: `/files/teams/${id}` }]);
    const file = teamsFile(fixture.teams, id);
    expect([file?.name, Buffer.from(file?.content ?? []).toString()]).toEqual(['a.txt', 'hello file']);
    const again = { do: 'consent', place: placeOf(page.last()), accept: true } as const;
    expect(await page.refusal(again)).toMatch(/about this file/);
  });

  test('declined', async () => {
    await page.clientSession.carryOut({ do: 'consent', place: placeOf(page.last()), accept: false });
    expect(fixture.heard[0]?.value).toMatchObject({ action: 'decline', context: { id: 2 } });
    const action = { do: 'act', place: placeOf(page.last()), pointer: '/actions/0', inputs: {} } as const;
    expect(await page.refusal(action)).toMatch(/no longer there/);
  });
});

describe('a field that searches', () => {
  const field = (id: string, dataset: string, more: object = {}) => ({
    type: 'Input.ChoiceSet',
    id,
    label: id,
    choices: [],
    style: 'filtered',
    'choices.data': { type: 'Data.Query', dataset, ...more },
  });

  beforeEach(async () => {
    await fixture.receive(
      cardMessage(
        card(
          [
            field('who', 'people', { associatedInputs: 'auto' }),
            field('what', 'nothing'),
            { type: 'Input.Text', id: 'note', label: 'Note' },
          ],
          [submitButton('Send')],
        ),
      ),
    );
  });

  const ask = (input: string, typed: string) =>
    ({ do: 'search', place: placeOf(page.last()), input, typed, inputs: { note: 'quick' } }) as const;

  test('asks the bot, with the other fields where it wants them', async () => {
    expect(await page.clientSession.carryOut(ask('who', 'Ito'))).toEqual({
      status: 200,
      milliseconds: expect.any(Number),
      error: null,
      options: [
        { label: 'Ito', value: 'ito' },
        { label: 'Ito-Sato', value: 'ito-sato' },
      ],
    });
    expect(fixture.heard[0]).toMatchObject({
      name: 'application/search',
      value: { queryText: 'Ito', dataset: 'people' },
    });
    expect(fieldsOf(fixture.heard[0]?.value).data).toEqual({ note: 'quick' });
    await page.act('/actions/0', { who: 'ito', note: '' });
    expect(fixture.heard[1]?.value).toEqual({ who: 'ito' });
  });

  test('a search that the bot does not answer', async () => {
    expect(await page.clientSession.carryOut(ask('what', 'x'))).toMatchObject({ error: somethingWrong, options: [] });
    expect(await page.refusal(ask('note', 'x'))).toBe('This field is no longer there.');
    expect(await page.refusal(ask('gone', 'x'))).toBe('This field is no longer there.');
  });
});
