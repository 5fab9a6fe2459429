/** A person in front of the stand-in: words, buttons, forms, dialogs, files, as a real bot of teams-ai receives and answers them. */

import type { AdaptiveCard } from '@microsoft/teams-ai';
import {
  CardFactory,
  MessageFactory,
  type TaskModuleTaskInfo,
  type TurnContext,
  TurnContext as Turns,
} from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTeamsClient, type TeamsClient } from '../../../playground/teams/client.js';
import { startTeams, type Teams } from '../../../playground/teams/server.js';
import { fieldsOf, listOf } from '../../../playground/teams/wire.js';
import { card, cardMessage, startBot, submitButton, type TestBot, textBlock } from './bot.js';

let teams: Teams;
let bot: TestBot;
let haruka: TeamsClient;
let heard: TurnContext['activity'][];
let answers: Map<string, AdaptiveCard | string>;

const dialogCard = (error?: string) =>
  card(
    [
      textBlock('Choose a **session**.'),
      {
        type: 'Container',
        items: [
          {
            type: 'Input.Text',
            id: 'name',
            label: 'Your name',
            isRequired: true,
            errorMessage: 'Write your name.',
            maxLength: 10,
          },
          ...(error ? [textBlock(error, { color: 'attention' })] : []),
        ],
      },
      {
        type: 'Input.ChoiceSet',
        id: 'mode',
        label: 'How',
        choices: [
          { title: 'On site', value: 'on-site' },
          { title: 'Online', value: 'online' },
        ],
      },
      {
        type: 'Input.Date',
        id: 'day',
        label: 'Day',
        min: '2024-11-01',
        max: '2024-11-30',
        errorMessage: 'November only.',
      },
      { type: 'Input.Toggle', id: 'agree', title: 'I agree' },
    ],
    [submitButton('Send', { verb: 'register' })],
  );

const taskInfo = (content: unknown): TaskModuleTaskInfo => ({
  title: 'Register',
  height: 'medium',
  width: 'medium',
  card: CardFactory.adaptiveCard(content),
});

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  teams = await startTeams({ messageTimeout: 400, invokeTimeout: 250 });
  bot = await startBot(teams);
  teams.connect(bot.url);
  const { application } = bot;
  application.taskModules.fetch('register', async (context) => {
    heard.push(context.activity);
    return taskInfo(dialogCard());
  });
  application.taskModules.submit('register', async (context, _state, data: { name?: string }) => {
    heard.push(context.activity);
    switch (data.name) {
      case 'again':
        return taskInfo(dialogCard('This name is taken.'));
      case 'message':
        return 'Thank you.';
      case 'broken':
        return taskInfo(card([{ type: 'Nonsense' }]));
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, 350));
        return null;
      case 'throw':
        throw new Error('as ordered');
      default:
        return null;
    }
  });
  application.adaptiveCards.actionExecute('vote', async (context) => {
    heard.push(context.activity);
    return answers.get('vote') ?? 'nothing';
  });
  application.adaptiveCards.search('people', async (_context, _state, query) =>
    ['Ito', 'Ito-Sato']
      .filter((name) => name.startsWith(query.parameters.queryText))
      .map((title) => ({ title, value: title.toLowerCase() })),
  );
  application.fileConsentAccept(async (context, _state, consent) => {
    heard.push(context.activity);
    const content = Buffer.from('hello file');
    await fetch(consent.uploadInfo?.uploadUrl ?? '', {
      method: 'PUT',
      headers: { 'content-range': `bytes 0-${content.length - 1}/${content.length}` },
      body: content,
    });
  });
});

afterAll(async () => {
  await bot.close();
  await teams.close();
  vi.restoreAllMocks();
});

beforeEach(async () => {
  heard = [];
  answers = new Map();
  bot.onTurn = async (context) => {
    heard.push(context.activity);
  };
  haruka = openTeamsClient(teams, 'Haruka Sato');
  await haruka.install();
  heard.length = 0;
});

/** Makes the bot answer the next words with this, and says them. */
async function receive(message: object, who = haruka) {
  bot.onTurn = async (context) => {
    heard.push(context.activity);
    if (context.activity.text === 'go') {
      await context.sendActivity(message);
    }
  };
  await who.say('go');
  heard.length = 0;
  const last = who.messages().at(-1);
  if (last?.from !== 'bot') {
    throw new Error(`refused: ${teams.refusals().at(-1)?.problem}`);
  }
  return last;
}

