/** Forms that are closed in Teams by their own button: their action is told. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
