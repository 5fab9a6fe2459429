/** Forms that are closed in Teams by their own button: their action is told, and what was put into a long one is kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const en = textsFor('en');
let fixture: TeamsFixture;
let closings: { readonly person: string; readonly known: object }[];

beforeAll(async () => {
  fixture = await openTeamsFixture({}, {}, async (services) => {
    // After the app's own rooms are collected, which do not know this one.
    const room = await import('../../support/holding-room.js');
    closings = room.closings;
    return room.withHoldingRoom(services);
  });
  await fixture.alex.install();
});
beforeEach(() => {
  closings.length = 0;
});
afterAll(async () => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  await fixture.close();
});

const known = { session: '' };

async function openHolding(): Promise<void> {
  const { alex } = fixture;
  await alex.say('menu');
  await alex.press('Hold a slot', await alex.until('Human rights programme'));
  expect(alex.dialog?.title).toBe('Hold a slot');
}

it('tells the action of a dialog that was left by its button, with what the form knew', async () => {
  await openHolding();
  await fixture.alex.press('Leave');
  expect(fixture.alex.dialog).toBeUndefined();
  await expect.poll(() => closings).toEqual([{ person: 'Alex Morgan', known }]);
});

it('tells the action of a form in the chat that was left by its button', async () => {
  await fixture.alex.say('slot');
  const form = await fixture.alex.until('Topic');
  await fixture.alex.press('Leave', form);
  await expect.poll(() => closings).toEqual([{ person: 'Alex Morgan', known }]);
  expect(fixture.alex.messages().some(({ id }) => id === form.id)).toBe(false);
});

it('tells nothing of a form that was sent', async () => {
  await openHolding();
  await fixture.alex.fill('Topic', 'cocoa');
  await fixture.alex.submit();
  expect(fixture.alex.dialog?.text).toContain('held for cocoa');
  await fixture.alex.press(en.chat.close);
  expect(fixture.alex.dialog).toBeUndefined();
  expect(closings).toEqual([]);
});

describe('a long form', () => {
  const { labels } = en.sessions;
  const [notSent = ''] = en.requests.formNotSent(en.actions['session.create'].title, '|').split('|');
  const fieldOf = (label: string) => fixture.alex.dialog?.fields.find((one) => one.label === label);
  const openForm = async () => {
    await fixture.alex.say('menu');
    const menu = await fixture.alex.until('Human rights programme');
    await fixture.alex.press(en.actions['session.create'].title, menu);
    expect(fixture.alex.dialog?.fields.length).toBeGreaterThan(15);
  };

  it('is kept when it is closed by its button, and opens again filled in', async () => {
    const { alex } = fixture;
    await openForm();
    await alex.fill(labels.titleJa, '人権研修');
    await alex.fill(labels.date, '2027-02-03');
    await alex.press(en.chat.close);
    expect(alex.dialog).toBeUndefined();
    const told = await alex.until(notSent);
    await alex.press(en.requests.continueForm, told);
    expect(fieldOf(labels.titleJa)?.value).toBe('人権研修');
    expect(fieldOf(labels.date)?.value).toBe('2027-02-03');
    expect(alex.dialog?.text).toContain(en.requests.filledFromDraft);
    await alex.close();
    await alex.press(en.requests.discardForm, told);
    await alex.until(en.requests.discarded);
    await openForm();
    expect(fieldOf(labels.titleJa)?.value).toBeFalsy();
    await alex.close();
  });

  it('that was refused is kept, although Teams reports nothing of a dialog’s cross', async () => {
    const { alex } = fixture;
    await openForm();
    await alex.fill(labels.code, 'X-1');
    await alex.submit();
    expect(alex.dialog?.text).toContain(en.requests.problems.required);
    await alex.close();
    await openForm();
    expect(fieldOf(labels.code)?.value).toBe('X-1');
    await alex.close();
    await alex.say('discard draft');
    await alex.until(en.requests.discarded);
  });

  it('that was closed as it was opened is not spoken of', async () => {
    const { alex } = fixture;
    await openForm();
    await alex.press(en.chat.close);
    expect(alex.dialog).toBeUndefined();
    await alex.say('help');
    await alex.until(en.members.helpIntroduction);
    expect(await fixture.test.database.formDraft.count({ where: { NOT: { entered: { equals: {} } } } })).toBe(0);
  });
});