describe('what reaches the bot', () => {
  test('words, with a whole conversation reference', async () => {
    await haruka.say('hello');
    const { id, name } = haruka.user;
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      locale: 'ja-JP',
      localTimezone: 'Asia/Tokyo',
      from: { id, name, aadObjectId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      recipient: { id: `28:${teams.app.id}`, name: teams.app.name },
      conversation: { conversationType: 'personal', tenantId: teams.app.tenantId, id: expect.stringMatching(/^a:/) },
      channelData: { tenant: { id: teams.app.tenantId } },
    });
    expect(teams.deliveries().at(-1)?.activity.localTimestamp).toMatch(/\+09:00$/);
  });

  test('install and uninstall, without a locale', async () => {
    await haruka.uninstall();
    await haruka.install();
    expect(heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    expect(heard[2]?.membersAdded).toEqual([{ id: `28:${teams.app.id}` }]);
    expect(heard.some((activity) => 'locale' in activity)).toBe(false);
  });

  test('a mention in a channel, and the answer in its thread', async () => {
    await expect(haruka.mention('Announcements', 'hello')).rejects.toThrow(/not in the team/);
    await haruka.installInTeam('Partnership');
    bot.onTurn = async (context) => {
      heard.push(context.activity);
      await context.sendActivity('here');
    };
    await haruka.mention('Announcements', 'hello');
    const mention = heard.at(-1);
    expect(mention?.conversation).toMatchObject({ isGroup: true, conversationType: 'channel' });
    expect(mention?.conversation.id).toMatch(/@thread\.tacv2;messageid=\d+$/);
    expect(mention?.text?.trim()).toBe('hello');
    expect(mention?.entities?.[0]).toMatchObject({ type: 'mention', text: `<at>${teams.app.name}</at>` });
    const answer = await haruka.until('here');
    expect(openTeamsClient(teams, 'Kenji Ito').messages().at(-1)).toEqual(answer);
    await haruka.mentionInThread(answer, 'and more');
    expect(heard.at(-1)?.conversation.id).toBe(mention?.conversation.id);
  });

  test('a reaction', async () => {
    const message = await receive(MessageFactory.text('hello'));
    await haruka.react(message, 'like');
    expect(heard[0]).toMatchObject({
      type: 'messageReaction',
      reactionsAdded: [{ type: 'like' }],
      replyToId: message.id,
    });
  });
});

describe('reading', () => {
  test('a card is flattened to what would be read aloud', async () => {
    const seen = await receive(
      cardMessage(
        card(
          [
            textBlock('**Sessions** of [the programme](https://example.com)'),
            textBlock('escaped \\*stars\\* and \\[brackets\\]\\(x\\)'),
            { type: 'FactSet', facts: [{ title: 'Date', value: '7 November' }] },
            {
              type: 'ColumnSet',
              columns: [
                { type: 'Column', items: [textBlock('left')] },
                { type: 'Column', items: [textBlock('right')] },
              ],
            },
            { type: 'RichTextBlock', inlines: ['rich ', { type: 'TextRun', text: '*text*' }] },
            { type: 'Image', url: 'https://example.com/a.png', altText: 'A chart' },
            {
              type: 'Table',
              columns: [{ width: 1 }],
              rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [textBlock('cell')] }] }],
            },
            textBlock('not yet', { id: 'later', isVisible: false }),
            { type: 'Container', isVisible: false, items: [{ type: 'ActionSet', actions: [submitButton('Hidden')] }] },
          ],
          [submitButton('One'), { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['later'] }],
        ),
      ),
    );
    expect(seen.text).toBe(
      [
        'Sessions of the programme',
        'escaped *stars* and [brackets](x)',
        'Date: 7 November',
        'left',
        'right',
        'rich *text*',
        'A chart',
        'cell',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual(['One', 'More']);
    await expect(haruka.press('Hidden', seen)).rejects.toThrow(/there are: One, More/);
    await haruka.press('More', seen);
    expect(haruka.messages().at(-1)?.text).toContain('not yet');
  });
});

