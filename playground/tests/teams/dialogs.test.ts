/** Forms in front of a person: dialogs, Action.Execute and searched choices, as a real bot of teams-ai receives and answers them. */
import type { AdaptiveCard } from '@microsoft/teams-ai';
import { CardFactory, type TaskModuleTaskInfo } from 'botbuilder';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { card, cardMessage, submitButton, textBlock } from './bot.js';
import { openTeamsFixture } from './fixture.js';

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

const answers = new Map<string, AdaptiveCard | string>();

/** Lets the bot answer at last. */
let release = () => {};

const fixture = await openTeamsFixture(({ bot, heard }) => {
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
        await new Promise<void>((resolve) => {
          release = resolve;
        });
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
});

describe('Action.Execute', () => {
  const vote = (more: object = {}) =>
    cardMessage(
      card([textBlock('Vote')], [{ type: 'Action.Execute', title: 'Vote', verb: 'vote', data: { a: 1 }, ...more }]),
    );

  test('the card in the answer takes the place of the old one, for this person', async () => {
    await fixture.receive(vote());
    answers.set('vote', card([textBlock('Voted')]));
    expect((await fixture.haruka.press('Vote')).error).toBeUndefined();
    expect(fixture.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'vote', data: { a: 1 } }, trigger: 'manual' },
    });
    expect(fixture.haruka.messages().at(-1)).toMatchObject({ text: 'Voted', edits: 0 });
    await fixture.haruka.until('Voted');
  });

  test('a message in the answer is shown for a moment', async () => {
    await fixture.receive(vote());
    answers.set('vote', 'Counted');
    await fixture.haruka.press('Vote');
    expect(fixture.haruka.toasts).toEqual(['Counted']);
    expect(fixture.haruka.messages().at(-1)?.text).toBe('Vote');
  });

  test('an answer that is no good card is an error on the screen', async () => {
    await fixture.receive(vote());
    answers.set('vote', card([{ type: 'Nonsense' }]));
    expect((await fixture.haruka.press('Vote')).error).toBe('Something went wrong. Please try again.');
    expect(fixture.teams.refusals().at(-1)?.problem).toMatch(/Nonsense/);
  });

  test('a verb that the bot does not know is an error on the screen', async () => {
    await fixture.receive(vote({ verb: 'unknown' }));
    expect(await fixture.haruka.press('Vote')).toMatchObject({
      status: 501,
      error: 'Something went wrong. Please try again.',
    });
  });

  test('an old client presses the fallback', async () => {
    const old = openTeamsClient(fixture.teams, 'Haruka Sato', { universalActions: false });
    await fixture.receive(vote({ fallback: submitButton('Vote', { old: true }) }), old);
    await old.press('Vote');
    expect(fixture.heard[0]).toMatchObject({ type: 'message', value: { old: true } });
    await fixture.receive(vote(), old);
    expect((await old.press('Vote')).error).toMatch(/old client/);
  });

  test('a card that refreshes itself asks the bot, for the people it names only', async () => {
    const content = card([textBlock('stale')]);
    const refresh = { action: { type: 'Action.Execute', verb: 'vote' }, userIds: [fixture.haruka.user.id] };
    const seen = await fixture.receive(cardMessage({ ...content, refresh }));
    answers.set('vote', card([textBlock('fresh')]));
    await fixture.haruka.refresh(seen);
    expect(fixture.heard[0]?.value).toMatchObject({ trigger: 'automatic' });
    expect(fixture.haruka.messages().find(({ id }) => id === seen.id)?.text).toBe('fresh');
    const other = await fixture.receive(cardMessage({ ...content, refresh: { ...refresh, userIds: ['29:other'] } }));
    await expect(fixture.haruka.refresh(other)).rejects.toThrow(/does not refresh/);
  });
});

