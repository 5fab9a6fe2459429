/** Lives the programme on the playground's page in a real browser: every word and press goes through the platforms' own protocols. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../prisma/client.js';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { buildSession } from '../../../tests/support/factories.js';
import { shellWords } from '../../page/browser/shell/words.js';
import { textsFor } from '../../pilot/texts.js';
import { newest, say } from './clients.js';
import { openPageFixture, type PageFixture } from './page-fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');

describeWithBrowser('the page in a browser', () => {
  let pageFixture: PageFixture;
  beforeAll(async () => {
    pageFixture = await openPageFixture({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara'] });
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
    expect(pageFixture.platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  let counted = 0;

  async function session(given: Parameters<typeof buildSession>[2] = {}): Promise<Session> {
    counted += 1;
    const startsAt = new Date(Date.parse('2024-11-07T15:30:00+09:00') - counted * 1000);
    return await buildSession(pageFixture.platforms.services, pageFixture.platforms.programme, {
      code: `PAGE-${counted}`,
      startsAt,
      ...given,
    });
  }

  async function standings({ id }: Session): Promise<readonly string[]> {
    const { database, people } = pageFixture.platforms;
    const rows = await database.registration.findMany({ where: { sessionId: id }, orderBy: { createdAt: 'asc' } });
    const nameOf = (personId: string) => Object.entries(people).find(([, { id: one }]) => one === personId)?.[0];
    return rows.map(({ personId, state, mode }) => `${nameOf(personId)} ${state} ${mode}`);
  }

  const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: true });

  it('calls everybody by their own name in their clients, and by that of its own language around them', async () => {
    const { pane, page } = await pageFixture.visit({ clientSessions: ['slack hana', 'teams tom'] });
    const [hana, tom] = [pane('slack hana'), pane('teams tom')];
    const hanasSlack = hana.getByRole('region', { name: 'Hana Sato’s Slack' });
    // Out of sight where two stand side by side.
    await hanasSlack.getByText('佐藤花', { exact: true }).waitFor({ state: 'attached' });
    await tom.getByRole('region', { name: 'Tom Baker’s Teams' }).waitFor();
    expect(pageFixture.platforms.person('tom').name).toBe('トム');
    expect(await tom.getByText('トム', { exact: true }).count()).toBe(0);
    // An English reader is told why Hana is written to in Japanese, and nothing of the kind about Tom.
    const { otherLanguage } = shellWords.en.panes;
    expect(await Promise.all([hana, tom].map((one) => one.getByText(otherLanguage).count()))).toEqual([1, 0]);
    await page.context().close();
  });

  it('registers somebody on Slack by the buttons of a message', async () => {
    const one = await session();
    const { pane, complaints, page } = await pageFixture.visit({ clientSessions: ['slack ken'] });
    const ken = pane('slack ken');
    await say(ken, `/spp session ${one.code}`);
    const details = newest(ken, one.code);
    await button(details, en.sessions.registerAs.onsite).click();
    const seated = en.sessions.seated({
      name: null,
      title: `${one.titleEn} (${one.code})`,
      mode: 'on site',
      already: false,
    });
    await newest(ken, seated).waitFor();
    expect(await standings(one)).toEqual(['ken confirmed onsite']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('promotes from the waitlist on Teams the person who waits, while the one who gives up the place is beside them on Slack', async () => {
    const one = await session({ method: 'in_person', roomCapacity: 1 });
    const title = `${one.titleEn} (${one.code})`;
    const { pane, complaints, page } = await pageFixture.visit({ clientSessions: ['slack ken', 'teams tom'] });
    const [ken, tom] = [pane('slack ken'), pane('teams tom')];
    for (const [somebody, said] of [
      [ken, en.sessions.seated({ name: null, title, mode: 'on site', already: false })],
      [tom, en.sessions.waits({ name: null, title, mode: 'on site', before: 0, already: false })],
    ] as const) {
      await say(somebody, `register ${one.code}`);
      await button(newest(somebody, en.chat.confirmFirst), en.chat.confirm).click();
      await newest(somebody, said).waitFor();
    }
    expect(await standings(one)).toEqual(['ken confirmed onsite', 'tom waiting onsite']);

    await say(ken, `session ${one.code}`);
    const cancel = en.actions['session.cancel'].title;
    await button(newest(ken, one.code), cancel).click();
    const modal = ken.getByRole('dialog');
    await modal.getByText(one.code).first().waitFor();
    await modal.locator('[type=submit]').click();
    await newest(tom, en.sessions.notices.promoted({ title, mode: 'on site' })).waitFor();
    await closeDialog(ken);
    expect(await standings(one)).toEqual(['ken cancelled onsite', 'tom confirmed onsite']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows an error at its field, in a modal on Slack and on a card of Teams', async () => {
    const one = await session({ method: 'in_person' });
    const refusal = en.refusals.mode_not_offered({ title: { ja: one.titleJa, en: one.titleEn }, mode: 'online' });
    const { pane, page } = await pageFixture.visit({ clientSessions: ['slack ken', 'teams tom'] });
    const [ken, tom] = [pane('slack ken'), pane('teams tom')];
    await say(ken, '/spp register');
    const modal = ken.getByRole('dialog');
    const choice = modal.getByRole('combobox', { name: en.sessions.labels.session });
    await choose(choice, one.code);
    await choose(modal.getByRole('combobox', { name: en.sessions.labels.mode }), en.sessions.modes.online);
    await modal.locator('[type=submit]').click();
    await modal.getByText(refusal).first().waitFor();
    await choose(modal.getByRole('combobox', { name: en.sessions.labels.mode }), en.sessions.modes.onsite);
    await modal.locator('[type=submit]').click();
    await expect.poll(() => standings(one)).toEqual(['ken confirmed onsite']);
    await closeDialog(ken);

    await say(tom, 'register');
    const card = newest(tom, en.actions['session.register'].title);
    const select = card.getByRole('combobox', { name: en.sessions.labels.session });
    await choose(select, one.code);
    await choose(card.getByRole('combobox', { name: en.sessions.labels.mode }), en.sessions.modes.online);
    await button(card, en.sessions.register).click();
    const again = newest(tom, refusal);
    await choose(again.getByRole('combobox', { name: en.sessions.labels.mode }), en.sessions.modes.onsite);
    await button(again, en.sessions.register).click();
    await expect.poll(() => standings(one)).toEqual(['ken confirmed onsite', 'tom confirmed onsite']);
    await page.context().close();
  });

  it('changes the language: of the page for its reader, of the assistant for the person', async () => {
    const { pane, page, complaints } = await pageFixture.visit({ clientSessions: ['teams tom'], language: 'ja' });
    const tom = pane('teams tom');
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await say(tom, '日本語');
    await newest(tom, ja.members.languageChosen).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await pane('teams tom').getByRole('log').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('goes back to the person shown before, as browsers do', async () => {
    const { pane, page, complaints } = await pageFixture.visit();
    const [ken, tom] = [pane('slack ken'), pane('teams tom')];
    await page
      .getByRole('button', { name: /Ken Suzuki/ })
      .first()
      .click();
    await ken.waitFor();
    await page
      .getByRole('button', { name: /Tom Baker/ })
      .first()
      .click();
    await tom.waitFor();
    await page.goBack();
    await ken.waitFor();
    expect(await tom.count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await page.goForward();
    await ken.waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('jumps the clock: a deadline that has passed closes the registration', async () => {
    const one = await session({
      deadline: new Date(pageFixture.platforms.playground.clock.now().getTime() + 90 * 60_000),
    });
    const { pane, page, complaints } = await pageFixture.visit({ clientSessions: ['slack ken'] });
    const ken = pane('slack ken');
    await page.getByRole('button', { name: /clock/i }).click();
    await page.getByRole('button', { name: /1 hour/ }).click();
    await say(ken, `/spp session ${one.code}`);
    await button(newest(ken, one.code), en.sessions.registerAs.online).waitFor();
    const before = pageFixture.platforms.playground.clock.now();
    await page.getByRole('button', { name: /clock/i }).click();
    await page.getByRole('button', { name: /1 day/ }).click();
    await expect
      .poll(() => pageFixture.platforms.playground.clock.now().getTime() - before.getTime())
      .toBeGreaterThan(86_000_000);
    await button(newest(ken, one.code), en.sessions.registerAs.online).click();
    await newest(
      ken,
      en.refusals.deadline_passed({
        title: { ja: one.titleJa, en: one.titleEn },
        deadline: one.deadline,
        timeZone: one.timeZone,
      }),
    ).waitFor();
    expect(await standings(one)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** What came of a form stays before the person until they close it. */
async function closeDialog(pane: Locator): Promise<void> {
  await pane.getByRole('dialog').press('Escape');
  await pane.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Takes the option that says this, in a list of the browser's own or one that is typed into. */
async function choose(field: Locator, part: string): Promise<void> {
  await field.waitFor();
  if ((await field.locator('option').count()) > 0) {
    const label = await field.locator('option').filter({ hasText: part }).first().textContent();
    await field.selectOption({ label: label ?? '' });
    return;
  }
  await field.fill(part);
  await field.page().getByRole('option').filter({ hasText: part }).first().click();
}