describe('buttons', () => {
  test('Action.Submit becomes a message with the value and the inputs', async () => {
    const seen = await receive(
      cardMessage(
        card(
          [
            { type: 'Input.Text', id: 'note', label: 'Note' },
            { type: 'Input.Number', id: 'seats', label: 'Seats' },
          ],
          [submitButton('Send', { verb: 'note' })],
        ),
      ),
    );
    await haruka.fill('Note', 'thanks');
    await haruka.fill('Seats', '2');
    expect(await haruka.press('Send')).toMatchObject({ status: 200, error: undefined });
    expect(heard[0]).toMatchObject({
      type: 'message',
      value: { verb: 'note', note: 'thanks', seats: '2' },
      replyToId: seen.id,
    });
    expect(heard[0]?.text).toBeFalsy();
  });

  test('imBack, messageBack, links and suggestions', async () => {
    await receive({
      ...cardMessage(
        card(
          [textBlock('x')],
          [
            submitButton('Say', { msteams: { type: 'imBack', value: 'said' } }),
            submitButton('Back', {
              msteams: { type: 'messageBack', text: 'hidden words', displayText: 'shown words', value: { a: 1 } },
            }),
            { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.com/page' },
          ],
        ),
      ),
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Help', value: 'help me' }] },
    });
    await haruka.press('Say');
    await haruka.press('Back');
    await haruka.press('Open');
    await haruka.press('Help');
    expect(heard.map(({ text, value }) => [text, value])).toEqual([
      ['said', undefined],
      ['hidden words', { a: 1 }],
      ['help me', undefined],
    ]);
    expect(
      haruka
        .messages()
        .slice(-3)
        .map(({ text }) => text),
    ).toEqual(['said', 'shown words', 'help me']);
    expect(haruka.opened).toEqual(['https://example.com/page']);
  });

  test('one label in every row: the button beside a text', async () => {
    const row = (name: string) => ({
      type: 'ColumnSet',
      columns: [
        { type: 'Column', items: [textBlock(name)] },
        { type: 'Column', items: [{ type: 'ActionSet', actions: [submitButton('Register', { session: name })] }] },
      ],
    });
    await receive(cardMessage(card([row('Seminar'), row('Workshop'), row('Closing')])));
    await haruka.pressBeside('Register', 'Workshop');
    await haruka.pressBeside('Register', 'Closing');
    expect(heard.map(({ value }) => value)).toEqual([{ session: 'Workshop' }, { session: 'Closing' }]);
    await expect(haruka.pressBeside('Register', 'Nowhere')).rejects.toThrow(/there are: Register/);
  });

  test('a label that is not there names those that are', async () => {
    const seen = await receive(cardMessage(card([textBlock('x')], [submitButton('Yes'), submitButton('No')])));
    await expect(haruka.press('Maybe', seen)).rejects.toThrow('No button "Maybe" is on the screen; there are: Yes, No');
  });
});

describe('Action.Execute', () => {
  const vote = (more: object = {}) =>
    cardMessage(
      card([textBlock('Vote')], [{ type: 'Action.Execute', title: 'Vote', verb: 'vote', data: { a: 1 }, ...more }]),
    );

  test('the card in the answer takes the place of the old one, for this person', async () => {
    await receive(vote());
    answers.set('vote', card([textBlock('Voted')]));
    expect((await haruka.press('Vote')).error).toBeUndefined();
    expect(heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'vote', data: { a: 1 } }, trigger: 'manual' },
    });
    expect(haruka.messages().at(-1)).toMatchObject({ text: 'Voted', edits: 0 });
    await haruka.until('Voted');
  });

  test('a message in the answer is shown for a moment', async () => {
    await receive(vote());
    answers.set('vote', 'Counted');
    await haruka.press('Vote');
    expect(haruka.toasts).toEqual(['Counted']);
    expect(haruka.messages().at(-1)?.text).toBe('Vote');
  });

  test('an answer that is no good card is an error on the screen', async () => {
    await receive(vote());
    answers.set('vote', card([{ type: 'Nonsense' }]));
    expect((await haruka.press('Vote')).error).toBe('Something went wrong. Please try again.');
    expect(teams.refusals().at(-1)?.problem).toMatch(/Nonsense/);
  });

  test('a verb that the bot does not know is an error on the screen', async () => {
    await receive(vote({ verb: 'unknown' }));
    expect(await haruka.press('Vote')).toMatchObject({ status: 501, error: 'Something went wrong. Please try again.' });
  });

  test('an old client presses the fallback', async () => {
    const old = openTeamsClient(teams, 'Haruka Sato', { universalActions: false });
    await receive(vote({ fallback: submitButton('Vote', { old: true }) }), old);
    await old.press('Vote');
    expect(heard[0]).toMatchObject({ type: 'message', value: { old: true } });
    await receive(vote(), old);
    expect((await old.press('Vote')).error).toMatch(/old client/);
  });

  test('a card that refreshes itself asks the bot, for the people it names only', async () => {
    const content = card([textBlock('stale')]);
    const refresh = { action: { type: 'Action.Execute', verb: 'vote' }, userIds: [haruka.user.id] };
    const seen = await receive(cardMessage({ ...content, refresh }));
    answers.set('vote', card([textBlock('fresh')]));
    await haruka.refresh(seen);
    expect(heard[0]?.value).toMatchObject({ trigger: 'automatic' });
    expect(haruka.messages().find(({ id }) => id === seen.id)?.text).toBe('fresh');
    const other = await receive(cardMessage({ ...content, refresh: { ...refresh, userIds: ['29:other'] } }));
    await expect(haruka.refresh(other)).rejects.toThrow(/does not refresh/);
  });
});

