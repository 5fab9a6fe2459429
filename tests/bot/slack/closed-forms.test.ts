/** Forms that are closed in Slack without being sent: their action is told. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSlackFixture, type SlackFixture } from './fixture.js';

let fixture: SlackFixture;
let closings: { readonly person: string; readonly known: object }[];

beforeAll(async () => {
  fixture = await openSlackFixture('http', {}, async (services) => {
    // After the app's own rooms are collected, which do not know this one.
    const room = await import('../../support/holding-room.js');
    closings = room.closings;
    return room.withHoldingRoom(services);
  });
  // A person who comes for the first time is introduced, which on a busy machine takes longer than a trigger lives.
  await fixture.emma.command('/spp help');
});
beforeEach(() => {
  closings.length = 0;
});
afterAll(async () => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  await fixture.close();
});

const closedViews = () => fixture.slack.deliveries().filter(({ what }) => what === 'view_closed').length;

it('tells the action of a form that was closed, with what the form knew', async () => {
  const { emma } = fixture;
  await emma.command('/spp slot');
  await emma.fill('Topic', 'typed and thrown away');
  await emma.close();
  await fixture.bot.answered();
  expect(closings).toEqual([{ person: 'Emma Smith', known: { session: '' } }]);
});

it('tells nothing of a form that was sent', async () => {
  const { emma } = fixture;
  await emma.command('/spp slot');
  await emma.fill('Topic', 'cocoa');
  await emma.submit();
  expect(emma.dialog?.text).toContain('held for cocoa');
  await emma.close();
  await fixture.bot.answered();
  expect(closings).toEqual([]);
});

it('is not asked about forms whose action does not wish to know', async () => {
  const { emma } = fixture;
  const before = closedViews();
  await emma.command('/spp settings');
  expect(emma.dialog).toBeDefined();
  await emma.close();
  expect(closedViews()).toBe(before);
});

it('tells nothing in the name of a person who may not take the action', async () => {
  const { emma } = fixture;
  await emma.command('/spp slot');
  const person = { email: 'emma@example.org' };
  const { id } = await fixture.test.database.person.findUniqueOrThrow({ where: person });
  await fixture.test.database.membership.updateMany({ where: { personId: id }, data: { role: 'adviser' } });
  await emma.close();
  await fixture.bot.answered();
  expect(closedViews()).toBeGreaterThan(0);
  expect(closings).toEqual([]);
  await fixture.test.database.membership.updateMany({ where: { personId: id }, data: { role: 'secretariat' } });
});
