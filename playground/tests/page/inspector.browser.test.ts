/** Makes trouble in the inspector of the playground's page, in a real browser, and watches that the bot copes: nothing is lost, nothing done twice. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../prisma/client.js';
import { deferredReply } from '../../../programme/requests/deferred-reply.js';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { buildSession } from '../../../tests/support/factories.js';
import { textsFor } from '../../pilot/texts.js';
import { openPageFixture, type PageFixture, type Visitor } from './page-fixture.js';

const en = textsFor('en');

/** A rate limit asks for five seconds, and a worker that is started again is a process that has to load. */

describeWithBrowser('trouble, made in the inspector', () => {
  let pageFixture: PageFixture;
  let visitor: Visitor;
  let page: Page;
  let tom: Locator;
  let ken: Locator;
  beforeAll(async () => {
    pageFixture = await openPageFixture({ arrived: ['ken', 'tom'], killable: true });
    visitor = await pageFixture.visit({ clientSessions: ['teams tom', 'slack ken'], width: 1400, height: 1300 });
    ({ page } = visitor);
    [tom, ken] = [visitor.pane('teams tom'), visitor.pane('slack ken')];
    await page.getByRole('button', { name: 'Inspector', exact: true }).click();
    await ken.getByRole('log').waitFor();
    await tom.getByRole('log').waitFor();
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    expect(pageFixture.platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  let counted = 0;

  /** Tom has the only place in the room, and Ken waits for it. */
  async function fullRoom(): Promise<Session> {
    counted += 1;
    const { services, programme, people, companies, database } = pageFixture.platforms;
    const startsAt = new Date(Date.parse('2024-11-07T15:30:00+09:00') - counted * 1000);
    const code = `SEM-${counted}`;
    const room = { method: 'in_person', roomCapacity: 1 } as const;
    const session = await buildSession(services, programme, { code, startsAt, ...room });
    const now = services.clock.now();
    const row = { sessionId: session.id, mode: 'onsite', createdAt: now, changedAt: now } as const;
    const [first, second] = [people.tom, people.ken];
    await database.registration.createMany({
      data: [
        {
          ...row,
          ...{ personId: first.id, registeredById: first.id, companyId: companies.MDR.id, state: 'confirmed' },
        },
        {
          ...{ ...row, personId: second.id, registeredById: second.id, companyId: companies.AOI.id, state: 'waiting' },
          ...{ waitingFor: 'onsite', queueNumber: 1 },
        },
      ],
    });
    return session;
  }

  const promoted = ({ titleEn, code }: Session) =>
    en.sessions.notices.promoted({ title: `${titleEn} (${code})`, mode: 'on site' });

  /** Messages in a pane that say this, whole. */
  const messages = (pane: Locator, text: string) =>
    pane.getByRole('log').getByRole('article').filter({ hasText: text });

  async function say(pane: Locator, text: string): Promise<void> {
    const box = pane.getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  }

  /** Tom gives up his place, so that Ken is to be told at once. */
  async function giveUp({ code }: Session): Promise<void> {
    await say(tom, `cancel ${code}`);
    const preview = messages(tom, en.chat.confirmFirst).filter({ hasText: code }).last();
    await preview.getByRole('button', { name: en.chat.confirm, exact: true }).click();
    await expect
      .poll(() =>
        pageFixture.platforms.database.registration.count({ where: { session: { code }, state: 'cancelled' } }),
      )
      .toBe(1);
  }

  async function show(tab: 'Timeline' | 'Notifications' | 'Queues and worker' | 'Trouble'): Promise<void> {
    await page.getByRole('tab', { name: tab, exact: true }).click();
  }

  async function switchTrouble(name: string, platform: 'Slack' | 'Teams', on: boolean): Promise<void> {
    await show('Trouble');
    const one = page.getByRole('region', { name: platform, exact: true }).getByRole('switch', { name });
    expect(await one.getAttribute('aria-checked')).toBe(String(!on));
    await one.click();
    await expect.poll(() => one.getAttribute('aria-checked')).toBe(String(on));
  }

  /** A line of the timeline, the newest of those that are alike. */
  const line = (...words: readonly string[]) =>
    page.getByRole('button', { name: new RegExp(words.join('[^]*')) }).first();

  /** What the outbox says of the newest notification. */
  const newest = () => page.getByRole('tabpanel', { name: 'Notifications' }).locator('tbody').getByRole('row').first();

  /** How often Slack has posted this to Ken, whatever the bot was told of it. */
  function posted(text: string): number {
    const from = pageFixture.platforms.slack('ken').messages();
    return from.filter((message) => message.from === 'bot' && message.text.includes(text)).length;
  }

  it('shows what came to the bot and what the bot asked for, with status and time, and no secrets in it', async () => {
    await show('Timeline');
    await say(ken, '/spp');
    await messages(ken, en.members.helpNote).waitFor();
    await say(tom, 'help');
    await messages(tom, en.members.helpIntroduction).waitFor();
    const { slack, teams } = pageFixture.platforms.playground;
    const secrets = [slack.botToken(), slack.app.signingSecret, teams.environment.MicrosoftAppPassword];
    for (const words of [
      ['Slack', 'to the bot', 'command', '200', '\\d+ ms'],
      ['Slack', 'from the bot', '200', '\\d+ ms'],
      ['Teams', 'to the bot', 'message', '20\\d', '\\d+ ms'],
      ['Teams', 'from the bot', '20\\d', '\\d+ ms'],
    ]) {
      const one = line(...words);
      await one.click();
      const [request, answer] = [
        page.getByRole('region', { name: 'Request' }),
        page.getByRole('region', { name: 'Response' }),
      ];
      await answer.waitFor();
      const shown = `${await request.innerText()}${await answer.innerText()}`;
      expect(shown).toContain('{');
      // A token of Teams is signed, and begins like this.
      for (const secret of [...secrets, 'eyJ']) expect(shown.includes(secret), words.join(' ')).toBe(false);
      await one.click();
    }
  });

  it('429: the notification waits, and arrives once when that is over', async () => {
    const session = await fullRoom();
    await switchTrouble('Rate limit (429)', 'Slack', true);
    await giveUp(session);
    await show('Timeline');
    await line('Slack', 'from the bot', 'chat.postMessage', 'trouble: Rate limit', '429', '\\d+ ms').waitFor();
    await show('Notifications');
    await newest().getByText('session.promoted').waitFor();
    await newest().getByText('pending').waitFor();
    expect(await messages(ken, promoted(session)).count()).toBe(0);
    await switchTrouble('Rate limit (429)', 'Slack', false);
    await show('Notifications');
    await newest().getByText('delivered').waitFor();
    await messages(ken, promoted(session)).waitFor();
    expect(posted(promoted(session))).toBe(1);
  });

  it('429: answers on both platforms wait in the outbox, too, and arrive once', async () => {
    await switchTrouble('Rate limit (429)', 'Slack', true);
    await switchTrouble('Rate limit (429)', 'Teams', true);
    for (const pane of [ken, tom]) await say(pane, 'sessions');
    await show('Notifications');
    const waiting = page
      .getByRole('tabpanel', { name: 'Notifications' })
      .getByRole('row')
      .filter({ hasText: deferredReply.name.en })
      .filter({ hasText: 'pending' });
    await expect.poll(() => waiting.count()).toBe(2);
    for (const pane of [ken, tom]) expect(await messages(pane, en.chat.answeredLate).count()).toBe(0);
    await switchTrouble('Rate limit (429)', 'Slack', false);
    await switchTrouble('Rate limit (429)', 'Teams', false);
    for (const pane of [ken, tom]) await messages(pane, en.chat.answeredLate).waitFor();
    await show('Notifications');
    await expect.poll(() => waiting.count()).toBe(0);
    for (const pane of [ken, tom]) expect(await messages(pane, en.chat.answeredLate).count()).toBe(1);
  });

  it('every request twice, and the newest again under the same and another id, has one effect', async () => {
    const session = await buildSession(pageFixture.platforms.services, pageFixture.platforms.programme, {
      code: 'TWICE',
    });
    await switchTrouble('Every request twice', 'Slack', true);
    await switchTrouble('Every request twice', 'Teams', true);
    const title = `${session.titleEn} (${session.code})`;
    const seated = en.sessions.seated({ name: null, title, mode: 'online', already: false });
    for (const pane of [ken, tom]) {
      await say(pane, 'register TWICE online');
      const preview = messages(pane, en.chat.confirmFirst).filter({ hasText: 'TWICE' });
      await preview.getByRole('button', { name: en.chat.confirm, exact: true }).click();
      await messages(pane, seated).waitFor();
    }
    await show('Timeline');
    // Signed anew, so that it is the bot that finds out that it knows them already.
    await line('Slack', 'to the bot', 'event message.im', 'again', '200').waitFor();
    await line('Slack', 'to the bot', 'block_actions', 'again', '200').waitFor();
    await line('Teams', 'to the bot', 'message', 'again', '20\\d').waitFor();
    await switchTrouble('Every request twice', 'Slack', false);
    await switchTrouble('Every request twice', 'Teams', false);
    for (const platform of ['Slack', 'Teams'] as const) {
      const section = page.getByRole('region', { name: platform, exact: true });
      for (const id of ['Same ID', 'New ID']) {
        await section.getByRole('button', { name: `${id} (${platform})` }).click();
        await section.getByText(/^Sent again: .* · The bot answered 20\d/).waitFor();
      }
    }
    await pageFixture.platforms.told();
    for (const pane of [ken, tom]) {
      expect(await messages(pane, seated).count()).toBe(1);
      expect(await messages(pane, en.chat.confirmFirst).filter({ hasText: 'TWICE' }).count()).toBeLessThanOrEqual(1);
    }
    const registered = await pageFixture.platforms.database.registration.findMany({ where: { sessionId: session.id } });
    expect(registered.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  });

  it('no answer: it is in work as long as it hangs, then unknown, and is not sent again', async () => {
    const session = await fullRoom();
    await switchTrouble('No answer', 'Slack', true);
    await giveUp(session);
    await show('Queues and worker');
    const deliveries = page.getByRole('row').filter({ hasText: 'deliveries' });
    const inWork = async () => Number(await deliveries.getByRole('cell').nth(2).innerText());
    await expect.poll(inWork).toBe(1);
    await show('Notifications');
    await newest().getByText('sending').waitFor();
    await switchTrouble('No answer', 'Slack', false);
    await show('Timeline');
    await line('Slack', 'from the bot', 'chat.postMessage', 'trouble: No answer', 'no answer', '\\d+ ms').waitFor();
    await show('Notifications');
    await newest().getByText('unknown').waitFor();
    await show('Queues and worker');
    await expect.poll(inWork).toBe(0);
    expect(posted(promoted(session))).toBe(0);
  });

  it('a killed worker: what is to be told waits, and arrives once from the next', async () => {
    const session = await fullRoom();
    await show('Queues and worker');
    const machinery = page.getByRole('tabpanel', { name: 'Queues and worker' });
    const state = machinery.getByRole('status');
    const first = pageFixture.platforms.playground.worker.processId();
    await state.getByText(`process ${first}`).waitFor();
    await machinery.getByRole('button', { name: 'Kill it (kill -9)' }).click();
    await state.getByText('killed', { exact: true }).waitFor();
    await giveUp(session);
    await show('Notifications');
    await newest().getByText('session.promoted').waitFor();
    await newest().getByText('pending').waitFor();
    expect(posted(promoted(session))).toBe(0);

    await show('Queues and worker');
    await machinery.getByRole('button', { name: 'Start it' }).click();
    await state.getByText('starting…').waitFor();
    await state.getByText('running', { exact: true }).waitFor();
    await state.getByText(`process ${pageFixture.platforms.playground.worker.processId()}`).waitFor();
    expect(pageFixture.platforms.playground.worker.processId()).not.toBe(first);
    await messages(ken, promoted(session)).waitFor();
    await show('Notifications');
    await newest().getByText('delivered').waitFor();
    await pageFixture.platforms.told();
    expect(posted(promoted(session))).toBe(1);
    expect(await messages(ken, promoted(session)).count()).toBe(1);
  });
});