describe('dialogs', () => {
  const opener = () =>
    cardMessage(
      card([textBlock('Sessions')], [submitButton('Register', { msteams: { type: 'task/fetch' }, verb: 'register' })]),
    );

  beforeEach(async () => {
    await receive(opener());
    await haruka.press('Register');
  });

  test('opened by a button', () => {
    expect(heard[0]).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { verb: 'register' }, context: { theme: 'default' } },
    });
    expect(haruka.dialog).toMatchObject({
      title: 'Register',
      text: 'Choose a session.',
      buttons: ['Send'],
      submitLabel: 'Send',
    });
    expect(haruka.dialog?.fields).toMatchObject([
      { label: 'Your name', kind: 'text', required: true, error: undefined },
      { label: 'How', kind: 'choice', options: ['On site', 'Online'] },
      { label: 'Day', kind: 'date' },
      { label: 'I agree', kind: 'yes/no', value: false },
    ]);
  });

  test('filled in, submitted and closed', async () => {
    await haruka.fill('Your name', 'Haruka');
    await haruka.fill('How', 'Online');
    await haruka.fill('Day', '2024-11-07');
    await haruka.fill('I agree', true);
    expect(haruka.dialog?.fields.map(({ value }) => value)).toEqual(['Haruka', 'Online', '2024-11-07', true]);
    expect((await haruka.submit()).error).toBeUndefined();
    expect(heard[1]).toMatchObject({
      name: 'task/submit',
      value: { data: { verb: 'register', name: 'Haruka', mode: 'online', day: '2024-11-07', agree: 'true' } },
    });
    expect(haruka.dialog).toBeUndefined();
  });

  test('the client checks before it sends', async () => {
    const refused = await haruka.submit();
    expect(refused).toMatchObject({ status: 0, error: 'Not sent. Your name: Write your name.' });
    expect(haruka.dialog?.fields[0]?.error).toBe('Write your name.');
    await haruka.fill('Your name', 'H');
    await haruka.fill('Day', '2024-12-01');
    expect((await haruka.submit()).error).toMatch(/November only/);
    expect(heard).toHaveLength(1);
  });

  test('controls do not take what they cannot hold', async () => {
    await expect(haruka.fill('Your name', 'x'.repeat(11))).rejects.toThrow(/only 10 characters/);
    await expect(haruka.fill('How', 'By phone')).rejects.toThrow(/On site, Online/);
    await expect(haruka.fill('Day', 'tomorrow')).rejects.toThrow(/not a date/);
    await expect(haruka.fill('Age', '5')).rejects.toThrow(/it has: Your name, How, Day, I agree/);
    await expect(haruka.fill('I agree', { name: 'a', content: new Uint8Array() })).rejects.toThrow(/yes\/no/);
  });

  test('the bot draws an error at a field, and the dialog begins anew', async () => {
    await haruka.fill('Your name', 'again');
    await haruka.submit();
    expect(haruka.dialog?.fields[0]).toMatchObject({ value: undefined, error: 'This name is taken.' });
    expect(haruka.dialog?.fields[1]?.error).toBeUndefined();
  });

  test('a message in place of the form', async () => {
    await haruka.fill('Your name', 'message');
    await haruka.submit();
    expect(haruka.dialog).toMatchObject({ text: 'Thank you.', fields: [], submitLabel: undefined });
    await haruka.close();
    expect(haruka.dialog).toBeUndefined();
    await expect(haruka.close()).rejects.toThrow(/No dialog/);
  });

  test.each([
    ['broken', 200, 'Something went wrong. Please try again.'],
    ['throw', 500, 'Something went wrong. Please try again.'],
    ['slow', 0, 'Unable to reach app. Please try again.'],
  ])('an answer that is %s is an error on the screen, and the dialog stays', async (name, status, error) => {
    await haruka.fill('Your name', name);
    expect(await haruka.submit()).toMatchObject({ status, error });
    expect(haruka.dialog?.fields[0]?.value).toBe(name);
  });
});

