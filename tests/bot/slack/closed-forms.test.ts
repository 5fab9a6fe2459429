/** Forms that are closed in Slack without being sent: their action is told, and what was put into a long one is kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { SlackClient } from '../../../playground/slack/client.js';
import { openSlackFixture, type SlackFixture } from './fixture.js';

const en = textsFor('en');
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
  await fixture.hanako.command('/spp help');
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

describe('a long form', () => {
  const drafts = () => fixture.test.database.formDraft.findMany({ where: { NOT: { entered: { equals: {} } } } });
  const openForm = async (who: SlackClient) => {
    await who.command('/spp create-session');
    expect(who.dialog?.fields.length).toBeGreaterThan(15);
  };
  const fieldOf = (who: SlackClient, label: string) => who.dialog?.fields.find((one) => one.label === label);

  it.each(['ja', 'en'] as const)(
    'is kept when it is closed half-way, and opens again filled in, in %s',
    async (language) => {
      const who = language === 'ja' ? fixture.hanako : fixture.emma;
      const texts = textsFor(language);
      const [notSent = ''] = texts.requests.formNotSent(texts.actions['session.create'].title, '|').split('|');
      await openForm(who);
      await who.fill(texts.sessions.labels.titleJa, '人権研修');
      await who.fill(texts.sessions.labels.date, '2027-02-03');
      await who.close();
      await fixture.bot.answered();
      const told = await who.until(notSent);
      expect(told.buttons).toEqual([texts.requests.continueForm, texts.requests.discardForm]);
      await who.press(texts.requests.continueForm, told);
      expect(fieldOf(who, texts.sessions.labels.titleJa)?.value).toBe('人権研修');
      expect(fieldOf(who, texts.sessions.labels.date)?.value).toBe('2027-02-03');
      expect(who.dialog?.text).toContain(texts.requests.filledFromDraft);
      // Nothing was changed since: the person knows of it.
      await who.close();
      await fixture.bot.answered();
      expect(who.messages().filter(({ buttons }) => buttons.includes(texts.requests.continueForm))).toHaveLength(1);
      await who.press(texts.requests.discardForm, told);
      await expect
        .poll(() => who.messages().find(({ id }) => id === told.id)?.text)
        .toContain(texts.requests.discarded);
      expect(await drafts()).toEqual([]);
      await openForm(who);
      expect(fieldOf(who, texts.sessions.labels.titleJa)?.value).toBeFalsy();
      await who.close();
    },
  );

  it('that was closed as it was opened is not spoken of', async () => {
    const { emma } = fixture;
    const before = emma.messages().length;
    await openForm(emma);
    await emma.fill(en.sessions.labels.titleJa, 'typed');
    await emma.fill(en.sessions.labels.titleJa, '');
    await emma.close();
    await fixture.bot.answered();
    expect(closedViews()).toBeGreaterThan(0);
    expect(emma.messages().length).toBe(before);
    expect(await drafts()).toEqual([]);
  });

  it('that was sent is not kept', async () => {
    const { emma } = fixture;
    await openForm(emma);
    const { labels, kinds, audiences, methods } = en.sessions;
    const values: readonly (readonly [string, string])[] = [
      [labels.code, 'DRAFT-1'],
      [labels.titleJa, '題'],
      [labels.titleEn, 'Title'],
      [labels.kind, kinds.seminar],
      [labels.audience, audiences.all],
      [labels.date, '2099-02-03'],
      [labels.start, '10:00'],
      [labels.end, '11:00'],
      [labels.method, methods.online],
      [labels.deadlineDate, '2099-02-01'],
      [labels.deadlineTime, '10:00'],
    ];
    for (const [label, value] of values) await emma.fill(label, value);
    await fixture.bot.answered();
    expect(await drafts()).toHaveLength(1);
    await emma.submit();
    expect(emma.dialog?.submitLabel).toBeUndefined();
    expect(await drafts()).toEqual([]);
    await emma.close();
  });
});
