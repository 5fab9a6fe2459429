/** Goes through the playground's page in both languages, on a wide screen and on a phone: axe finds nothing, and everything fits. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { buildSession } from '../../../tests/support/factories.js';
import { scenarioCards } from '../../host/scenarios.js';
import { inspectorWords } from '../../page/browser/inspector/words.js';
import { shellWords } from '../../page/browser/shell/words.js';
import { slackWords } from '../../page/browser/slack/words.js';
import { teamsWords } from '../../page/browser/teams/words.js';
import { textsFor } from '../../pilot/texts.js';
import { last, say } from './clients.js';
import { findMisfits } from './fitting.js';
import { focused, tabThrough, tabTo } from './keyboard.js';
import { findSerious, openPageFixture, type PageFixture } from './page-fixture.js';

const people = { ja: ['slack hana', 'teams haruka'], en: ['slack ken', 'teams tom'] } as const;
const wide = 1280;
const phone = 390;

describeWithBrowser('the looks of the page', () => {
  let pageFixture: PageFixture;
  const code = 'LOOK-1';
  beforeAll(async () => {
    pageFixture = await openPageFixture({ arrived: ['ken', 'hana', 'tom', 'haruka'], scenarios: scenarioCards });
    const { services, programme } = pageFixture.platforms;
    await buildSession(services, programme, {
      code,
      titleJa: '実務担当者向け研修 第2回 人権方針策定ワークショップ',
      titleEn: 'Education for working-level personnel, Day 2: Workshop for formulating a human rights policy',
      startsAt: new Date('2024-11-07T15:30:00+09:00'),
    });
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
    expect(pageFixture.platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    { language: 'ja', width: wide },
    { language: 'ja', width: phone },
    { language: 'en', width: wide },
    { language: 'en', width: phone },
  ] as const)('are sound in %o', async ({ language, width }) => {
    const shell = shellWords[language];
    const visitor = await pageFixture.visit({ language, width, height: 844 });
    const { page, complaints } = visitor;
    const look = async (at: string) => {
      const faults = [...(await findSerious(page)), ...(await findMisfits(page))];
      expect(faults.map((fault) => `${at}: ${fault}`)).toEqual([]);
    };
    const bar = (name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });

    await page.getByRole('heading', { name: shell.welcome.heading }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await look('welcome');
    if (width === phone) {
      await bar(shell.people.open).click();
      await page.getByRole('navigation', { name: shell.people.heading }).waitFor();
      await look('people');
      await closeByKey(page, bar(shell.people.open));
    }
    await bar(shell.scenarios.open).click();
    await page.getByRole('dialog', { name: shell.scenarios.heading }).waitFor();
    await look('scenarios');
    await closeByKey(page, bar(shell.scenarios.open));
    const clock = page.getByRole('button', { name: shell.clock.open });
    await clock.click();
    await page.getByRole('dialog', { name: shell.clock.open }).getByRole('listitem').first().waitFor();
    await look('clock');
    await closeByKey(page, clock);

    const [onSlack, onTeams] = people[language];
    for (const shown of width === wide ? [[onSlack, onTeams]] : [[onSlack], [onTeams]]) {
      await visitor.show(shown);
      for (const state of ['messages', 'forms', 'dialogs', 'channel'] as const) {
        if (shown.includes(onSlack)) await inSlack[state](visitor.pane(onSlack), language, code);
        if (shown.includes(onTeams)) await inTeams[state](visitor.pane(onTeams), language, code);
        await look(`${state} of ${shown.join(' and ')}`);
      }
    }
    await bar(shell.inspector.open).click();
    for (const tab of Object.values(inspectorWords[language].tabs)) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.getByRole('tabpanel', { name: tab }).getByText(/[。.]/).first().waitFor();
      await look(`inspector: ${tab}`);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('would be found wanting: what is cut off, stands beside the window or has no name is seen', async () => {
    const { page } = await pageFixture.visit();
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<button></button>'
      + '<p style="width: 40px; overflow: hidden; white-space: nowrap">Cut off here</p>'
      + '<p style="position: absolute; top: 0; left: 1270px">Beside the window</p>')`);
    const found = [...(await findSerious(page)), ...(await findMisfits(page))].join('\n');
    for (const fault of [
      'button-name',
      'cut at the side in p: Cut off here',
      'beside the window in p: Beside',
      'the page scrolls',
    ])
      expect(found).toContain(fault);
    await page.context().close();
  });

  it('can be gone over by the Tab key, from the first to the last, wherever the focus is one sees it', async () => {
    const { page, show, pane } = await pageFixture.visit();
    await page.getByRole('heading', { name: shellWords.en.welcome.heading }).waitFor();
    const welcome = await tabThrough(page);
    expect(welcome[0]?.name).toBe(shellWords.en.skip);
    await show(['slack ken', 'teams tom']);
    await inSlack.messages(pane('slack ken'), 'en', code);
    await inTeams.messages(pane('teams tom'), 'en', code);
    // From the beginning of the page.
    await page.reload();
    await last(pane('slack ken'), code).waitFor();
    await last(pane('teams tom'), code).waitFor();
    const panes = await tabThrough(page);
    expect(panes.length).toBeGreaterThan(welcome.length);

    const faults = [...welcome, ...panes].filter(
      ({ name, seen, marked, inOrder }) => !(name && seen && marked && inOrder),
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('let one choose a person, say something and fill in a form without a mouse', async () => {
    const { page, pane, complaints } = await pageFixture.visit();
    const ken = pane('slack ken');
    const focus = page.locator(':focus');
    await page.getByRole('heading', { name: shellWords.en.welcome.heading }).waitFor();
    await tabTo(page, shellWords.en.skip);
    await page.keyboard.press('Enter');
    await expect.poll(() => focus.getAttribute('id')).toBe('main');
    await tabTo(page, /^KS Ken Suzuki|Participant on Slack/);
    await page.keyboard.press('Enter');
    await ken.getByRole('log').waitFor();
    const composer = slackWords.en.writeTo('SPP Assistant');
    await expect.poll(() => focused(page)).toBe(composer);
    await page.keyboard.type('/sp');
    await ken.getByRole('listbox').waitFor();
    await page.keyboard.press('Enter');
    await ken.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.type('register');
    await page.keyboard.press('Enter');

    const modal = ken.getByRole('dialog');
    const inModal = ken.locator('[role=dialog]:focus, [role=dialog] :focus');
    await inModal.waitFor();
    const first = await focused(page);
    const round: (string | null)[] = [];
    for (let pressed = 0; pressed < 12 && round.at(-1) !== first; pressed += 1) {
      await page.keyboard.press('Tab');
      await inModal.waitFor();
      round.push(await focused(page));
    }
    expect(round).toContain(textsFor('en').sessions.register);
    expect(round.at(-1)).toBe(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, textsFor('en').sessions.register);
    await page.keyboard.press('Enter');
    await modal.getByText(/You are registered/).waitFor();
    await inModal.waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(composer);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Escape closes what is open and gives the focus back to what opened it. */