test('choices are searched as one types', async () => {
  await receive(
    cardMessage(
      card(
        [
          {
            type: 'Input.ChoiceSet',
            id: 'who',
            label: 'Who',
            choices: [],
            style: 'filtered',
            'choices.data': { type: 'Data.Query', dataset: 'people' },
          },
        ],
        [submitButton('Send')],
      ),
    ),
  );
  await haruka.fill('Who', 'Ito');
  expect(haruka.messages().at(-1)?.fields[0]).toMatchObject({ value: 'Ito', options: ['Ito', 'Ito-Sato'] });
  await haruka.press('Send');
  expect(heard[0]?.value).toEqual({ who: 'ito' });
  expect(
    teams.deliveries().find(({ activity }) => activity.name === 'application/search')?.activity.value,
  ).toMatchObject({
    queryText: 'Ito',
    queryOptions: { skip: 0, top: 15 },
    dataset: 'people',
  });
});

describe('files', () => {
  test('sent to the bot: fetched by downloadUrl, never with a token', async () => {
    await haruka.sendFiles('here it is', [{ name: 'policy.docx', content: Buffer.from('words') }]);
    const [attachment] = listOf(heard[0]?.attachments);
    const { contentType, contentUrl, name, content } = fieldsOf(attachment);
    expect([contentType, name]).toEqual(['application/vnd.microsoft.teams.file.download.info', 'policy.docx']);
    const { downloadUrl, fileType } = fieldsOf(content);
    expect(fileType).toBe('docx');
    expect(await (await fetch(String(downloadUrl))).text()).toBe('words');
    expect((await fetch(String(downloadUrl), { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await fetch(String(contentUrl))).status).toBe(401);
  });

  test('offered by the bot, consented to, and uploaded', async () => {
    const content = {
      description: 'Your certificate',
      sizeInBytes: 10,
      acceptContext: { id: 1 },
      declineContext: { id: 1 },
    };
    const seen = await receive({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name: 'a.txt', content }],
    });
    expect(seen).toMatchObject({ text: 'a.txt\nYour certificate', buttons: ['Allow', 'Decline'] });
    expect((await haruka.press('Allow')).error).toBeUndefined();
    expect(heard[0]?.value).toMatchObject({ type: 'fileUpload', action: 'accept', context: { id: 1 } });
    expect(Buffer.from(teams.files.files().at(-1)?.content ?? []).toString()).toBe('hello file');
  });
});

describe('proactive messages', () => {
  test('by the whole conversation reference of the install', async () => {
    let reference = {};
    bot.onTurn = async (context) => {
      reference = Turns.getConversationReference(context.activity);
    };
    await haruka.uninstall();
    await haruka.install();
    await bot.adapter.continueConversationAsync(teams.app.id, reference, async (context) => {
      const sent = await context.sendActivity('A reminder');
      await context.updateActivity({ ...MessageFactory.text('A corrected reminder'), id: sent?.id });
    });
    expect((await haruka.until('A corrected reminder')).edits).toBe(1);
  });
});

describe('delivered more than once', () => {
  test('together, under the same id or new ones', async () => {
    await haruka.say('only once please');
    const [delivery] = haruka.deliveries.slice(-1);
    if (!delivery) {
      throw new Error('nothing was delivered');
    }
    await teams.redeliver(delivery, { times: 3, together: true });
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    await teams.redeliver(delivery, { times: 2, newId: true });
    expect(heard).toHaveLength(6);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
    expect(new Set(heard.map(({ text }) => text))).toEqual(new Set(['only once please']));
  });

  test('a message that is not answered in time is sent again, once switched on', async () => {
    teams.setResend({ on: true, times: 1, newId: true });
    let turns = 0;
    bot.onTurn = async (context) => {
      heard.push(context.activity);
      turns += 1;
      await new Promise((resolve) => setTimeout(resolve, turns === 1 ? 500 : 0));
    };
    const outcome = await haruka.say('slow');
    expect(outcome.status).toBe(200);
    expect(heard).toHaveLength(2);
    expect(heard[0]?.id).not.toBe(heard[1]?.id);
    teams.setResend({ on: false });
  });
});

test('until names what there is when nothing comes', async () => {
  await receive(MessageFactory.text('the only message'));
  await expect(haruka.until('another', { milliseconds: 30 })).rejects.toThrow(
    /No message like another within 30 ms.*\n.*the only message/s,
  );
});
