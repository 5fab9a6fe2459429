/** Loads scenarios from the playground's page in a real browser, sees each of them arrive, and lives on in it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, openBrowser } from '../../../tests/support/browser.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { startClock } from '../../clock.js';
import type { PlaygroundPerson } from '../../host/directory.js';
import { fillWithSample } from '../../host/fill-with-sample.js';
import { openHost, type RunningHost } from '../../host/open-host.js';
import { shellWords } from '../../page/browser/shell/words.js';
import { openPage, type Page as ServedPage } from '../../page/open-page.js';
import type { ClientSessionId } from '../../page/protocol.js';
import { listeningLog } from '../../pilot/listening-log.js';
import { textsFor } from '../../pilot/texts.js';
import { registeredFor, registrationWeek } from '../host/registered.js';
import { newest, say } from './clients.js';
import { type Visited, visitPage } from './visiting.js';

describeWithBrowser('a scenario, loaded from the page', () => {
  const { log, faults } = listeningLog();
  const pageFaults: unknown[] = [];
  let database: TestDatabase;
  let browser: Browser;
  let host: RunningHost;
  let served: ServedPage;
  let visited: Visited;
  let page: Page;

  beforeAll(async () => {
    [database, browser] = await Promise.all([createTestDatabase(), openBrowser()]);
    await fillWithSample(database.url, startClock(new Date('2024-10-28T10:00:00+09:00')));
  });
  afterAll(async () => {
    await browser.close();
    await closeHost();
    await database.close();
    expect([...faults, ...pageFaults]).toEqual([]);
  });

  async function open({ ownDatabase }: { readonly ownDatabase: boolean }): Promise<void> {
    host = await openHost({
      ...{ databaseUrl: database.url, redisUrl: null, log, ownDatabase },
      clock: startClock(new Date('2024-10-28T10:00:00+09:00')),
      ports: { bot: 0, slack: 0, teams: 0 },
    });
    served = await openPage(host, { port: 0, onFault: (error) => pageFaults.push(error) });
    await served.ready;
  }

  async function closeHost(): Promise<void> {
    await served?.close();
    await host?.close();
  }

  function person(wanted: (one: PlaygroundPerson) => boolean): PlaygroundPerson {
    const found = host.playground.directory.people.find(wanted);
    if (found === undefined) throw new Error('nobody of that kind lives here');
    return found;
  }

  const onSlack = ({ slackUserId }: PlaygroundPerson): ClientSessionId => `slack:${slackUserId}`;
  const pane = (clientSession: ClientSessionId): Locator => page.locator(`[data-client-session="${clientSession}"]`);

  /** Something was done by hand before, so that it is asked first. */
  async function ask(title: string): Promise<void> {
    await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
    await page.getByRole('button', { name: `Load “${title}”` }).click();
    await page.getByRole('button', { name: 'Replace it' }).click();
  }

  /** What the clock of the page shows, to the minute. */
  const clockOfPage = async () =>
    (await page.getByRole('button', { name: /^Move the clock/ }).innerText()).replace(/\s+/g, ' ');

  it('is refused, in both languages, on a database that is not the playground’s own', async () => {
    await open({ ownDatabase: false });
    const office = onSlack(person(({ role, slackUserId }) => role === 'secretariat' && slackUserId !== null));
    visited = await visitPage(browser, served.url, [office], {});
    ({ page } = visited);
    await say(pane(office), '/spp settings');
    const dialog = pane(office).getByRole('dialog');
    await dialog.getByRole('combobox').first().waitFor();
    await ask('Registration week');
    const refusal = page.getByRole('alert');
    await refusal.getByText('the one that DATABASE_URL names is not the playground’s own').waitFor();
    await page.getByRole('button', { name: '日本語', exact: true }).first().click();
    await refusal.getByText('DATABASE_URL で指定されたデータベースは空にできないため').waitFor();
    expect(await database.database.programme.count()).toBe(1);
    // Nothing was touched: what was begun can be finished.
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('設定を変更しました').waitFor();
    expect(visited.complaints).toEqual([]);
    await page.context().close();
    await closeHost();
  });

  it('shows how far it is, keeps the client sessions, and can be lived on in at once', async () => {
    await open({ ownDatabase: true });
    const office = onSlack(person(({ role, slackUserId }) => role === 'secretariat' && slackUserId !== null));
    visited = await visitPage(browser, served.url, [office], {});
    ({ page } = visited);
    await say(pane(office), 'Before the scenario');
    await newest(pane(office), 'Before the scenario').waitFor();

    await ask('Registration week');
    await page.getByRole('heading', { name: 'Preparing “Registration week”' }).waitFor();
    await page.getByText(/^(\d+ people open the assistant|MSM-1 .* people are registering)/).waitFor();
    // Also to those who come now; and a press of a button is told to wait.
    await page.reload();
    await page.getByRole('heading', { name: 'Preparing “Registration week”' }).waitFor();
    await page.getByRole('button', { name: /^Move the clock/ }).click();
    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await page.getByText('A scenario is being prepared. One moment, please.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('“Registration week” is loaded.').waitFor();
    await expect.poll(clockOfPage).toMatch(/Wed, 30 October 2024 10:00/);
    expect(await registeredFor(database.database, 'MSM-1')).toEqual(registrationWeek);

    // Another run: what was said in the one before is gone, and who was shown is shown still.
    await newest(pane(office), 'こんにちは')
      .or(newest(pane(office), 'Hello'))
      .waitFor();
    expect(await newest(pane(office), 'Before the scenario').count()).toBe(0);
  });

  it('offers the waitlist of a full room to a newcomer', async () => {
    const session = await database.database.session.findFirstOrThrow({
      where: { code: 'MSM-1' },
      include: { registrations: true },
    });
    const known = new Set(session.registrations.map(({ personId }) => personId));
    const newcomer = person(({ personId, level, slackUserId }) => {
      return level === 'management' && slackUserId !== null && !known.has(personId);
    });
    await page
      .getByRole('button', { name: `Open Slack as ${newcomer.nameEn}` })
      .first()
      .click();
    const slack = pane(onSlack(newcomer));
    const { sessions } = textsFor(newcomer.language);
    await say(slack, '/spp session MSM-1');
    await newest(slack, 'MSM-1').getByRole('button', { name: sessions.registerAs.onsite, exact: true }).click();
    const title = sessions.titled('MSM-1', newcomer.language === 'ja' ? session.titleJa : session.titleEn);
    const mode = { ja: '会場', en: 'on site' }[newcomer.language];
    await newest(slack, sessions.waits({ name: null, title, mode, before: 2, already: false })).waitFor();
    const where = { sessionId: session.id, personId: newcomer.personId };
    expect(await database.database.registration.findFirst({ where })).toMatchObject({ state: 'waiting' });
  });

  it('takes the place of another scenario, from which one jumps on to what comes next', async () => {
    await ask('The first morning');
    await page.getByText('“The first morning” is loaded.').waitFor();
    await expect.poll(clockOfPage).toMatch(/Mon, 28 October 2024 10:00/);
    expect(await database.database.registration.count()).toBe(0);
    expect(await database.database.session.findFirst({ where: { code: 'MSM-1' } })).toMatchObject({ roomCapacity: 24 });

    await page.getByRole('button', { name: /^Move the clock/ }).click();
    const panel = page.getByRole('dialog', { name: 'Move the clock' });
    const ahead = panel.getByRole('list').getByRole('listitem');
    await ahead.first().waitFor();
    const before = await ahead.allInnerTexts();
    const [next] = await host.current().admin.ahead();
    if (next === undefined) throw new Error('nothing lies ahead');
    expect(before[0]).toContain(next.subject.en);
    await panel.getByRole('button', { name: /To the next event/ }).click();
    await panel.getByText(/^It is now /).waitFor();
    await panel.getByText(shellWords.en.clock.passed[next.what](next.subject.en), { exact: true }).waitFor();
    const day = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Tokyo',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    await expect.poll(clockOfPage).toContain(day.format(new Date(next.at)));
    expect(host.playground.clock.now().getTime() - Date.parse(next.at)).toBeLessThan(3_600_000);
    expect(await ahead.allInnerTexts()).not.toEqual(before);
  });

  it('leads back to its beginning by one click, since nobody has done anything by hand', async () => {
    // That of the load before goes by itself.
    await page.getByText('“The first morning” is loaded.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
    await page.getByRole('button', { name: 'Load “The first morning”' }).click();
    await page.getByText('“The first morning” is loaded.').waitFor();
    await expect.poll(clockOfPage).toMatch(/Mon, 28 October 2024 10:00/);
    expect(await database.database.registration.count()).toBe(0);
  });

  it('says what lay on the way of a jump, in its own language', async () => {
    await page.getByRole('button', { name: /^Move the clock/ }).click();
    const panel = page.getByRole('dialog', { name: 'Move the clock' });
    await panel.getByRole('button', { name: '+ 1 hour' }).click();
    await panel.getByText(shellWords.en.clock.passedNothing).waitFor();
    // Past the first session, without those in between.
    await panel.getByLabel(shellWords.en.clock.toLabel).fill('2024-11-08T10:00');
    await panel.getByRole('button', { name: shellWords.en.clock.go }).click();
    const session = await database.database.session.findFirstOrThrow({ where: { code: 'MSM-1' } });
    const { passed } = shellWords.en.clock;
    for (const what of ['registration deadline', 'session starts', 'session ends'] as const)
      await panel.getByText(passed[what](session.titleEn), { exact: true }).waitFor();
    // Reminders would lie on the way of the next day.
    await host.playground.worker.idle();
    await database.database.reminderRule.updateMany({ data: { enabled: false } });
    await database.database.notification.deleteMany({ where: { state: 'pending' } });
    await page.getByRole('button', { name: '日本語', exact: true }).first().click();
    await page.getByRole('button', { name: /^時計を進める/ }).click();
    await page.getByRole('button', { name: shellWords.ja.clock.day, exact: true }).click();
    await page.getByText(shellWords.ja.clock.passedNothing).waitFor();
    expect(visited.complaints).toEqual([]);
    await page.context().close();
  });
});
