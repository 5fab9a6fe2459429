/** Dialogs at the page's Teams client: opened, filled in, replaced and closed, as a real bot answers them. */
import { CardFactory, type TaskModuleTaskInfo } from 'botbuilder';
import { beforeEach, expect, test } from 'vitest';
import { card, cardMessage, submitButton, textBlock } from '../teams/bot.js';
import { openTeamsFixture } from '../teams/fixture.js';
import { openTeamsPageSession, type TeamsPageSession } from './teams-page-session.js';

const form = (error?: string) =>
  card(
    [
      { type: 'Input.Text', id: 'name', label: 'Your name', isRequired: true, errorMessage: 'Write your name.' },
      ...(error ? [textBlock(error, { color: 'attention' })] : []),
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

/** Lets the bot answer at last. */
let release = () => {};

const fixture = await openTeamsFixture(({ bot, heard }) => {
  const { application } = bot;
  application.taskModules.fetch('register', async (context) => {
    heard.push(context.activity);
    return taskInfo(form());
  });
  application.taskModules.submit('register', async (context, _state, data: { name?: string }) => {
    heard.push(context.activity);
    switch (data.name) {
      case 'again':
        return taskInfo(form('This name is taken.'));
      case 'message':
        return 'Thank you.';
      case 'broken':
        return taskInfo(card([{ type: 'Nonsense' }]));
      case 'slow':
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return taskInfo(form());
      default:
        return null;
    }
  });
});

let page: TeamsPageSession;

const dialog = () => page.look().screen.dialog;

beforeEach(async () => {
  page = openTeamsPageSession(fixture, 'Haruka Sato');
  await fixture.receive(
    cardMessage(card([textBlock('x')], [submitButton('Open', { msteams: { type: 'task/fetch' }, verb: 'register' })])),
  );
  expect(await page.act('/actions/0')).toMatchObject({ status: 200, error: null });
});

test('opened by a button', () => {
  expect(fixture.heard[0]).toMatchObject({ name: 'task/fetch', value: { data: { verb: 'register' } } });
  expect(dialog()).toEqual({ id: expect.any(String), title: 'Register', card: form(), text: '' });
  expect(page.ownChanges()).toBe(1);
  expect(dialog()?.id).toBe(dialog()?.id);
  expect(openTeamsPageSession(fixture, 'Haruka Sato').look().screen.dialog).toBeNull();
});

test('submitted and gone', async () => {
  const place = { dialog: dialog()?.id ?? '' };
  expect(await page.actInDialog('/actions/0', { name: 'Haruka', agree: 'false' })).toMatchObject({ error: null });
  expect(fixture.heard[1]).toMatchObject({
    name: 'task/submit',
    value: { data: { verb: 'register', name: 'Haruka', agree: 'false' } },
  });
  expect(dialog()).toBeNull();
  expect(page.ownChanges()).toBe(2);
  expect(await page.refusal({ do: 'act', place, pointer: '/actions/0', inputs: {} })).toBe(
    'This dialog is no longer open.',
  );
  expect(await page.refusal({ do: 'consent', place, accept: true })).toMatch(/no longer open/);
});

test('another in its place has another id, and the one before is gone', async () => {
  const before = dialog();
  await page.actInDialog('/actions/0', { name: 'again', agree: 'false' });
  const after = dialog();
  expect(after?.card).toEqual(form('This name is taken.'));
  expect(after?.id).not.toBe(before?.id);
  expect(page.ownChanges()).toBe(2);
  const place = { dialog: before?.id ?? '' };
  expect(await page.refusal({ do: 'act', place, pointer: '/actions/0', inputs: {} })).toMatch(/no longer open/);
  await page.actInDialog('/actions/0', { name: 'message', agree: 'false' });
  expect(dialog()).toMatchObject({ card: null, text: 'Thank you.' });
  expect(new Set([before?.id, after?.id, dialog()?.id]).size).toBe(3);
  const text = { dialog: dialog()?.id ?? '' };
  expect(await page.refusal({ do: 'act', place: text, pointer: '/actions/0', inputs: {} })).toMatch(/no longer open/);
});

test('stays open when the client refuses or the bot fails', async () => {
  const before = dialog();
  expect(await page.actInDialog('/actions/0', { agree: 'false' })).toEqual({
    status: 0,
    milliseconds: 0,
    error: 'Not sent. Your name: Write your name.',
  });
  expect(await page.actInDialog('/actions/0', { name: 'broken' })).toMatchObject({
    error: 'Something went wrong. Please try again.',
  });
  await expect(page.actInDialog('/body/0')).rejects.toThrow('This button is no longer there.');
  expect(dialog()).toEqual(before);
  expect(page.ownChanges()).toBe(1);
});

test('closed by the person, without a word to the bot', async () => {
  expect(await page.clientSession.carryOut({ do: 'close dialog' })).toEqual({
    status: 0,
    milliseconds: 0,
    error: null,
  });
  expect(dialog()).toBeNull();
  expect(page.ownChanges()).toBe(2);
  expect((await page.clientSession.carryOut({ do: 'close dialog' })).error).toBeNull();
  expect(fixture.heard).toHaveLength(1);
});

test('closed while the bot thinks: what it answers opens nothing', async () => {
  const answered = page.actInDialog('/actions/0', { name: 'slow' });
  await expect.poll(() => fixture.heard.length).toBe(2);
  await page.clientSession.carryOut({ do: 'close dialog' });
  release();
  expect(await answered).toMatchObject({ status: 200, error: null });
  expect(dialog()).toBeNull();
});
