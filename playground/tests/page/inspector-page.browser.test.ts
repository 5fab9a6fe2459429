/** Looks at the inspector of the playground's page in a real browser: requests, how words are understood, outbox, queues, worker and troubles, as they really are. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { findSerious, openPageFixture, type PageFixture } from './page-fixture.js';

describeWithBrowser('the inspector, in a browser', () => {
  let pageFixture: PageFixture;
  beforeAll(async () => {
    pageFixture = await openPageFixture({ arrived: ['ken', 'tom'] });
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
  });

  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

  async function raise(page: Page, inspector = 'Inspector'): Promise<void> {
    await page.getByRole('button', { name: inspector, exact: true }).click();
    await page.getByRole('tablist', { name: inspector }).waitFor();
  }

  it('shows each request as it is sent, what was in it, and only failures where asked', async () => {
    const { page, complaints } = await pageFixture.visit();
    await raise(page);
    await pageFixture.platforms.slack('ken').say('sessions');
    const request = page.getByRole('button', { name: /Slack\s+to the bot\s+Ken .*\s+event message\.im/ });
    await request.first().waitFor();
    await request.first().click();
    expect(await request.first().getAttribute('aria-expanded')).toBe('true');
    const shown = await page.getByRole('region', { name: 'Request' }).innerText();
    expect(shown).toContain('"text": "sessions"');
    expect(shown).toContain('"token": "[hidden]"');
    expect(await findSerious(page)).toEqual([]);

    const refused = await fetch(`${pageFixture.platforms.playground.slack.url}chat.postMessage`, { method: 'POST' });
    expect(await refused.json()).toMatchObject({ ok: false });
    await page.getByRole('checkbox', { name: 'Failures only' }).check();
    await expect.poll(() => request.count()).toBe(0);
    await page.getByRole('button', { name: /chat\.postMessage\s+not_authed/ }).waitFor();
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('teams');
    await page.getByText('No requests match.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('moves between the tabs by the keyboard, in Japanese and on a phone, and axe finds nothing', async () => {
    const { page, complaints } = await pageFixture.visit({ language: 'ja', width: 390, height: 844 });
    await raise(page, 'インスペクター');
    const words = ['タイムライン', '言葉の理解', '通知', 'キューとワーカー', 'トラブル'];
    await tab(page, 'タイムライン').focus();
    for (const word of words) {
      await expect.poll(() => tab(page, word).getAttribute('aria-selected')).toBe('true');
      await page.getByRole('tabpanel', { name: word }).getByText(/。/).first().waitFor();
      expect(await findSerious(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.keyboard.press('ArrowRight');
    }
    expect(await tab(page, 'タイムライン').getAttribute('aria-selected')).toBe('true');
    expect(complaints).toEqual([]);
  });

  it('shows how a sentence was understood and why, and switches to the scripted model by the keyboard', async () => {
    const { page, complaints } = await pageFixture.visit();
    await raise(page);
    await tab(page, 'Understanding').click();
    const panel = page.getByRole('tabpanel', { name: 'Understanding' });
    const newest = panel.getByRole('listitem').first();
    const asks = panel.getByRole('switch', { name: 'Ask a language model' });
    expect(await asks.getAttribute('aria-checked')).toBe('false');

    const ken = pageFixture.platforms.slack('ken');
    await ken.say('register MSM-1 online');
    await newest.getByRole('heading', { name: '“register MSM-1 online”' }).waitFor();
    const outright = await newest.innerText();
    for (const shown of ['Ken Suzuki', 'session.register', 'MSM-1', 'said outright', 'Its words name it: “register”.'])
      expect(outright).toContain(shown);

    const vague = 'here is our draft, a bit rough still';
    const asked = newest.getByRole('heading', { name: `“${vague}”` });
    await ken.say(vague);
    await asked.waitFor();
    expect(await newest.innerText()).toContain('it is switched off');
    await asks.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => asks.getAttribute('aria-checked')).toBe('true');
    await ken.say(vague);
    await newest.getByText('The language model chose it.').waitFor();
    expect(await newest.innerText()).toContain('Most similar example: “');
    expect(await findSerious(page)).toEqual([]);
    await page.keyboard.press('Space');
    await expect.poll(() => asks.getAttribute('aria-checked')).toBe('false');

    const concern = 'My boss keeps the passports of our trainees and will not give them back';
    await ken.say(concern);
    await newest.getByText('Told of a concern and was given contacts.').waitFor();
    expect(await panel.innerText()).not.toContain('passports');
    expect(complaints).toEqual([]);
  });

  it('switches a trouble on and off, reminds of it, and sends the newest request again', async () => {
    const { page } = await pageFixture.visit();
    await raise(page);
    await tab(page, 'Trouble').click();
    const [onSlack, onTeams] = [0, 1].map((at) => page.getByRole('switch', { name: 'Rate limit (429)' }).nth(at));
    await onTeams?.click();
    await page.getByText('Trouble is on: Teams – Rate limit (429)').waitFor();
    expect(await onTeams?.getAttribute('aria-checked')).toBe('true');
    expect(await onSlack?.getAttribute('aria-checked')).toBe('false');
    await page.getByRole('button', { name: 'Switch everything off' }).click();
    await expect.poll(() => onTeams?.getAttribute('aria-checked')).toBe('false');
    await page.getByRole('button', { name: 'Same ID (Slack)' }).click();
    await page.getByText(/^Sent again: Ken Suzuki · event message\.im · The bot answered 200 \(\d+ ms\)\.$/).waitFor();
  });
});