describe('dialogs', () => {
  const opener = () =>
    cardMessage(
      card([textBlock('Sessions')], [submitButton('Register', { msteams: { type: 'task/fetch' }, verb: 'register' })]),
    );

  beforeEach(async () => {
    await fixture.receive(opener());
    await fixture.haruka.press('Register');
  });

  test('opened by a button', () => {
    expect(fixture.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { verb: 'register' }, context: { theme: 'default' } },
    });
    expect(fixture.haruka.dialog).toMatchObject({
      title: 'Register',
      text: 'Choose a session.',
      buttons: ['Send'],
      submitLabel: 'Send',
    });
    expect(fixture.haruka.dialog?.fields).toMatchObject([
      { label: 'Your name', kind: 'text', required: true, error: undefined },
      { label: 'How', kind: 'choice', options: ['On site', 'Online'] },
      { label: 'Day', kind: 'date' },
      { label: 'I agree', kind: 'yes/no', value: false },
    ]);
  });

  test('filled in, submitted and closed', async () => {
    await fixture.haruka.fill('Your name', 'Haruka');
    await fixture.haruka.fill('How', 'Online');
    await fixture.haruka.fill('Day', '2024-11-07');
    await fixture.haruka.fill('I agree', true);
    expect(fixture.haruka.dialog?.fields.map(({ value }) => value)).toEqual(['Haruka', 'Online', '2024-11-07', true]);
    expect((await fixture.haruka.submit()).error).toBeUndefined();
    expect(fixture.heard[1]).toMatchObject({
      name: 'task/submit',
      value: { data: { verb: 'register', name: 'Haruka', mode: 'online', day: '2024-11-07', agree: 'true' } },
    });
    expect(fixture.haruka.dialog).toBeUndefined();
  });

  test('the client checks before it sends', async () => {
    const refused = await fixture.haruka.submit();
    expect(refused).toMatchObject({ status: 0, error: 'Not sent. Your name: Write your name.' });
    expect(fixture.haruka.dialog?.fields[0]?.error).toBe('Write your name.');
    await fixture.haruka.fill('Your name', 'H');
    await fixture.haruka.fill('Day', '2024-12-01');
    expect((await fixture.haruka.submit()).error).toMatch(/November only/);
    expect(fixture.heard).toHaveLength(1);
  });

  test('controls do not take what they cannot hold', async () => {
    await expect(fixture.haruka.fill('Your name', 'x'.repeat(11))).rejects.toThrow(/only 10 characters/);
    await expect(fixture.haruka.fill('How', 'By phone')).rejects.toThrow(/On site, Online/);
    await expect(fixture.haruka.fill('Day', 'tomorrow')).rejects.toThrow(/not a date/);
    await expect(fixture.haruka.fill('Age', '5')).rejects.toThrow(/it has: Your name, How, Day, I agree/);
    await expect(fixture.haruka.fill('I agree', { name: 'a', content: new Uint8Array() })).rejects.toThrow(/yes\/no/);
  });

  test('the bot draws an error at a field, and the dialog begins anew', async () => {
    await fixture.haruka.fill('Your name', 'again');
    await fixture.haruka.submit();
    expect(fixture.haruka.dialog?.fields[0]).toMatchObject({ value: undefined, error: 'This name is taken.' });
    expect(fixture.haruka.dialog?.fields[1]?.error).toBeUndefined();
  });

  test('a message in place of the form', async () => {
    await fixture.haruka.fill('Your name', 'message');
    await fixture.haruka.submit();
    expect(fixture.haruka.dialog).toMatchObject({ text: 'Thank you.', fields: [], submitLabel: undefined });
    await fixture.haruka.close();
    expect(fixture.haruka.dialog).toBeUndefined();
    await expect(fixture.haruka.close()).rejects.toThrow(/No dialog/);
  });

  test.each([
    ['broken', 200, 'Something went wrong. Please try again.'],
    ['throw', 500, 'Something went wrong. Please try again.'],
    ['slow', 0, 'Unable to reach app. Please try again.'],
  ])('an answer that is %s is an error on the screen, and the dialog stays', async (name, status, error) => {
    await fixture.haruka.fill('Your name', name);
    fixture.teams.setDeadlines({ invoke: name === 'slow' ? 100 : 60_000 });
    expect(await fixture.haruka.submit()).toMatchObject({ status, error });
    release();
    fixture.teams.setDeadlines({ invoke: 5000 });
    expect(fixture.haruka.dialog?.fields[0]?.value).toBe(name);
  });
});

test('choices are searched as one types', async () => {
  await fixture.receive(
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
  await fixture.haruka.fill('Who', 'Ito');
  expect(fixture.haruka.messages().at(-1)?.fields[0]).toMatchObject({ value: 'Ito', options: ['Ito', 'Ito-Sato'] });
  await fixture.haruka.press('Send');
  expect(fixture.heard[0]?.value).toEqual({ who: 'ito' });
  expect(
    fixture.teams.deliveries().find(({ activity }) => activity.name === 'application/search')?.activity.value,
  ).toMatchObject({
    queryText: 'Ito',
    queryOptions: { skip: 0, top: 15 },
    dataset: 'people',
  });
});