async function closeByKey(page: Page, opener: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await opener.and(page.locator(':focus')).waitFor();
}

type Show = Readonly<
  Record<
    'messages' | 'forms' | 'dialogs' | 'channel',
    (pane: Locator, language: 'ja' | 'en', code: string) => Promise<void>
  >
>;

/** Each shows in the pane what it is called; they follow upon each other. */
const inSlack: Show = {
  async messages(pane, _language, code) {
    await say(pane, `/spp session ${code}`);
    await last(pane, code).waitFor();
  },
  async forms(pane, language) {
    await pane.getByRole('tab', { name: slackWords[language].home }).click();
    await pane.getByRole('region', { name: slackWords[language].home }).getByRole('button').first().waitFor();
  },
  async dialogs(pane, language) {
    await pane.getByRole('tab', { name: slackWords[language].messages }).click();
    await say(pane, '/spp register');
    const modal = pane.getByRole('dialog');
    await modal.locator('[type=submit]').click();
    await modal.locator('[aria-invalid=true]').first().waitFor();
  },
  async channel(pane, language) {
    await pane.getByRole('dialog').press('Escape');
    await pane.getByRole('dialog').waitFor({ state: 'detached' });
    await pane.getByRole('button', { name: 'spp', exact: true }).click();
    await say(pane, `@SPP Assistant ${textsFor(language).actions['help.show'].title}`);
    await last(pane, textsFor(language).chat.sentPrivately).waitFor();
  },
};

const inTeams: Show = {
  async messages(pane, _language, code) {
    await say(pane, `session ${code}`);
    await last(pane, code).waitFor();
  },
  async forms(pane, language) {
    const { register } = textsFor(language).sessions;
    await say(pane, 'register');
    const form = last(pane, textsFor(language).actions['session.register'].title);
    await form.getByRole('button', { name: register, exact: true }).click();
    await form.locator('[aria-invalid=true]').first().waitFor();
  },
  async dialogs(pane, language) {
    const { registerColleague } = textsFor(language).sessions;
    await pane.getByRole('button', { name: registerColleague, exact: true }).last().click();
    const dialog = pane.getByRole('dialog');
    await dialog.getByRole('button', { name: textsFor(language).sessions.register, exact: true }).click();
    await dialog.locator('[aria-invalid=true]').first().waitFor();
  },
  async channel(pane, language) {
    await pane.getByRole('dialog').press('Escape');
    await pane.getByRole('dialog').waitFor({ state: 'detached' });
    await pane.getByRole('button', { name: /General/ }).click();
    await pane.getByRole('button', { name: teamsWords[language].newPost }).click();
    await say(pane, `${language} 1`);
    await last(pane, `${language} 1`).waitFor();
    await pane.getByRole('textbox').last().fill('…');
  },
};
